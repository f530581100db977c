import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Toast, type ToastProps } from '../../components/Toast.tsx';
import type { Anchor } from '../../components/page-ui.ts';
import { Walker, type WalkerProps } from '../../components/Walker.tsx';
import { Toolbar, type ToolbarProps } from '../../components/Toolbar.tsx';
import { CaretLayer, type CaretLayerState } from './CaretLayer.tsx';

export type PageUiState = {
  readonly toolbar: (ToolbarProps & { readonly anchor: Anchor }) | null;
  readonly card: {
    readonly id: string;
    readonly url: string;
    /** CSS pixels; `null` until the frame has said how tall its content is. */
    readonly height: number | null;
    readonly anchor: Anchor;
    readonly label: string;
  } | null;
  readonly walker: WalkerProps | null;
  readonly toast: (ToastProps & { readonly key: number }) | null;
  readonly caret: CaretLayerState | null;
};

const gapPx = 8;
const edgePx = 8;
const cardWidthPx = 340;
const unsizedCardHeightPx = 300;

/** All that Pressmark shows in a page. */
export function PageUi({ toolbar, card, walker, toast, caret }: PageUiState): JSX.Element {
  return (
    <>
      {caret !== null && <CaretLayer {...caret} />}
      {toolbar !== null && (
        <Floating anchor={toolbar.anchor}>
          <Toolbar {...toolbar} />
        </Floating>
      )}
      {card !== null && (
        <Floating key={card.id} anchor={card.anchor}>
          <CardFrame {...card} />
        </Floating>
      )}
      {walker !== null && (
        <div class="toast-place">
          <Walker {...walker} />
        </div>
      )}
      {toast !== null && (
        <div class="toast-place">
          <Toast {...toast} key={toast.key} />
        </div>
      )}
    </>
  );
}

/** The card takes the focus when it opens, and only then. */
function CardFrame({ url, label, height }: NonNullable<PageUiState['card']>): JSX.Element {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => frame.current?.focus(), []);
  return (
    <iframe
      ref={frame}
      class={height === null ? 'card card-unsized' : 'card'}
      src={url}
      title={label}
      // Chromium gives the focus that came before the frame's own document to nobody.
      onLoad={() => {
        frame.current?.blur();
        frame.current?.focus();
      }}
      width={cardWidthPx}
      height={height ?? unsizedCardHeightPx}
    />
  );
}

/** Below the words, or above where there is no room; inside the window; moving along as the page scrolls. */
function Floating({ anchor, children }: { anchor: Anchor; children: JSX.Element }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [, setTick] = useState(0);
  useEffect(() => {
    const move = (): void => setTick((tick) => tick + 1);
    const abort = new AbortController();
    window.addEventListener('scroll', move, { passive: true, capture: true, signal: abort.signal });
    window.addEventListener('resize', move, { passive: true, signal: abort.signal });
    return () => abort.abort();
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    const rect = anchor();
    if (element === null || rect === null) return;
    const { left, top } = placeBeside(rect, element.getBoundingClientRect());
    element.style.setProperty('left', `${left}px`);
    element.style.setProperty('top', `${top}px`);
  });
  return (
    <div class="floating" ref={box}>
      {children}
    </div>
  );
}

function placeBeside(words: DOMRect, own: DOMRect): { left: number; top: number } {
  const below = words.bottom + gapPx;
  const above = words.top - gapPx - own.height;
  const fitsBelow = below + own.height <= window.innerHeight - edgePx;
  const top = fitsBelow || above < edgePx ? Math.min(below, window.innerHeight - edgePx - own.height) : above;
  const left = Math.min(words.left, window.innerWidth - edgePx - own.width);
  return { left: Math.max(edgePx, left), top: Math.max(edgePx, top) };
}
