import type { QuoteBlock, QuoteSpan } from './types.ts';

/** A line of running text, a heading or a caption. */
export type Paragraph = QuoteSpan & { readonly role: 'text' | 'heading' | 'caption' | 'quote' };

const roles: Readonly<Record<string, Paragraph['role']>> = {
  headline: 'heading',
  subheading: 'heading',
  heading: 'heading',
  title: 'heading',
  caption: 'caption',
  figcaption: 'caption',
  quote: 'quote',
  blockquote: 'quote',
};

const lineBreak = /[\n\r\u2028\u2029]+/g;

/**
 * The paragraphs of a text in reading order. A line break parts paragraphs, in blocks too: newsrooms set them with
 * line breaks as often as with elements. Text outside of the blocks is left out.
 */
export function splitParagraphs(text: string, blocks?: readonly QuoteBlock[]): Paragraph[] {
  const whole: readonly QuoteBlock[] = [{ start: 0, end: text.length, kind: 'paragraph' }];
  return (blocks ?? whole).flatMap((block) => splitBlock(text, block));
}

function splitBlock(text: string, block: QuoteBlock): Paragraph[] {
  const role = roles[block.kind] ?? 'text';
  const from = Math.max(0, Math.min(block.start, text.length));
  const to = Math.max(from, Math.min(block.end, text.length));
  const lines: Paragraph[] = [];
  let at = from;
  const part = text.slice(from, to);
  for (const { index, 0: gap } of part.matchAll(lineBreak)) {
    pushTrimmed(lines, { text, role, start: at, end: from + index });
    at = from + index + gap.length;
  }
  pushTrimmed(lines, { text, role, start: at, end: to });
  return lines;
}

function pushTrimmed(lines: Paragraph[], line: Paragraph & { readonly text: string }): void {
  const { text, role } = line;
  let { start, end } = line;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) lines.push({ role, start, end });
}

/** Whether a UTF-16 unit is white space or an invisible character that layout leaves around text. */
export function isSpace(unit: number): boolean {
  return (
    unit <= 0x20 ||
    unit === 0xa0 ||
    unit === 0xad ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200f) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x2060
  );
}
