import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { defaultColours } from '../utils/model/annotation.ts';
import type { KeepChoice } from '../utils/messaging/protocol.ts';
import { ColourDots } from './ColourDots.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { allTypes, nameOfType } from '../utils/i18n/names.ts';
import { useText } from './text.ts';

export type ToolbarProps = {
  readonly ownTypes: readonly string[];
  /** Grows when focus should move into the toolbar. */
  readonly focusRequest: number;
  readonly onKeep: (choice: KeepChoice) => void;
  readonly onClose: () => void;
};

/**
 * The small toolbar by a selection. Arrow keys walk it, Escape closes it. Pointer presses are kept from
 * moving the focus, so that the page's selection stays.
 */
export function Toolbar({ ownTypes, focusRequest, onKeep, onClose }: ToolbarProps): JSX.Element {
  const text = useText();
  const { t } = text;
  const [isChoosingType, setChoosingType] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const wasChoosingType = useRef(false);

  useEffect(() => {
    const buttons = buttonsOf(bar.current);
    // Back from the types, the focus goes to the button that led there: its old place is gone.
    if (wasChoosingType.current && !isChoosingType) buttons.at(-1)?.focus();
    else if (focusRequest > 0 || isChoosingType) buttons[0]?.focus();
    wasChoosingType.current = isChoosingType;
  }, [focusRequest, isChoosingType]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (isChoosingType) setChoosingType(false);
      else onClose();
      return;
    }
    const step = stepOf(event.key);
    if (step === 0) return;
    event.preventDefault();
    const buttons = buttonsOf(bar.current);
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const from = at === -1 && step === -1 ? 0 : at;
    buttons[(from + step + buttons.length) % buttons.length]?.focus();
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
      {isChoosingType ? (
        <span class="types" role="group" aria-label={t('toolbarTypes')}>
          {allTypes(ownTypes).map((type) => (
            <button
              key={type}
              type="button"
              class="button button-quiet"
              onClick={() =>
                onKeep({ kind: 'entity', colour: defaultColours.entity, subject: { name: '', type } })
              }
            >
              {nameOfType(type, text)}
            </button>
          ))}
        </span>
      ) : (
        <>
          <ColourDots onChoose={(colour) => onKeep({ kind: 'highlight', colour })} />
          <button
            type="button"
            class="button button-quiet"
            onClick={() => onKeep({ kind: 'quote', colour: defaultColours.quote })}
          >
            <Icon path={icons.quote} />
            {t('kind_quote')}
          </button>
          <button
            type="button"
            class="button button-quiet"
            aria-expanded={false}
            onClick={() => setChoosingType(true)}
          >
            <Icon path={icons.entity} />
            {t('kind_entity')}
          </button>
        </>
      )}
    </div>
  );
}

function buttonsOf(bar: HTMLElement | null): HTMLButtonElement[] {
  return bar === null ? [] : [...bar.querySelectorAll('button')];
}

function stepOf(key: string): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  return key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
}
