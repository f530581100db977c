import type { StripMark } from '../../components/page-ui.ts';
import { measureStrip, type StripPlace } from './measure-strip.ts';

export type StripOptions = {
  readonly window: Window;
  readonly signal: AbortSignal;
  readonly readMarks: () => readonly StripMark[];
  /** `null` when there is nothing to show. */
  readonly onPlaced: (place: StripPlace | null) => void;
};

/** A page that is being laid out is measured when it has come to rest. */
const restMs = 200;

export type StripWatch = {
  /** Measures anew: the annotations were placed, or the reader wants the strip. */
  readonly show: () => void;
  readonly hide: () => void;
};

/** Keeps the strip true to the page's layout. Scrolling changes nothing of it, and costs nothing. */
export function watchStrip({ window, signal, readMarks, onPlaced }: StripOptions): StripWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isShown = false;
  let watched: readonly Element[] = [];
  const observer = new ResizeObserver(() => later());

  function later(): void {
    if (!isShown) return;
    clearTimeout(timer);
    timer = setTimeout(measure, restMs);
  }

  function measure(): void {
    const marks = readMarks();
    if (marks.length === 0) return onPlaced(null);
    const place = measureStrip(marks, window);
    watch(place.scroller);
    onPlaced(place.ticks.length === 0 ? null : place);
  }

  /** The page's height is that of what it holds. */
  function watch(scroller: Element | null): void {
    const { documentElement, body } = window.document;
    const boxes = scroller === null ? [documentElement, body] : [scroller, ...scroller.children].slice(0, 20);
    const next = boxes.filter((box) => box !== null);
    if (next.length === watched.length && next.every((box, nth) => box === watched[nth])) return;
    observer.disconnect();
    for (const box of next) observer.observe(box);
    watched = next;
  }

  window.addEventListener('resize', later, { passive: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });

  return {
    show() {
      isShown = true;
      clearTimeout(timer);
      // After the paint: laying the page out for it must not hold that up.
      timer = setTimeout(measure, 0);
    },
    hide() {
      isShown = false;
      clearTimeout(timer);
      observer.disconnect();
      watched = [];
      onPlaced(null);
    },
  };
}
