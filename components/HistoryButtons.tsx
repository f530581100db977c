import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type HistoryButtonsProps = {
  /** What a step back undoes and a step forth does again, in words; `null` where there is none. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/**
 * A step back and a step forth over everything the reader did, also by the usual keys. In a field the keys stay the
 * browser's, which undoes the typing there.
 */
export function HistoryButtons(props: HistoryButtonsProps): JSX.Element {
  const { t } = useText();
  const { undo, redo, onUndo, onRedo } = props;
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const abort = new AbortController();
    document.addEventListener('keydown', (event) => onKey(event, latest.current), { signal: abort.signal });
    return () => abort.abort();
  }, []);
  return (
    <span class="history" role="group">
      <StepButton
        name={undo === null ? t('historyNoUndo') : t('historyUndo', undo)}
        path={icons.undo}
        isThere={undo !== null}
        onPress={onUndo}
      />
      <StepButton
        name={redo === null ? t('historyNoRedo') : t('historyRedo', redo)}
        path={icons.redo}
        isThere={redo !== null}
        onPress={onRedo}
      />
    </span>
  );
}

type StepButtonProps = {
  readonly name: string;
  readonly path: string;
  readonly isThere: boolean;
  readonly onPress: () => void;
};

/** Not `disabled`: the focus would be lost with the last step. */
function StepButton({ name, path, isThere, onPress }: StepButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={name}
      aria-disabled={!isThere}
      onClick={() => isThere && onPress()}
    >
      <Icon path={path} />
    </button>
  );
}

function onKey(event: KeyboardEvent, { undo, redo, onUndo, onRedo }: HistoryButtonsProps): void {
  const key = event.key.toLowerCase();
  const isStep = (event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y');
  if (!isStep || event.defaultPrevented || isTyping(event.target)) return;
  event.preventDefault();
  const isForth = key === 'y' || event.shiftKey;
  if (isForth && redo !== null) onRedo();
  if (!isForth && undo !== null) onUndo();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
