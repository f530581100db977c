import type { Draft } from './carry.ts';
import type { How } from './reading.ts';

/**
 * How often a quotation whose speaker was found in this way is attributed, and to that speaker: round figures from
 * one half of the annotated English news, checked on the other (tests/bench/quotes/README.md).
 */
const trust: Readonly<Record<How, number>> = {
  colon: 0.92,
  lead: 0.93,
  tail: 0.97,
  source: 0.85,
  'lead-far': 0.85,
  report: 0.8,
  'tail-far': 0.65,
  signed: 0.9,
  beside: 0.75,
  sentence: 0.6,
  carried: 0.95,
  following: 0.75,
  introduced: 0.75,
  previous: 0.6,
  far: 0.4,
};
/** Marked words that nobody said: their writers' own, or of a source that the rules don't see. */
const unattributed = 0.2;
/** A few words behind a cue are somebody else's more often than whole sentences are. */
const ofFragments = 0.88;
/** A quote that no mark closes ends where we guess. */
const ofOpenEnds = 0.7;

/** How likely a draft is what it was judged to be, said by whom it was given to. */
export function confidenceOf({ kind, how, speaker, span, shape, reading }: Draft): number {
  if (kind === 'scare') return shape.isTitle ? 0.7 : 0.6;
  if (speaker === null || how === null) return unattributed;
  const isWhole = shape.isSentence || shape.endsWithComma || (shape.beginsCapital && shape.words >= 5);
  const isFragment = !isWhole && (how === 'lead' || how === 'colon' || how === 'tail');
  const ofMarks = span.isClosed || span.isContinued ? 1 : ofOpenEnds;
  const likely = trust[how] * ofMarks * (isFragment ? ofFragments : 1) * reading.lexicon.reliability;
  return Number(likely.toFixed(2));
}
