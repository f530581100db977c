import { isGraphemeBoundary, snapToGrapheme } from './graphemes.ts';
import type { Span } from './types.ts';

/** White space, and what is as invisible: soft hyphens, zero-width characters, byte order marks. */
const blank = /[\s\u0085\u00ad\u200b-\u200f\u2060]/u;

/**
 * The span without white space and invisible characters at its ends, widened where an end cut a grapheme.
 * A span of nothing else comes back empty. Offsets are UTF-16 code units of `text`.
 */
export function trimSpan(text: string, span: Span): Span {
  let start = snapToGrapheme(text, span.start, 'backward');
  let end = span.end > span.start ? snapToGrapheme(text, span.end, 'forward') : start;
  while (start < end && blank.test(text.charAt(start)) && isGraphemeBoundary(text, start + 1)) start++;
  while (start < end && blank.test(text.charAt(end - 1)) && isGraphemeBoundary(text, end - 1)) end--;
  return { start, end };
}
