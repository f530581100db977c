import type { JSX } from 'preact';
import { Toast } from '../../components/Toast.tsx';
import { useText } from '../../components/text.ts';
import type { Outcomes } from '../store/use-outcome.ts';

export type OutcomeToastProps = Pick<Outcomes, 'outcome' | 'undo' | 'clear'> & {
  /** Called once the act was taken back. */
  readonly onUndone?: () => void;
};

/** What the last act did, with the way back where there is one; nothing when it failed or has nothing to say. */
export function OutcomeToast({ outcome, undo, clear, onUndone }: OutcomeToastProps): JSX.Element | null {
  const { t } = useText();
  if (outcome?.state !== 'done' || outcome.message === '') return null;
  const undoing = outcome.undo;
  const goBack = async (way: NonNullable<typeof undoing>): Promise<void> => {
    await undo(way, t('undone'));
    onUndone?.();
  };
  return (
    <Toast
      key={outcome.serial}
      message={outcome.message}
      {...(undoing === null ? {} : { onUndo: () => void goBack(undoing) })}
      onClose={clear}
    />
  );
}
