import { isCapital } from '../tagger/shape.ts';
import type { RuleSpan, RuleText } from './types.ts';

/** Given names by themselves, of people whom the text names in full: "Hạnh" after "bà Nguyễn Thị Hạnh". */
export function proposeGivenNames({ tokens, shapes }: RuleText, spans: readonly RuleSpan[]): RuleSpan[] {
  const given = new Set<string>();
  const taken = new Uint8Array(tokens.count);
  for (const { from, to, type, confidence } of spans) {
    if (confidence > 0) taken.fill(1, from, to);
    if (type === 'person' && confidence >= 0.6) given.add(tokens.words[to - 1] ?? '');
  }
  const found: RuleSpan[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (taken[i] === 1 || !isCapital(shapes[i] ?? '') || !given.has(tokens.words[i] ?? '')) continue;
    if (isCapital(shapes[i - 1] ?? '') || isCapital(shapes[i + 1] ?? '')) continue;
    found.push({ from: i, to: i + 1, type: 'person', confidence: tokens.isInitial[i] === 1 ? 0.5 : 0.6 });
  }
  return found;
}
