import { childNodesOf, isElement, isText, nextSiblingOf, parentOf } from './dom.ts';
import type { PageText, Span, TextPlace, TextSegment } from './types.ts';
import type { WalkedText } from './walk.ts';
import { countBefore } from './halve.ts';

/** The maps between offsets of the page text and places in the live document. */
export function createPlaces({
  raw,
  segments,
  extents,
}: WalkedText): Pick<PageText, 'offsetOf' | 'placeOf' | 'rangesOf' | 'spanOf' | 'isShown'> {
  let indexes: Map<Node, number> | null = null;
  const indexOf = (node: Node): number | undefined => {
    indexes ??= new Map(segments.map((segment, index) => [segment.node, index]));
    return indexes.get(node) ?? extents.get(node)?.first;
  };

  /** The index of the first segment behind a boundary point, `null` outside of what was walked. */
  const segmentBehind = (node: Node, offset: number): number | null => {
    const isParent = !isText(node) && childNodesOf(node).length > 0;
    let next: Node | null = isParent ? (childNodesOf(node)[offset] ?? null) : nextSiblingOf(node);
    let parent: Node | null = isParent ? node : parentOf(node);
    if (!isParent && extents.has(node)) return extents.get(node)?.end ?? null;
    for (;;) {
      for (; next !== null; next = nextSiblingOf(next)) {
        const index = indexOf(next);
        if (index !== undefined) return index;
      }
      if (parent === null) return null;
      const extent = extents.get(parent);
      if (extent !== undefined) return extent.end;
      next = nextSiblingOf(parent);
      parent = parentOf(parent) ?? hostOf(parent);
    }
  };

  return {
    offsetOf(node, offset, bias) {
      const segment = isText(node) ? segments[indexOf(node) ?? -1] : undefined;
      if (segment !== undefined) return segment.start + Math.min(Math.max(offset, 0), segment.length);
      const index = segmentBehind(node, offset);
      if (index === null) return null;
      const neighbour = segments[bias === 'forward' ? index : index - 1];
      if (neighbour === undefined) return null;
      return bias === 'forward' ? neighbour.start : endOf(neighbour);
    },
    placeOf(offset, bias) {
      if (offset < 0 || offset > raw.length) return null;
      return bias === 'forward' ? placeAtOrAfter(segments, offset) : placeAtOrBefore(segments, offset);
    },
    spanOf(node) {
      const extent = extents.get(node);
      const first = segments[extent?.first ?? indexOf(node) ?? -1];
      const last = extent === undefined ? first : segments[extent.end - 1];
      if (first === undefined || last === undefined || last.start < first.start) return null;
      return { start: first.start, end: endOf(last) };
    },
    isShown: (element) => extents.has(element),
    rangesOf: (span) => rangesOf(segments, span),
  };
}

function hostOf(node: Node): Node | null {
  return !isElement(node) && node instanceof ShadowRoot ? node.host : null;
}

function endOf(segment: TextSegment): number {
  return segment.start + segment.length;
}

/** The index of the first segment that ends behind `offset`. */
function findSegment(segments: readonly TextSegment[], offset: number): number {
  return countBefore(segments.length, (index) => {
    const segment = segments[index];
    return segment !== undefined && endOf(segment) <= offset;
  });
}

function placeAtOrAfter(segments: readonly TextSegment[], offset: number): TextPlace | null {
  const segment = segments[findSegment(segments, offset)];
  return segment === undefined ? null : { node: segment.node, offset: Math.max(0, offset - segment.start) };
}

function placeAtOrBefore(segments: readonly TextSegment[], offset: number): TextPlace | null {
  const index = findSegment(segments, offset);
  const segment = segments[index];
  if (segment !== undefined && segment.start < offset)
    return { node: segment.node, offset: offset - segment.start };
  const before = segments[index - 1];
  return before === undefined ? null : { node: before.node, offset: before.length };
}

function rangesOf(segments: readonly TextSegment[], { start, end }: Span): Range[] {
  const ranges: Range[] = [];
  if (start >= end) return ranges;
  for (let index = findSegment(segments, start); index < segments.length; index++) {
    const segment = segments[index];
    if (segment === undefined || segment.start >= end) break;
    // The page may have shortened the text since it was read.
    const most = Math.min(segment.length, segment.node.data.length);
    const from = Math.max(0, start - segment.start);
    const to = Math.min(most, end - segment.start);
    if (from < to) ranges.push(createRange(segment.node, from, to));
  }
  return ranges;
}

/** `document.createRange` can be shadowed by an element of that name; the constructor cannot. */
function createRange(node: Text, start: number, end: number): Range {
  const range = new Range();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
