import type { Span } from '../text/types.ts';
import { findCopies } from './copies.ts';
import { tokensOf, type PageIndex } from './page-index.ts';

/** Characters of context on each side where the page has them. */
const leastContext = 32;
/** A passage whose surroundings repeat farther than this has no address by its words. */
const mostContext = 256;

/** How many characters before and behind a span tell it from every copy of it on the page. */
export function measureContext(index: PageIndex, span: Span): { before: number; behind: number } {
  const { words, tokens } = index;
  const own = tokensOf(index, span);
  let before = leastContext;
  let behind = leastContext;
  for (const first of findCopies(index, words, own)) {
    if (first === own.start) continue;
    const past = first + own.end - own.start;
    const charsBefore = lengthBack(own.start, first);
    const charsBehind = lengthForth(own.end, past);
    if (charsBefore <= before || charsBehind <= behind) continue;
    // The shorter way tells them apart.
    if (charsBefore - before <= charsBehind - behind) before = Math.min(mostContext, charsBefore);
    else behind = Math.min(mostContext, charsBehind);
  }
  return { before, behind };

  function lengthBack(end: number, otherEnd: number): number {
    let steps = 1;
    const from = tokens.starts[end] ?? 0;
    const length = (): number => from - (tokens.starts[end - steps] ?? 0);
    while (end - steps >= 0 && words[end - steps] === words[otherEnd - steps] && length() < mostContext)
      steps++;
    return length() + 1;
  }

  function lengthForth(start: number, otherStart: number): number {
    let steps = 0;
    const from = tokens.ends[start - 1] ?? 0;
    const length = (): number => (tokens.ends[start + steps] ?? tokens.text.length) - from;
    while (
      start + steps < words.length &&
      words[start + steps] === words[otherStart + steps] &&
      length() < mostContext
    )
      steps++;
    return length() + 1;
  }
}
