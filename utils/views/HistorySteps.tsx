import type { JSX } from 'preact';
import { HistoryButtons } from '../../components/HistoryButtons.tsx';
import { useText } from '../../components/text.ts';
import type { ActRow, GroupAct, Library } from '../db/database.ts';
import { readHistory, type Step } from '../db/history.ts';
import type { Translator } from '../i18n/translator.ts';
import { callExtension } from '../messaging/send.ts';
import { quoteOf } from '../model/annotation.ts';
import { useLive } from '../store/use-live.ts';
import type { Outcomes } from '../store/use-outcome.ts';

export type HistoryStepsProps = {
  readonly library: Library;
  readonly run: Outcomes['run'];
};

/** So far a reader steps back without looking; older things are undone where they are kept, or out of the trash. */
const sessionMs = 12 * 60 * 60 * 1000;

/** Undo and redo over everything done in the last hours, whichever window it was done in. */
export function HistorySteps({ library, run }: HistoryStepsProps): JSX.Element {
  const text = useText();
  const { t } = text;
  const history = useLive(
    async () => await readHistory(library, new Date(Date.now() - sessionMs).toISOString()),
    [],
  );
  const { undo, redo } = history.state === 'ready' ? history.value : { undo: null, redo: null };

  const step = (to: Step | null, message: 'historyUndone' | 'historyRedone'): void => {
    if (to === null) return;
    void run(
      async () => {
        await callExtension('undoAct', { actId: to.act.id });
        return null;
      },
      t(message, describe(to.deed, text)),
    );
  };
  return (
    <HistoryButtons
      undo={undo === null ? null : describe(undo.deed, text)}
      redo={redo === null ? null : describe(redo.deed, text)}
      onUndo={() => step(undo, 'historyUndone')}
      onRedo={() => step(redo, 'historyRedone')}
    />
  );
}

function describe(deed: ActRow, text: Translator): string {
  const { t } = text;
  if (deed.kind === 'page') return t('historyDeed_page');
  if (deed.kind === 'group') return describeGroup(deed, text);
  const kind = deed.kind === 'undo' ? 'change' : deed.kind;
  return t(`historyDeed_${kind}`, shorten(quoteOf(deed.after)));
}

function describeGroup({ deed, about, annotations }: GroupAct, { t, plural }: Translator): string {
  const words = shorten(about);
  return deed === 'keep'
    ? plural('historyDeed_keep', annotations.length, words)
    : t(`historyDeed_group_${deed}`, words);
}

/** So many characters of a passage are enough to know it by; each is a few code units at most. */
const longest = 40;
const reach = longest * 10;

function shorten(words: string): string {
  const characters = [...new Intl.Segmenter().segment(words.slice(0, reach))].map(({ segment }) => segment);
  return characters.length <= longest ? words : `${characters.slice(0, longest).join('').trimEnd()}…`;
}
