import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CloseButton } from './CloseButton.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type ToastProps = {
  readonly message: string;
  readonly onUndo?: () => void;
  readonly onNote?: () => void;
  /** Another thing to do about it, with its name. */
  readonly further?: { readonly name: string; readonly onPress: () => void };
  readonly onClose: () => void;
};

/** Long enough to be read and reached. */
const toastMs = 8_000;

/**
 * What was just done, said politely to screen readers too, with the way back. It goes by itself, but never while
 * somebody is at it. Mount it anew (`key`) for another message.
 */
export function Toast({ message, onUndo, onNote, further, onClose }: ToastProps): JSX.Element {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const look = (): void => {
      if (box.current?.matches(':hover, :focus-within') === true) timer = setTimeout(look, toastMs);
      else close.current();
    };
    let timer = setTimeout(look, toastMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div ref={box} class="toast" role="status">
      <span class="toast-message">{message}</span>
      {further !== undefined && (
        <button type="button" class="button button-quiet toast-further" onClick={further.onPress}>
          <Icon path={icons.entity} />
          {further.name}
        </button>
      )}
      {onNote !== undefined && (
        <button type="button" class="button button-quiet" onClick={onNote}>
          <Icon path={icons.note} />
          {t('actNote')}
        </button>
      )}
      {onUndo !== undefined && (
        <button type="button" class="button button-quiet" onClick={onUndo}>
          <Icon path={icons.undo} />
          {t('actUndo')}
        </button>
      )}
      <CloseButton onClose={onClose} />
    </div>
  );
}
