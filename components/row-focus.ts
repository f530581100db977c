import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Follows the focus through rows that go when something is decided of them. */
export type RowFocus = {
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onFocusOut: (event: FocusEvent) => void;
  /** Goes to the row so many further down. */
  readonly step: (key: string, by: number) => void;
};

/**
 * Keeps the focus in a list of rows, each an element with `data-row` and a button in it. The focus, which would be
 * lost with a row, goes to the one that comes into its place, and to the summary when none is left.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>, keys: readonly string[]): RowFocus {
  /** The row that has the focus, by its place; -1 when none has. */
  const at = useRef(-1);
  const before = useRef(keys);
  useLayoutEffect(() => {
    const wasThere = before.current[at.current];
    before.current = keys;
    const element = list.current;
    if (at.current === -1 || element === null || (wasThere !== undefined && keys.includes(wasThere))) return;
    if (element.contains(document.activeElement)) return;
    const key = keys[Math.min(at.current, keys.length - 1)];
    (buttonOf(element, key) ?? element.querySelector<HTMLElement>('summary'))?.focus();
  }, [keys.join(' ')]);
  return {
    onFocusIn(event) {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
      at.current = row === null ? -1 : keys.indexOf(row.dataset['row'] ?? '');
    },
    onFocusOut(event) {
      // Gone to another element, not with the row: then it is not ours to bring back.
      if (event.relatedTarget !== null) at.current = -1;
    },
    step(key, by) {
      const element = list.current;
      if (element !== null) buttonOf(element, keys[keys.indexOf(key) + by])?.focus();
    },
  };
}

function buttonOf(list: HTMLElement, key: string | undefined): HTMLElement | null {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  return rows.find((row) => row.dataset['row'] === key)?.querySelector('button') ?? null;
}

/** The row that a key was pressed in; `null` in a field, and for a key with others. */
export function keyOfRow(event: KeyboardEvent): string | null {
  const { target, ctrlKey, altKey, metaKey, isComposing } = event;
  if (!(target instanceof Element) || ctrlKey || altKey || metaKey || isComposing) return null;
  if (target.closest('input, select, textarea') !== null) return null;
  return target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
}
