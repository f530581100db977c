import { useEffect, useRef } from 'preact/hooks';

type Root = { readonly current: HTMLElement | null };

/** So long after the reader scrolled or pressed here, the page does not lead, in milliseconds. */
const ownMs = 2_500;

const ownEvents = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls to the block that the reader is at on the page, unless it is in view anyway or the reader is at work here.
 * `isWhole`: whether all blocks are there; one that is still to come is gone to once it is.
 */
export function useFollowing(
  root: Root,
  { place, isWhole }: { readonly place: number | null; readonly isWhole: boolean },
): void {
  const lastOwn = useRef(-Infinity);
  /** The first place is where to begin reading, and gone to without a journey. */
  const isFirst = useRef(true);
  useEffect(() => {
    const note = (): void => {
      lastOwn.current = performance.now();
    };
    // With the sheet that belongs to it; what stands around, such as the way in, is no reading.
    const view = root.current?.parentElement;
    for (const name of ownEvents) view?.addEventListener(name, note, { passive: true });
    return () => {
      for (const name of ownEvents) view?.removeEventListener(name, note);
    };
  }, []);

  const done = useRef<number | null>(null);
  useEffect(() => {
    if (place === null || done.current === place) return;
    const block = root.current?.querySelector(`[data-start="${place}"]`) ?? null;
    if (block === null) {
      if (isWhole) done.current = place;
      return;
    }
    done.current = place;
    const isOwn = !isFirst.current && performance.now() - lastOwn.current < ownMs;
    if (!isOwn && !isInView(block)) {
      const isCalm = isFirst.current || matchMedia('(prefers-reduced-motion: reduce)').matches;
      block.scrollIntoView({ block: 'start', behavior: isCalm ? 'instant' : 'smooth' });
    }
    isFirst.current = false;
  });
}

function isInView(block: Element): boolean {
  const { top, bottom } = block.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
