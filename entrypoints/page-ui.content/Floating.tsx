import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Anchor } from '../../components/page-ui.ts';
import { placeBeside, type Box, type Passage } from './place.ts';

export type FloatingProps = {
  readonly anchor: Anchor;
  readonly align: 'start' | 'end';
  readonly isTouch?: boolean;
  /** Whether it goes out of sight together with the words; what has the focus stays. */
  readonly leaves?: boolean;
  /** Pixels at the bottom of the window that something else of ours needs. */
  readonly freeBelow?: number;
  readonly children: JSX.Element;
};

/** Stands beside the words, moving along as the page scrolls, the window changes and its own content grows. */
export function Floating(props: FloatingProps): JSX.Element {
  const { anchor, align, isTouch, leaves, freeBelow = 0, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [, setTick] = useState(0);
  useEffect(() => {
    const move = (): void => setTick((tick) => tick + 1);
    const abort = new AbortController();
    const { signal } = abort;
    window.addEventListener('scroll', move, { passive: true, capture: true, signal });
    window.addEventListener('resize', move, { passive: true, signal });
    window.visualViewport?.addEventListener('resize', move, { passive: true, signal });
    window.visualViewport?.addEventListener('scroll', move, { passive: true, signal });
    const growing = new ResizeObserver(move);
    if (box.current !== null) growing.observe(box.current);
    return () => {
      abort.abort();
      growing.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    const passage = passageOf(anchor());
    if (element === null || passage === null) return;
    const size = element.getBoundingClientRect();
    const whole = viewOf(window);
    const view = { ...whole, bottom: whole.bottom - freeBelow };
    const place = placeBeside({ passage, size, view, align, isTouch: isTouch === true });
    element.style.setProperty('left', `${place.left}px`);
    element.style.setProperty('top', `${place.top}px`);
    const isGone = place.isAway && leaves === true && !element.matches(':focus-within');
    element.style.setProperty('visibility', isGone ? 'hidden' : 'visible');
  });
  return (
    // Before its content takes the focus, which nothing hidden can have.
    <div class="floating" ref={box} style={leaves === true ? undefined : { visibility: 'visible' }}>
      {children}
    </div>
  );
}

/** Where the words of an anchor stand now; `null` when none of them is laid out. */
function passageOf(words: ReturnType<Anchor>): Passage | null {
  if (words === null) return null;
  const { ranges, isBackward = false } = words;
  const rects = ranges.flatMap((range) => [...range.getClientRects()]).filter(({ width }) => width > 0);
  const near = isBackward ? rects[0] : rects.at(-1);
  if (near === undefined) return null;
  const box = {
    left: Math.min(...rects.map(({ left }) => left)),
    top: Math.min(...rects.map(({ top }) => top)),
    right: Math.max(...rects.map(({ right }) => right)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  };
  const end = isBackward ? ranges[0]?.startContainer : ranges.at(-1)?.endContainer;
  return { box, near, isBackward, isRightToLeft: isRightToLeft(end) };
}

function isRightToLeft(node: Node | undefined): boolean {
  const element = node instanceof Element ? node : node?.parentElement;
  return element instanceof Element && getComputedStyle(element).direction === 'rtl';
}

/** Of a page that is zoomed with two fingers only a part of the window is seen. */
function viewOf({ visualViewport, innerWidth, innerHeight }: Window): Box {
  if (visualViewport === null) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport;
  return { left, top, right: left + width, bottom: top + height };
}
