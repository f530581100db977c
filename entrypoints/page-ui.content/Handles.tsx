import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Edge, HandlesProps } from '../../utils/model/caret-stage.ts';

/** As near to the edge of the window a drag scrolls the page, so many pixels a frame. */
const edgePx = 48;
const scrollPx = 10;

/**
 * The two ends of a passage, to be dragged with mouse, pen or finger. By keyboard the frame with the keys does the
 * same, so screen readers do not meet these.
 */
export function Handles(props: HandlesProps): JSX.Element {
  const start = props.anchorOf('start');
  const end = props.anchorOf('end');
  // In text that runs to the left, the start stands at the right: each handle hangs away from the passage.
  const isMirrored = start !== null && end !== null && start.y === end.y && start.x > end.x;
  return (
    <>
      <Handle edge="start" side={isMirrored ? 'right' : 'left'} {...props} />
      <Handle edge="end" side={isMirrored ? 'left' : 'right'} {...props} />
    </>
  );
}

type HandleProps = HandlesProps & { readonly edge: Edge; readonly side: 'left' | 'right' };
type Drag = { readonly pointerId: number; readonly dx: number; readonly dy: number };

function Handle({ edge, side, anchorOf, onDrag, onDrop }: HandleProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const last = useRef<{ x: number; y: number; altKey: boolean }>({ x: 0, y: 0, altKey: false });
  const scrolling = useRef(0);
  const latest = useRef(onDrag);
  latest.current = onDrag;
  useEffect(() => () => cancelAnimationFrame(scrolling.current), []);

  useLayoutEffect(() => {
    const rect = anchorOf(edge);
    const element = box.current;
    if (element === null) return;
    element.hidden = rect === null;
    if (rect === null) return;
    element.style.setProperty('left', `${rect.x}px`);
    element.style.setProperty('top', `${rect.y}px`);
    element.style.setProperty('--line-height', `${rect.height}px`);
  });

  function take(event: PointerEvent): void {
    const rect = anchorOf(edge);
    if (event.button !== 0 || rect === null) return;
    // The focus stays with the frame that hears the keys.
    event.preventDefault();
    box.current?.setPointerCapture(event.pointerId);
    drag.current = {
      pointerId: event.pointerId,
      dx: event.clientX - rect.x,
      dy: event.clientY - (rect.y + rect.height / 2),
    };
    // What lies under the pointer is to be the text; the capture keeps the events coming.
    box.current?.classList.add('handle-dragged');
  }

  function move(): void {
    if (drag.current === null) return;
    const { x, y, altKey } = last.current;
    latest.current(edge, { x: x - drag.current.dx, y: y - drag.current.dy }, altKey);
  }

  function scroll(): void {
    cancelAnimationFrame(scrolling.current);
    const { y } = last.current;
    const by = y < edgePx ? -scrollPx : y > innerHeight - edgePx ? scrollPx : 0;
    if (by === 0 || drag.current === null) return;
    window.scrollBy({ top: by, behavior: 'instant' });
    move();
    scrolling.current = requestAnimationFrame(scroll);
  }

  function drop(): void {
    if (drag.current === null) return;
    drag.current = null;
    cancelAnimationFrame(scrolling.current);
    box.current?.classList.remove('handle-dragged');
    onDrop();
  }

  return (
    <div
      ref={box}
      class={`handle handle-${side}`}
      data-edge={edge}
      aria-hidden="true"
      onPointerDown={take}
      onPointerMove={(event) => {
        if (event.pointerId !== drag.current?.pointerId) return;
        last.current = { x: event.clientX, y: event.clientY, altKey: event.altKey };
        move();
        scroll();
      }}
      onPointerUp={drop}
      onPointerCancel={drop}
      onLostPointerCapture={drop}
    />
  );
}
