import { useEffect, useRef } from 'preact/hooks';

type Root = { readonly current: HTMLElement | null };

/** Keyboard and touch selections have come to rest after this long, in milliseconds. */
const restMs = 120;

/**
 * Calls when a selection in the element has come to rest: at the release of a mouse, else a moment after the last
 * change. Selections elsewhere, as in a field that is typed into, are not told.
 */
export function useSettledSelection(root: Root, onSettled: (selection: { root: HTMLElement }) => void): void {
  const latest = useRef(onSettled);
  latest.current = onSettled;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isPressed = false;
    const settle = (): void => {
      timer = null;
      const anchor = getSelection()?.anchorNode ?? null;
      if (root.current?.contains(anchor) === true) latest.current({ root: root.current });
    };
    const wait = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = isPressed ? null : setTimeout(settle, restMs);
    };
    const press = ({ pointerType }: PointerEvent): void => {
      isPressed = pointerType === 'mouse';
    };
    const release = (): void => {
      isPressed = false;
      wait();
    };
    document.addEventListener('selectionchange', wait);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    return () => {
      if (timer !== null) clearTimeout(timer);
      document.removeEventListener('selectionchange', wait);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
    };
  }, []);
}
