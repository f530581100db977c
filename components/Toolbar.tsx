import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { EntityTypes, MoreActs, ToolbarActs, type ToolbarCallbacks } from './ToolbarActs.tsx';
import { useText } from './text.ts';

export type ToolbarProps = ToolbarCallbacks & {
  readonly ownTypes: readonly string[];
  /** Grows when focus should move into the toolbar. */
  readonly focusRequest: number;
  /** Whether there is no room for everything: the less used acts are behind "More" then. */
  readonly isNarrow?: boolean;
  readonly onClose: () => void;
};

/** What the toolbar shows: the acts, or what is behind one of them. */
type Panel = 'acts' | 'types' | 'more';

/**
 * The small toolbar by a selection. Arrow keys walk it, Escape closes it. Pointer presses are kept from
 * moving the focus, so that the page's selection stays.
 */
export function Toolbar(props: ToolbarProps): JSX.Element {
  const { focusRequest, onClose } = props;
  const { t } = useText();
  const [panel, setPanel] = useState<Panel>('acts');
  const bar = useRef<HTMLDivElement>(null);
  const before = useRef<Panel>('acts');

  // With the first paint: keys that follow at once are meant for what is new.
  useLayoutEffect(() => {
    const buttons = buttonsOf(bar.current);
    // Back from a panel, the focus goes to the button that led there: its old place is gone.
    if (before.current !== 'acts' && panel === 'acts') {
      buttons.find((button) => button.dataset['opens'] === before.current)?.focus();
    } else if (focusRequest > 0 || panel !== 'acts') buttons[0]?.focus();
    before.current = panel;
  }, [focusRequest, panel]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (panel === 'acts') onClose();
      else setPanel('acts');
      return;
    }
    const buttons = buttonsOf(bar.current);
    const next = nextOf(
      buttons.findIndex((button) => button.matches(':focus')),
      buttons.length,
      event.key,
    );
    if (next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  return (
    <div
      ref={bar}
      class="toolbar"
      role="toolbar"
      tabIndex={-1}
      aria-label={t('toolbarLabel')}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      {panel === 'types' && <EntityTypes {...props} />}
      {panel === 'more' && <MoreActs {...props} />}
      {panel === 'acts' && <ToolbarActs {...props} onOpen={setPanel} />}
    </div>
  );
}

function buttonsOf(bar: HTMLElement | null): HTMLButtonElement[] {
  return bar === null ? [] : [...bar.querySelectorAll('button')];
}

/** Where a key leads from the nth of so many buttons, -1 being none; `null` when it leads nowhere. */
function nextOf(at: number, count: number, key: string): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = stepOf(key);
  if (step === 0) return null;
  return ((at === -1 && step === -1 ? 0 : at) + step + count) % count;
}

function stepOf(key: string): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  return key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
}
