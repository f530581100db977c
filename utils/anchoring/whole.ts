import type { Span } from '../text/types.ts';
import type { PageIndex } from './page-index.ts';
import { tokenAt } from './tokens.ts';

/** What ends a sentence, with what closes it. The point of an abbreviation does no harm: widening ends early. */
const sentenceEnd = /(?:[.!?…]["')\]]*\s|[。！？।]["')\]」』]*\s?)$/u;
const longestEnd = 6;
/** A word or two before a sentence may be a label or another's; more are a clause of it. */
const leastWords = 3;

/** Whether a sentence ends before an offset of a folded text, or at it. */
export function isSentenceBorder(text: string, offset: number): boolean {
  return sentenceEnd.test(text.slice(Math.max(0, offset - longestEnd), offset));
}

/**
 * The span of a passage that was made of whole sentences, and so still is: with a clause that stands before its first
 * word or behind its last in the same sentence. Between the page tokens `after` and `before`, which are not the passage's,
 * and at most as many words as it has itself.
 */
export function widenToSentences(
  { tokens, isBlockStart }: PageIndex,
  { start, end }: Span,
  { after, before, most }: { after: number; before: number; most: number },
): Span {
  const { text, starts, ends } = tokens;
  const first = tokenAt(tokens, start);
  const last = tokenAt(tokens, end - 1);
  const begins = (token: number): boolean =>
    token === starts.length || isBlockStart[token] === 1 || isSentenceBorder(text, starts[token] ?? 0);
  let from = first;
  while (from > after && first - from < most && !begins(from)) from--;
  let to = last;
  while (to < before && to - last < most && !begins(to + 1)) to++;
  return {
    start: from > after && first - from >= leastWords && begins(from) ? (starts[from] ?? start) : start,
    end: to < before && to - last >= leastWords && begins(to + 1) ? (ends[to] ?? end) : end,
  };
}
