import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Translator } from '../../utils/i18n/translator.ts';
import { failureCodeOf, type FailureCode } from '../../utils/model/failure.ts';
import { FailureNotice } from '../Notice.tsx';
import { useText } from '../text.ts';

/** A sentence, put together when it is shown: the act may have been a change of language. */
export type Say = (text: Translator) => string;

type Outcome =
  | {
      readonly state: 'done';
      readonly serial: number;
      readonly say: Say;
      readonly onUndo: (() => void) | null;
    }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** How the last act of a section ended, and what runs the next one. */
export type Acts = {
  readonly outcome: Outcome | null;
  readonly isBusy: boolean;
  /** Runs an act, then says what it has done; with `undo` there is a way back. */
  readonly run: (
    work: () => Promise<unknown>,
    say: Say,
    undo?: { readonly work: () => Promise<unknown>; readonly say: Say },
  ) => Promise<void>;
  /** Says something that needed no act. */
  readonly tell: (say: Say) => void;
};

/** Runs the acts of a section and remembers how the last one ended. */
export function useActs(): Acts {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  const serials = useRef(0);

  const run: Acts['run'] = async (work, say, undo) => {
    setBusy(true);
    try {
      await work();
      const onUndo = undo === undefined ? null : (): void => void run(undo.work, undo.say);
      setOutcome({ state: 'done', serial: ++serials.current, say, onUndo });
    } catch (error) {
      setOutcome({ state: 'failed', code: failureCodeOf(error) });
    } finally {
      setBusy(false);
    }
  };

  return {
    outcome,
    isBusy,
    run,
    tell: (say) => setOutcome({ state: 'done', serial: ++serials.current, say, onUndo: null }),
  };
}

/** How the last act ended, for eyes and for screen readers. Always there: what is to be heard must not come and go. */
export function Told({ acts: { outcome } }: { readonly acts: Pick<Acts, 'outcome'> }): JSX.Element {
  const text = useText();
  const done = outcome?.state === 'done' ? outcome : null;
  return (
    <>
      <div class="told">
        <p role="status">
          {/* A new element for each act: the same sentence said again is heard again. */}
          {done !== null && <span key={done.serial}>{done.say(text)}</span>}
        </p>
        {done !== null && done.onUndo !== null && (
          <button type="button" class="button button-quiet" onClick={done.onUndo}>
            {text.t('actUndo')}
          </button>
        )}
      </div>
      {outcome?.state === 'failed' && <FailureNotice code={outcome.code} />}
    </>
  );
}
