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
  const widened = { start, end };
  for (let token = first; token > after && token >= first - most; token--) {
    if (isBlockStart[token] !== 1 && !isSentenceBorder(text, starts[token] ?? 0)) continue;
    if (first - token >= leastWords) widened.start = starts[token] ?? start;
    break;
  }
  for (let token = last; token < before && token <= last + most; token++) {
    const past = ends[token] ?? end;
    if (isBlockStart[token + 1] !== 1 && past < text.length && !isSentenceBorder(text, past + 1)) continue;
    if (token - last >= leastWords) widened.end = past;
    break;
  }
  return widened;
}
