import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Toast, type ToastProps } from '../../components/Toast.tsx';
import type { Anchor } from '../../components/page-ui.ts';
import { Walker, type WalkerProps } from '../../components/Walker.tsx';
import { Toolbar, type ToolbarProps } from '../../components/Toolbar.tsx';
import { Floating } from './Floating.tsx';
import { Strip, type StripProps } from './Strip.tsx';
import { CaretLayer, type CaretLayerState } from './CaretLayer.tsx';

export type PageUiState = {
  readonly strip: StripProps | null;
  readonly toolbar: (ToolbarProps & { readonly anchor: Anchor; readonly isTouch: boolean }) | null;
  readonly card: {
    readonly id: string;
    readonly url: string;
    /** CSS pixels; `null` until the frame has said how tall its content is. */
    readonly height: number | null;
    readonly anchor: Anchor;
    readonly label: string;
    /** Whether it names an entity that is not kept yet. */
    readonly isNaming: boolean;
  } | null;
  readonly walker: WalkerProps | null;
  readonly toast: (ToastProps & { readonly key: number }) | null;
  readonly caret: CaretLayerState | null;
};

const cardWidthPx = 340;
const unsizedCardHeightPx = 300;
/** As tall as a toast of one line and its distance from the edge. */
const toastPx = 60;

/** All that Pressmark shows in a page. */
export function PageUi({ strip, toolbar, card, walker, toast, caret }: PageUiState): JSX.Element {
  // Below the others, which keep out of its way as long as there is room.
  const freeBelow = walker === null && toast === null ? 0 : toastPx;
  return (
    <>
      {caret !== null && <CaretLayer {...caret} />}
      {strip !== null && <Strip {...strip} />}
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
      {toolbar !== null && (
        <Floating
          key="toolbar"
          anchor={toolbar.anchor}
          align="end"
          isTouch={toolbar.isTouch}
          freeBelow={freeBelow}
          // Who asks for it by a key gets it, wherever the words are.
          leaves={toolbar.focusRequest === 0}
        >
          <Toolbar {...toolbar} />
        </Floating>
      )}
      {card !== null && (
        <Floating key={card.id} anchor={card.anchor} align="start" freeBelow={freeBelow}>
          <CardFrame {...card} />
        </Floating>
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
