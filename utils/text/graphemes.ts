import type { Bias } from './types.ts';

/** Longer graphemes than this (flags in a row, stacks of marks) are cut: it bounds the work for an offset. */
const longestGrapheme = 64;
const widestWindow = 4_096;
/** Marks, joiners, flags, Hangul vowels and finals, emoji parts: no window may begin with one of these. */
const clingy =
  /^[\p{M}\p{Cf}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u1100-\u11ff\udc00-\udfff]/u;

let segmenter: Intl.Segmenter | null = null;

/**
 * The grapheme boundary at `offset` (UTF-16 code units of `text`), or else the next one before (`backward`) or
 * after (`forward`) it. Offsets outside of the text are clamped. Only a window around the offset is segmented.
 */
export function snapToGrapheme(text: string, offset: number, bias: Bias): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  if (isPlainBoundary(text, offset)) return offset;

  const from = windowStart(text, offset);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const found = segmenter.segment(text.slice(from, offset + longestGrapheme)).containing(offset - from);
  if (found === undefined || found.index === offset - from) return offset;
  return from + (bias === 'backward' ? found.index : found.index + found.segment.length);
}

/** Whether no grapheme is cut at `offset`. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  return snapToGrapheme(text, offset, 'backward') === offset;
}

/** Between two characters below U+0300 there is always a boundary, but for CR LF. */
function isPlainBoundary(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before < 0x300 && after < 0x300 && !(before === 0x0d && after === 0x0a);
}

/** A boundary far enough before `offset` for what follows not to depend on what is before it. */
function windowStart(text: string, offset: number): number {
  let start = offset - 1;
  while (start > 0 && offset - start < widestWindow) {
    if (isPlainBoundary(text, start)) return start;
    if (offset - start >= longestGrapheme && !clingy.test(text.slice(start, start + 2))) return start;
    start--;
  }
  return Math.max(start, 0);
}
