import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

export type TabsProps<Name extends string> = {
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly title: string }[];
  readonly chosen: Name;
  /** The id of the element that shows what is chosen. */
  readonly controls: string;
  readonly onChoose: (name: Name) => void;
};

/** Ways to see the same thing, one at a time; arrow keys go from one to the next. */
export function Tabs<Name extends string>(props: TabsProps<Name>): JSX.Element {
  const { tabs, chosen, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);

  function walk(event: KeyboardEvent): void {
    const isRightToLeft = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: isRightToLeft ? -1 : 1,
      ArrowLeft: isRightToLeft ? 1 : -1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex(({ name }) => name === chosen) + step;
    const next = tabs[(at + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.name);
    list.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  }

  return (
    <div ref={list} class="segments tabs" role="tablist" aria-label={props.label}>
      {tabs.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          class="segment"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === chosen}
          aria-controls={props.controls}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
          onKeyDown={walk}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
