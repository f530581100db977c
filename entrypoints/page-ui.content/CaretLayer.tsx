import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HandlesProps } from '../../utils/model/caret-stage.ts';
import { Handles } from './Handles.tsx';

/** Where the caret stands in the window; `null` where nothing shows it. */
type CaretAnchor = () => DOMRect | null;

/** What walking the text shows in the page. */
export type CaretLayerState = {
  readonly keys: {
    readonly url: string;
    readonly label: string;
    /** CSS pixels; `null` until the frame has said how tall its content is. */
    readonly height: number | null;
  } | null;
  /** A new object each time the caret moves. */
  readonly mark: { readonly anchor: CaretAnchor } | null;
  readonly handles: HandlesProps | null;
};

/** Nothing of it. */
export const noCaret: CaretLayerState = { keys: null, mark: null, handles: null };

/** The frame that hears the keys, the caret and the handles. */
export function CaretLayer({ keys, mark, handles }: CaretLayerState): JSX.Element {
  useTicks(mark !== null || handles !== null);
  return (
    <>
      {mark !== null && <CaretMark {...mark} />}
      {handles !== null && <Handles {...handles} />}
      {keys !== null && (
        <div class="keys-place">
          <KeysFrame key={keys.url} {...keys} />
        </div>
      )}
    </>
  );
}

/** Renders again whenever the text may stand elsewhere in the window. */
function useTicks(isOn: boolean): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (!isOn) return () => {};
    const move = (): void => setTick((tick) => tick + 1);
    const abort = new AbortController();
    window.addEventListener('scroll', move, { passive: true, capture: true, signal: abort.signal });
    window.addEventListener('resize', move, { passive: true, signal: abort.signal });
    // Pictures that arrive push the text down.
    const observer = new ResizeObserver(move);
    observer.observe(document.documentElement);
    return () => {
      abort.abort();
      observer.disconnect();
    };
  }, [isOn]);
}

/** The caret itself. It blinks from the start again after each step, so that it is seen wherever it goes. */
function CaretMark({ anchor }: { readonly anchor: CaretAnchor }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const rect = anchor();
    const element = box.current;
    if (element === null) return;
    element.hidden = rect === null;
    if (rect === null) return;
    element.style.setProperty('left', `${rect.x}px`);
    element.style.setProperty('top', `${rect.y}px`);
    element.style.setProperty('height', `${rect.height}px`);
  });
  useLayoutEffect(() => {
    for (const animation of box.current?.getAnimations() ?? []) animation.currentTime = 0;
  }, [anchor]);
  return <div ref={box} class="caret" aria-hidden="true" />;
}

/** It takes the focus when it opens, and only then. */
function KeysFrame({ url, label, height }: NonNullable<CaretLayerState['keys']>): JSX.Element {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => frame.current?.focus(), []);
  return (
    <iframe
      ref={frame}
      class={height === null ? 'keys keys-unsized' : 'keys'}
      src={url}
      title={label}
      // As with the card: Chromium gives the focus that came before the frame's own document to nobody.
      onLoad={() => {
        frame.current?.blur();
        frame.current?.focus();
      }}
      height={height ?? 80}
    />
  );
}
