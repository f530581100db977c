import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type WalkerProps = {
  /** From 1. */
  readonly position: number;
  readonly total: number;
  readonly onStep: (step: 1 | -1) => void;
  readonly onEdit: () => void;
  readonly onClose: () => void;
};

/**
 * Goes from annotation to annotation: by its buttons, or with the arrow keys; Enter opens the one at hand, Escape
 * ends. It takes the focus, and says where the reader is.
 */
export function Walker({ position, total, onStep, onEdit, onClose }: WalkerProps): JSX.Element {
  const { t } = useText();
  const edit = useRef<HTMLButtonElement>(null);
  // With the first paint: keys that follow at once are meant for it.
  useLayoutEffect(() => edit.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    const act = {
      ArrowRight: () => onStep(1),
      ArrowDown: () => onStep(1),
      ArrowLeft: () => onStep(-1),
      ArrowUp: () => onStep(-1),
      Escape: onClose,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <div class="toast" role="group" aria-label={t('walkLabel')} onKeyDown={onKeyDown}>
      <span class="toast-message" role="status">
        {t('walkPosition', String(position), String(total))}
      </span>
      <WalkerButton name={t('walkPrevious')} path={icons.previous} onPress={() => onStep(-1)} />
      <WalkerButton name={t('walkNext')} path={icons.next} onPress={() => onStep(1)} />
      <button ref={edit} type="button" class="button button-quiet" onClick={onEdit}>
        <Icon path={icons.note} />
        {t('actEdit')}
      </button>
      <WalkerButton name={t('actClose')} path={icons.close} onPress={onClose} />
    </div>
  );
}

type WalkerButtonProps = { readonly name: string; readonly path: string; readonly onPress: () => void };

function WalkerButton({ name, path, onPress }: WalkerButtonProps): JSX.Element {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onPress}>
      <Icon path={path} />
    </button>
  );
}
