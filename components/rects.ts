/** The rectangle of the last line of some ranges, `null` when none of them is laid out. */
export function lastRectOf(ranges: readonly Range[]): DOMRect | null {
  const rects = ranges.flatMap((range) => Array.from(range.getClientRects()));
  return rects.findLast((rect) => rect.width > 0) ?? null;
}
