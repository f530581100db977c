import type { PageText, Span } from '../text/types.ts';
import { blocksIn } from './blocks.ts';

/** The words of a span as a reader would copy them: one space between words, a line break between blocks. */
export function readSpan(pageText: PageText, span: Span): string {
  const lines = blocksIn(pageText, span).map((block) =>
    pageText.raw.slice(Math.max(block.start, span.start), Math.min(block.end, span.end)),
  );
  const text = lines.length === 0 ? [pageText.raw.slice(span.start, span.end)] : lines;
  return text
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The same for what adjoins a passage: the space or line break on its side stays. */
export function readAround(pageText: PageText, { start, end }: Span): string {
  let text = '';
  let reached = start;
  for (const block of blocksIn(pageText, { start, end })) {
    const from = Math.max(block.start, start);
    reached = Math.min(block.end, end);
    if (block.start > start) text = `${text.trimEnd()}\n`;
    const piece = pageText.raw.slice(from, reached).replace(/\s+/gu, ' ');
    text += from === block.start ? piece.trimStart() : piece;
  }
  return reached < end ? `${text.trimEnd()}\n` : text;
}
