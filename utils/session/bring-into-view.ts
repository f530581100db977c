import { parentElementOf } from '../text/index.ts';
import { scrollerOf } from './scroller.ts';

/** So far from the edges of the window the caret is kept; at the bottom there is the bar with its keys. */
const marginPx = { top: 90, bottom: 150 };

/**
 * Scrolls the boxes around a node, then the window, so far that a rectangle of its text is well in view; not at all
 * where it is. Calmly, unless the reader asked for less motion.
 */
export function bringIntoView(node: Node, readRect: () => DOMRect | null): void {
  for (let box = scrollerOf(parentElementOf(node)); box !== null; box = scrollerOf(parentElementOf(box))) {
    const rect = readRect();
    if (rect === null) return;
    scrollBox(box, rect);
  }
  const rect = readRect();
  if (rect === null) return;
  const top = overflowOf(rect, marginPx.top, innerHeight - marginPx.bottom);
  const left = rect.left < 0 || rect.right > innerWidth ? rect.left - innerWidth / 2 : 0;
  if (top === 0 && left === 0) return;
  // A line more at the edge goes with the key; what is far away is scrolled to, so that one sees the way.
  const isFar = Math.abs(top) > innerHeight / 3 && Math.abs(top) < innerHeight * 3;
  scrollBy({
    top: isFar ? rect.top - innerHeight / 3 : top,
    left,
    behavior: isFar && isMoving() ? 'smooth' : 'instant',
  });
}

function isMoving(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function scrollBox(box: Element, rect: DOMRect): void {
  const outer = box.getBoundingClientRect();
  const lines = rect.height * 2;
  const by = overflowOf(rect, outer.top + lines, outer.bottom - lines);
  if (by !== 0) box.scrollTop += by;
}

/** How far a rectangle lies out of a band, above it (below zero) or under it. */
function overflowOf(rect: DOMRect, top: number, bottom: number): number {
  if (rect.top < top) return rect.top - top;
  return rect.bottom > bottom ? rect.bottom - bottom : 0;
}
