import { useRef, useState } from 'preact/hooks';
import { callExtension } from '../messaging/send.ts';
import type { Receipt } from '../messaging/protocol.ts';
import { failureCodeOf, type FailureCode } from '../model/failure.ts';

/** The way back from what was done: a stored act, or a call of its own for what is no act. */
export type Undoing = Receipt | { readonly goBack: () => Promise<unknown> };

/** What came of the reader's last act. */
export type Outcome =
  | {
      readonly state: 'done';
      /** Tells this outcome from the one before, which may read the same. */
      readonly serial: number;
      readonly message: string;
      readonly undo: Undoing | null;
    }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** Runs the acts of a view and tells how the last one ended. */
export type Outcomes = {
  readonly outcome: Outcome | null;
  readonly isBusy: boolean;
  /** Runs an act and remembers how it ended. The message shows once the act is durable. */
  readonly run: (work: () => Promise<Undoing | null>, message: string) => Promise<void>;
  readonly undo: (undoing: Undoing, message: string) => Promise<void>;
  readonly clear: () => void;
};

/** Remembers how the last act ended, for a toast or a sentence. */
export function useOutcome(): Outcomes {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  const serials = useRef(0);

  async function run(work: () => Promise<Undoing | null>, message: string): Promise<void> {
    setBusy(true);
    try {
      const undo = await work();
      setOutcome({ state: 'done', serial: ++serials.current, message, undo });
    } catch (error) {
      setOutcome({ state: 'failed', code: failureCodeOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return {
    outcome,
    isBusy,
    run,
    undo: async (undoing, message) =>
      await run(async () => {
        if ('goBack' in undoing) await undoing.goBack();
        else await callExtension('undoAct', undoing);
        return null;
      }, message),
    clear: () => setOutcome(null),
  };
}
