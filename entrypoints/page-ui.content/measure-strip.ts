import type { StripMark } from '../../components/page-ui.ts';
import { scrollerOf } from '../../utils/session/scroller.ts';
import type { Tick } from './ticks.ts';

/** A strip as it is to be drawn: its place in the window, and where the annotations are on the page. */
export type StripPlace = {
  readonly top: number;
  readonly height: number;
  /** The edge where the scrollbar is. */
  readonly side: 'left' | 'right';
  /** Pixels from that edge of the window. */
  readonly inset: number;
  readonly ticks: readonly Tick[];
  /** What scrolls the annotations; `null` for the window. */
  readonly scroller: Element | null;
};

/**
 * Measures where annotations are on the page. The answer holds until the page is laid out anew: it does not depend on
 * how far the page is scrolled.
 */
export function measureStrip(marks: readonly StripMark[], window: Window): StripPlace {
  const known = new Map<Element, Element | null>();
  const placed = marks.flatMap(({ id, kind, colour, ranges }) => {
    const [range] = ranges;
    if (range === undefined) return [];
    const element = elementOf(range.startContainer);
    return [{ id, kind, colour, range, scroller: scrollerOf(element, known) }];
  });
  const scroller = mostOf(
    placed.map((mark) => mark.scroller),
    window.innerHeight,
  );
  const { top, start, length } = scaleOf(scroller, window);
  const ticks = placed.flatMap(({ id, kind, colour, range }) => {
    const rect = range.getBoundingClientRect();
    // Folded away, or on a tab that is not shown.
    if (rect.width === 0 && rect.height === 0) return [];
    return [{ id, kind, colour, at: (rect.top + rect.height / 2 - start) / length }];
  });
  return { ...edgeOf(scroller, window), ...top, ticks, scroller };
}

function elementOf(node: Node): Element | null {
  if (node instanceof Element) return node;
  return node.parentElement;
}

/** What scrolls most of the annotations, as long as it is a page of its own rather than a box in one. */
function mostOf(scrollers: readonly (Element | null)[], windowHeight: number): Element | null {
  const counts = [...Map.groupBy(scrollers, (one) => one)].toSorted(([, a], [, b]) => b.length - a.length);
  const most = counts[0]?.[0] ?? null;
  return most !== null && most.clientHeight >= windowHeight / 2 ? most : null;
}

type Scale = {
  /** The part of the window that shows the page. */
  readonly top: { readonly top: number; readonly height: number };
  /** Where the beginning of the page is now, in pixels of the window. */
  readonly start: number;
  readonly length: number;
};

function scaleOf(scroller: Element | null, window: Window): Scale {
  if (scroller === null) {
    const { documentElement, body } = window.document;
    const length = Math.max(documentElement.scrollHeight, body?.scrollHeight ?? 0, 1);
    return { top: { top: 0, height: window.innerHeight }, start: -window.scrollY, length };
  }
  const rect = scroller.getBoundingClientRect();
  const top = Math.max(0, rect.top);
  return {
    top: { top, height: Math.min(window.innerHeight, rect.bottom) - top },
    start: rect.top - scroller.scrollTop,
    length: scroller.scrollHeight,
  };
}

/** Scrollbars are at the end of the lines, beside what they scroll. */
function edgeOf(scroller: Element | null, window: Window): Pick<StripPlace, 'side' | 'inset'> {
  const { documentElement } = window.document;
  const isRightToLeft = getComputedStyle(scroller ?? documentElement).direction === 'rtl';
  const side = isRightToLeft ? 'left' : 'right';
  if (scroller === null) return { side, inset: 0 };
  const rect = scroller.getBoundingClientRect();
  const bar = scroller instanceof HTMLElement ? scroller.offsetWidth - scroller.clientWidth : 0;
  const outside = isRightToLeft ? rect.left : documentElement.clientWidth - rect.right;
  return { side, inset: Math.max(0, outside) + bar };
}
