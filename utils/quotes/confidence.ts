import type { How } from './reading.ts';
import type { Draft } from './carry.ts';

/** How often a speaker found in this way is the right one, in round figures. */
const trust: Readonly<Record<How, number>> = {
  colon: 0.95,
  lead: 0.95,
  tail: 0.97,
  source: 0.95,
  'lead-far': 0.85,
  report: 0.85,
  'tail-far': 0.8,
  signed: 0.9,
  beside: 0.75,
  possessive: 0.6,
  sentence: 0.6,
  carried: 0.9,
  following: 0.8,
  introduced: 0.8,
  previous: 0.7,
  far: 0.5,
};

/** How likely a draft is what it was judged to be, said by whom it was given to. */
export function confidenceOf({ kind, how, speaker, span, shape }: Draft): number {
  if (kind === 'scare') return shape.isTitle ? 0.7 : 0.6;
  if (speaker === null || how === null) return kind === 'direct' ? 0.5 : 0.4;
  const ofMarks = span.isClosed || span.isContinued ? 1 : 0.7;
  const ofKind = kind === 'direct' ? 1 : 0.95;
  return Number((trust[how] * ofMarks * ofKind).toFixed(2));
}
