import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export type SheetProps = {
  readonly label: string;
  /** Grows when the focus is to come here; 0 when it is to stay where it is. */
  readonly focusRequest: number;
  /** What it is about, as a place in the window, which it must not lie on; `null` when that is not shown. */
  readonly about: () => DOMRect | null;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

/** Room between the sheet and what it is about, in pixels. */
const gap = 16;

/** What is at hand at the lower edge while the article stays in view. Escape closes it, wherever the focus is. */
export function Sheet({ label, focusRequest, about, onClose, children }: SheetProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (focusRequest > 0) box.current?.focus({ preventScroll: true });
  }, [focusRequest]);
  useEffect(() => {
    const rect = about();
    const edge = box.current?.getBoundingClientRect().top ?? innerHeight;
    if (rect !== null && rect.bottom > edge - gap)
      scrollBy({ top: rect.bottom - edge + gap, behavior: 'instant' });
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div ref={box} class="sheet" role="region" aria-label={label} tabIndex={-1}>
      {children}
    </div>
  );
}
