import { blockIndexAt, langAt, stretchAt } from './stretch.ts';
import type { PageText, Span } from './types.ts';
import { unitsOf } from './units.ts';

/**
 * A character of a word, in scripts whose words stand between spaces. Where none are set, and in Korean, where the
 * particles hang on the noun, a part of what stands between two spaces is what a reader means.
 */
const wordCharacter =
  /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}|\p{Script=Tibetan})(?:[\p{L}\p{N}\p{M}\u00ad\u2060]|\u200c|\u200d)/u;

/** No word is longer; what is, is no word. */
const longestWord = 100;

/**
 * The span, widened at an end that cuts a word in its letters; all else stays as it is, so that a part of a compound
 * with a hyphen, or a name before an apostrophe, can be kept. Offsets are UTF-16 code units of `text`.
 */
export function snapToWords(text: string, { start, end }: Span): Span {
  if (start >= end) return { start, end };
  return { start: wordStartOf(text, start), end: wordEndOf(text, end) };
}

function wordStartOf(text: string, offset: number): number {
  if (!isLetterAt(text, offset)) return offset;
  let start = offset;
  while (isLetterBefore(text, start)) start -= lengthBefore(text, start);
  return offset - start > longestWord ? offset : start;
}

function wordEndOf(text: string, offset: number): number {
  if (!isLetterBefore(text, offset)) return offset;
  let end = offset;
  while (isLetterAt(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end - offset > longestWord ? offset : end;
}

function isLetterAt(text: string, offset: number): boolean {
  return offset < text.length && wordCharacter.test(text.slice(offset, offset + 2));
}

function isLetterBefore(text: string, offset: number): boolean {
  return offset > 0 && isLetterAt(text, offset - lengthBefore(text, offset));
}

/** Code units of the code point that ends at an offset. */
function lengthBefore(text: string, offset: number): number {
  return offset > 1 && (text.codePointAt(offset - 2) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * The span, widened to whole sentences. One that holds whole sentences already gets the next one too, `after` it or
 * before. It stays in the blocks that it touches; at their ends it stays as it is.
 */
export function growToSentences(pageText: PageText, span: Span, grow: 'after' | 'before' = 'after'): Span {
  const first = sentencesAround(pageText, span.start);
  const last = sentencesAround(pageText, Math.max(span.start, span.end - 1));
  const isEmpty = span.start === span.end;
  const opening = first.find(({ end }) => end > span.start) ?? (isEmpty ? first.at(-1) : undefined);
  const ending = last.findLast(({ start }) => start < (isEmpty ? span.end + 1 : span.end));
  const whole = {
    start: Math.min(opening?.start ?? span.start, span.start),
    end: Math.max((isEmpty ? opening : ending)?.end ?? span.end, span.end),
  };
  if (isEmpty || whole.start < span.start || whole.end > span.end) return whole;
  if (grow === 'before') {
    return { start: first.findLast(({ start }) => start < span.start)?.start ?? span.start, end: span.end };
  }
  return { start: span.start, end: last.find(({ end }) => end > span.end)?.end ?? span.end };
}

function sentencesAround(pageText: PageText, offset: number): Span[] {
  const block = pageText.blocks[Math.max(0, blockIndexAt(pageText, offset))];
  if (block === undefined) return [];
  return unitsOf(stretchAt(pageText, block, offset), 'sentence', langAt(pageText, offset));
}
