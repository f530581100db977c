import type { JSX } from 'preact';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type ToastProps = {
  readonly message: string;
  readonly onUndo?: () => void;
  readonly onNote?: () => void;
  readonly onClose: () => void;
};

/** What was just done, said politely to screen readers too, with the way back. */
export function Toast({ message, onUndo, onNote, onClose }: ToastProps): JSX.Element {
  const { t } = useText();
  return (
    <div class="toast" role="status">
      <span class="toast-message">{message}</span>
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
      <button
        type="button"
        class="icon-button"
        aria-label={t('actClose')}
        title={t('actClose')}
        onClick={onClose}
      >
        <Icon path={icons.close} />
      </button>
    </div>
  );
}
