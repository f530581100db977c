import { bodyOf, documentElementOf, isElement, isText } from '../text/index.ts';
import { blockIndexAt } from '../text/stretch.ts';
import type { PageText, Span } from '../text/types.ts';
import { charactersFrom, stopNear, unitAt } from '../text/walk-caret.ts';

/** Strong right-to-left letters; all other letters and digits run to the right, also inside such text. */
const rightToLeft =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const leftToRight = /^[\p{L}\p{N}]/u;
const blank = /^\s+$/u;

/** So many characters are looked at for the next line: no line is longer, but a page may have no other. */
const farthest = 6_000;

/** Whether the block at an offset runs from right to left. */
export function isRightToLeft(pageText: PageText, offset: number): boolean {
  const block = pageText.blocks[Math.max(0, blockIndexAt(pageText, offset))];
  return block !== undefined && getComputedStyle(block.element).direction === 'rtl';
}

/** Where a caret at an offset stands in the window, as a rectangle without width; `null` where nothing shows it. */
export function rectOfCaret(pageText: PageText, offset: number): DOMRect | null {
  const next = unitAt(pageText, offset, 'character');
  const isBefore = next !== null && next.start === offset && !isBlank(pageText, next);
  if (isBefore) {
    const rect = edgeOf(pageText, next, 'start');
    if (rect !== null) return rect;
  }
  // Behind a word rather than before the space: the space may hang over the end of the line.
  for (const previous of charactersFrom(pageText, offset, 'backward')) {
    if (previous.end === offset) return edgeOf(pageText, previous, 'end');
    break;
  }
  return next === null ? null : edgeOf(pageText, next, 'start');
}

/** The offset a line further, as near to `x` as it goes; at the last line its end, at the first its beginning. */
export function offsetInNextLine(
  pageText: PageText,
  offset: number,
  to: 'forward' | 'backward',
  x: number,
): number {
  const here = rectOfCaret(pageText, offset);
  let line: DOMRect | null = null;
  let best = { distance: Infinity, offset };
  let last = offset;
  let seen = 0;
  for (const unit of charactersFrom(pageText, offset, to)) {
    if (++seen > farthest) break;
    const rect = edgeOf(pageText, unit, 'start');
    if (rect === null || here === null) continue;
    if (line === null && isSameLine(rect, here)) {
      last = to === 'forward' ? unit.end : unit.start;
      continue;
    }
    line ??= rect;
    if (!isSameLine(rect, line)) break;
    if (isBlank(pageText, unit)) continue;
    best = nearer(best, { distance: Math.abs(rect.x - x), offset: unit.start });
    const end = edgeOf(pageText, unit, 'end');
    if (end !== null) best = nearer(best, { distance: Math.abs(end.x - x), offset: unit.end });
  }
  return line === null ? last : best.offset;
}

type Aim = { readonly distance: number; readonly offset: number };

function nearer(best: Aim, other: Aim): Aim {
  return other.distance < best.distance ? other : best;
}

/** The offset at the beginning or the end of the line that an offset is in. */
export function edgeOfLine(pageText: PageText, offset: number, to: 'start' | 'end'): number {
  const here = rectOfCaret(pageText, offset);
  let edge = offset;
  let seen = 0;
  if (here === null) return edge;
  for (const unit of charactersFrom(pageText, offset, to === 'end' ? 'forward' : 'backward')) {
    const rect = edgeOf(pageText, unit, to === 'end' ? 'end' : 'start');
    if (isBlank(pageText, unit) || rect === null) continue;
    if (++seen > farthest || !isSameLine(rect, here)) break;
    edge = to === 'end' ? unit.end : unit.start;
  }
  return edge;
}

type CaretDocument = {
  readonly caretPositionFromPoint?: (x: number, y: number) => CaretPosition | null;
  readonly caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

/** The offset of the text at a point of the window, `null` where there is none of the page's. */
export function offsetAtPoint(
  document: Document,
  pageText: PageText,
  { x, y }: { readonly x: number; readonly y: number },
): number | null {
  const { caretPositionFromPoint, caretRangeFromPoint } = Document.prototype as CaretDocument;
  const position = caretPositionFromPoint?.call(document, x, y) ?? null;
  const range = position === null ? (caretRangeFromPoint?.call(document, x, y) ?? null) : null;
  const node = position?.offsetNode ?? range?.startContainer ?? null;
  if (node === null || !isOfText(pageText, node)) return null;
  const at = position?.offset ?? range?.startOffset ?? 0;
  const offset = pageText.offsetOf(node, at, 'forward') ?? pageText.offsetOf(node, at, 'backward');
  return offset === null ? null : stopNear(pageText, offset);
}

/** Beside all text browsers name the document's own elements, and so do they for what we put over the page. */
function isOfText(pageText: PageText, node: Node): boolean {
  if (node === documentElementOf(document) || node === bodyOf(document)) return false;
  return isText(node) ? pageText.spanOf(node) !== null : isElement(node) && pageText.isShown(node);
}

/** The first offset inside a span whose line is wholly in the window, `null` when none is. */
export function firstVisibleOffset(pageText: PageText, within: Span): number | null {
  for (const block of pageText.blocks) {
    if (block.end <= within.start || block.start >= within.end) continue;
    const rect = rectOf(pageText.rangesOf(block));
    if (rect === null || rect.bottom <= 0) continue;
    if (rect.top >= innerHeight) continue;
    if (rect.top >= 0) return stopNear(pageText, block.start);
    for (const unit of charactersFrom(pageText, block.start, 'forward')) {
      const edge = edgeOf(pageText, unit, 'start');
      if (edge !== null && edge.top >= 0 && !isBlank(pageText, unit)) return unit.start;
      if (unit.end >= block.end) break;
    }
  }
  return null;
}

/** The rectangle around some ranges, `null` where they show nothing. */
export function rectOf(ranges: readonly Range[]): DOMRect | null {
  const rects = ranges.map((range) => range.getBoundingClientRect()).filter(({ height }) => height > 0);
  if (rects.length === 0) return null;
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** Whether two rectangles stand in one line: the middle of one lies in the height of the other. */
function isSameLine(a: DOMRect, b: DOMRect): boolean {
  return holdsMiddleOf(a, b) || holdsMiddleOf(b, a);
}

function holdsMiddleOf(outer: DOMRect, inner: DOMRect): boolean {
  const middle = inner.top + inner.height / 2;
  return middle > outer.top && middle < outer.bottom;
}

/** The edge of a character where it begins, or where it ends, by the way it runs. */
function edgeOf(pageText: PageText, unit: Span, side: 'start' | 'end'): DOMRect | null {
  const ranges = pageText.rangesOf(unit);
  const rects = ranges
    .flatMap((range) => Array.from(range.getClientRects()))
    .filter(({ height }) => height > 0);
  const rect = side === 'start' ? rects[0] : rects.at(-1);
  if (rect === undefined) return null;
  const isRight = (side === 'end') !== runsLeft(pageText, unit);
  return new DOMRect(isRight ? rect.right : rect.left, rect.top, 0, rect.height);
}

function runsLeft(pageText: PageText, { start, end }: Span): boolean {
  const character = pageText.raw.slice(start, end);
  if (rightToLeft.test(character)) return true;
  return !leftToRight.test(character) && isRightToLeft(pageText, start);
}

function isBlank(pageText: PageText, { start, end }: Span): boolean {
  return blank.test(pageText.raw.slice(start, end));
}
