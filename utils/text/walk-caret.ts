import { blockIndexAt, langAt, stretchAt } from './stretch.ts';
import type { PageText, Span } from './types.ts';
import { unitsOf, type TextUnit } from './units.ts';

/** Where the reader is in the page text. What lies between the two is selected; `focus` is the end that moves. */
export type Caret = { readonly anchor: number; readonly focus: number };

/** A step that needs no geometry. `paragraph`: a block of the page text. */
export type CaretStep = {
  readonly unit: TextUnit | 'paragraph';
  readonly to: 'forward' | 'backward';
};

/**
 * The caret after a step. With `isSelecting` its other end stays; without, a step by character lets a selection go at
 * its edge. Words: forward to the end of the next, backward to the start of the one before. Sentences and paragraphs:
 * to the start of the next or the one before; while selecting, forward to the end of the one it is in. At the ends of
 * the text it stays. Offsets are UTF-16 code units of the page text, on grapheme borders.
 */
export function walkCaret(
  pageText: PageText,
  caret: Caret,
  { unit, to }: CaretStep,
  isSelecting: boolean,
): Caret {
  const { start, end } = spanOfCaret(caret);
  if (!isSelecting && unit === 'character' && start < end) return caretAt(to === 'forward' ? end : start);
  const toEnd = unit === 'word' || unit === 'character' || isSelecting;
  const focus =
    to === 'forward'
      ? goForward(pageText, caret.focus, unit, toEnd)
      : goBackward(pageText, caret.focus, unit);
  return isSelecting ? { anchor: caret.anchor, focus } : caretAt(focus);
}

/** A caret that has nothing selected. */
export function caretAt(offset: number): Caret {
  return { anchor: offset, focus: offset };
}

/** What is selected, from its first character on; empty where nothing is. */
export function spanOfCaret({ anchor, focus }: Caret): Span {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** The place nearest to an offset that the caret can stand at, `null` on a page without text. */
export function stopNear(pageText: PageText, offset: number): number | null {
  const at = Math.max(0, blockIndexAt(pageText, offset));
  const characters = unitsIn(pageText, at, offset, 'character');
  if (characters.length === 0) return null;
  return characters.find(({ end }) => end > offset)?.start ?? characters.at(-1)?.end ?? null;
}

/**
 * The unit at an offset: the one that begins there or goes on, else the last one before in the same block. `null`
 * where the block has none.
 */
export function unitAt(pageText: PageText, offset: number, unit: CaretStep['unit']): Span | null {
  const at = Math.max(0, blockIndexAt(pageText, offset));
  const units = unitsIn(pageText, at, offset, unit);
  return units.find(({ end }) => end > offset) ?? units.at(-1) ?? null;
}

/**
 * The characters from an offset on, in reading order or backwards, over as many blocks as are asked for. White space
 * between blocks is none.
 */
export function* charactersFrom(
  pageText: PageText,
  offset: number,
  to: CaretStep['to'],
): Generator<Span, void, undefined> {
  const isForward = to === 'forward';
  let from = offset;
  for (let at = Math.max(0, blockIndexAt(pageText, offset)); at >= 0 && at < pageText.blocks.length;) {
    const around = unitsIn(pageText, at, from, 'character');
    const units = isForward
      ? around.filter(({ end, start }) => end > from && start >= from)
      : around.filter(({ start, end }) => start < from && end <= from).toReversed();
    yield* units;
    const last = units.at(-1);
    if (last !== undefined) {
      // A block may go on beyond what was looked at.
      from = isForward ? last.end : last.start;
      continue;
    }
    at += isForward ? 1 : -1;
    from = isForward ? startOf(pageText, at) : endOf(pageText, at);
  }
}

function goForward(pageText: PageText, from: number, unit: CaretStep['unit'], toEnd: boolean): number {
  const first = Math.max(0, blockIndexAt(pageText, from));
  for (let at = first; at < pageText.blocks.length; at++) {
    const units = unitsIn(pageText, at, at === first ? from : startOf(pageText, at), unit);
    const stops = units.map(({ start, end }) => (toEnd ? end : start));
    // Into another block one steps at its beginning.
    const next = unit === 'character' && at > first ? units[0]?.start : stops.find((stop) => stop > from);
    if (next !== undefined) return next;
  }
  return endOfText(pageText, from);
}

function goBackward(pageText: PageText, from: number, unit: CaretStep['unit']): number {
  const first = blockIndexAt(pageText, from);
  for (let at = first; at >= 0; at--) {
    const units = unitsIn(pageText, at, at === first ? from : endOf(pageText, at), unit);
    const before =
      unit === 'character' && at < first
        ? units.at(-1)?.end
        : units.findLast(({ start }) => start < from)?.start;
    if (before !== undefined) return before;
  }
  return Math.min(from, stopNear(pageText, 0) ?? from);
}

/** The units of a block, those around the offset at least. */
function unitsIn(pageText: PageText, at: number, offset: number, unit: CaretStep['unit']): Span[] {
  const block = pageText.blocks[at];
  if (block === undefined) return [];
  if (unit !== 'paragraph')
    return unitsOf(stretchAt(pageText, block, offset), unit, langAt(pageText, offset));
  const raw = pageText.raw.slice(block.start, block.end);
  const start = block.start + raw.length - raw.trimStart().length;
  const end = block.start + raw.trimEnd().length;
  return start < end ? [{ start, end }] : [];
}

/** After the last step the caret stands behind the last word. */
function endOfText(pageText: PageText, from: number): number {
  const last = pageText.blocks.length - 1;
  const units = unitsIn(pageText, last, endOf(pageText, last), 'character');
  return Math.max(from, units.at(-1)?.end ?? from);
}

function startOf(pageText: PageText, at: number): number {
  return pageText.blocks[at]?.start ?? 0;
}

function endOf(pageText: PageText, at: number): number {
  return pageText.blocks[at]?.end ?? 0;
}
