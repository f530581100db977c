import { scrollerOf } from './scroller.ts';

/**
 * Scrolls the box around an element, or the window where none is, so that a rectangle of its text stands at a share
 * of the height that is seen of it. Calmly, unless the reader asked for less motion.
 */
export function scrollToRect(element: Element | null, rect: DOMRect, share: number): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const box = scrollerOf(element);
  const frame = box?.getBoundingClientRect();
  const level = frame === undefined ? innerHeight * share : frame.top + frame.height * share;
  // To a place and not by a distance, which Chromium would add to a scroll that is still under way.
  const reached = box === null ? scrollY : box.scrollTop;
  (box ?? window).scrollTo({ top: reached + rect.top - level, behavior: isCalm ? 'instant' : 'smooth' });
  box?.scrollIntoView({ block: 'nearest' });
}
