import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CloseButton } from '../../components/CloseButton.tsx';
import { callExtension } from '../../utils/messaging/send.ts';

/** For the root of a frame in the page: it is as tall as that, and Escape leaves it. */
export function useFrame(id: string, onLeave: () => void): { readonly current: HTMLElement | null } {
  const frame = useRef<HTMLElement>(null);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => reportHeight(id, frame.current), [id]);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    let isPressed = false;
    document.addEventListener(
      'keydown',
      (event) => {
        isPressed = event.key === 'Escape';
      },
      { signal },
    );
    // When the key is let go: were the frame gone before that, the page would hear it.
    document.addEventListener(
      'keyup',
      (event) => {
        if (isPressed && event.key === 'Escape') leave.current();
        isPressed = false;
      },
      { signal },
    );
    return () => abort.abort();
  }, []);
  return frame;
}

/** Tells the page side how tall the frame must be, each time it changes. */
function reportHeight(id: string, element: HTMLElement | null): () => void {
  if (element === null) return () => {};
  const observer = new ResizeObserver(() => {
    const height = document.documentElement.offsetHeight;
    callExtension('resizeCard', { id, height }).catch((error: unknown) => console.warn(error));
  });
  observer.observe(element);
  return () => observer.disconnect();
}

export type CardHeadProps = {
  readonly words: string;
  readonly lang: string | undefined;
  readonly onClose: () => void;
};

/** The words that the frame is about, and the way out. */
export function CardHead({ words, lang, onClose }: CardHeadProps): JSX.Element {
  return (
    <div class="card-head">
      <blockquote class="item-words" lang={lang}>
        {words}
      </blockquote>
      <CloseButton onClose={onClose} />
    </div>
  );
}
