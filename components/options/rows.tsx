import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A list whose entries have buttons that take them away. The focus, which would be lost with the button, goes to the
 * button of the next entry, and to the heading of the section when none is left.
 */
export function Rows({ children, count }: { children: ComponentChildren; count: number }): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const lastRow = useRef(-1);
  const before = useRef(count);
  useLayoutEffect(() => {
    const wasLost = count < before.current && lastRow.current !== -1;
    before.current = count;
    const element = list.current;
    if (!wasLost || element === null || element.contains(document.activeElement)) return;
    const rows = element.querySelectorAll<HTMLElement>(':scope > li');
    const next = rows[Math.min(lastRow.current, rows.length - 1)]?.querySelector('button');
    (next ?? element.closest('section')?.querySelector('h2'))?.focus();
  }, [count]);
  return (
    <ul
      ref={list}
      class="rows"
      onFocusIn={(event) => {
        const rows = [...event.currentTarget.children];
        lastRow.current = rows.findIndex((row) => row.contains(event.target as Node));
      }}
      onFocusOut={(event) => {
        // Gone to another element, not with the row: then it is not ours to bring back.
        if (event.relatedTarget !== null) lastRow.current = -1;
      }}
    >
      {children}
    </ul>
  );
}
