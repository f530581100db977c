import type { Selector, TextQuoteSelector } from '../model/selector.ts';
import { foldText, snapToGrapheme } from '../text/index.ts';
import type { PageText, Span } from '../text/types.ts';

/** Characters of context kept on each side where the page has them. */
const contextLength = 32;
/** Context grows to this much when less does not tell the passage from its twins. */
const longestContext = 256;

/**
 * Selectors that lead back to a span of the page text: its words with as much context as tells it from
 * every twin on the page, and its offsets (UTF-16 code units of `PageText.raw`).
 */
export function describeSpan(pageText: PageText, span: Span): Selector[] {
  return [describeQuote(pageText, span), { type: 'TextPositionSelector', start: span.start, end: span.end }];
}

/** The words of a span as a reader would copy them: one space between words, a line break between blocks. */
export function readSpan(pageText: PageText, span: Span): string {
  const lines = pageText.blocks
    .filter((block) => block.start < span.end && block.end > span.start)
    .map((block) => pageText.raw.slice(Math.max(block.start, span.start), Math.min(block.end, span.end)));
  const text = lines.length === 0 ? [pageText.raw.slice(span.start, span.end)] : lines;
  return text
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function describeQuote(pageText: PageText, span: Span): TextQuoteSelector {
  const exact = readSpan(pageText, span);
  let length = contextLength;
  let quote = quoteWithContext(pageText, span, { exact, length });
  while (length < longestContext && !isUnique(pageText, quote)) {
    length *= 2;
    quote = quoteWithContext(pageText, span, { exact, length });
  }
  return quote;
}

function quoteWithContext(
  { raw }: PageText,
  { start, end }: Span,
  { exact, length }: { exact: string; length: number },
): TextQuoteSelector {
  const from = snapToGrapheme(raw, Math.max(0, start - length), 'backward');
  const to = snapToGrapheme(raw, Math.min(raw.length, end + length), 'forward');
  return { type: 'TextQuoteSelector', exact, prefix: raw.slice(from, start), suffix: raw.slice(end, to) };
}

function isUnique({ folded }: PageText, { prefix, exact, suffix }: TextQuoteSelector): boolean {
  const needle = foldText(prefix + exact + suffix).text.trim();
  const first = folded.text.indexOf(needle);
  return first === folded.text.lastIndexOf(needle);
}
