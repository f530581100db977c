import type { JSX } from 'preact';
import { nameOfType } from '../../utils/i18n/names.ts';
import type { NamedEntity } from '../../utils/model/view.ts';
import { useText } from '../text.ts';
import { Rows } from './rows.tsx';

export type LearnedFactsProps = {
  /** How many names the reader taught. */
  readonly count: number;
  /** Names that are proposed no more. */
  readonly silenced: readonly NamedEntity[];
  /** Whether there is anything to forget or to export. */
  readonly hasAny: boolean;
  readonly onAllow: (name: NamedEntity) => void;
  readonly onForget: () => void;
  readonly onExport: () => void;
};

/** What was learned of the reader's decisions, and what takes it away again. */
export function LearnedFacts(props: LearnedFactsProps): JSX.Element {
  const { count, silenced, hasAny } = props;
  const text = useText();
  const { t, plural } = text;
  return (
    <>
      <p>{count === 0 ? t('learnedNone') : plural('learnedNames', count)}</p>
      {silenced.length > 0 && <h3>{t('learnedSilenced')}</h3>}
      <Rows count={silenced.length}>
        {silenced.map((one) => (
          <li key={`${one.type} ${one.name}`}>
            <span class="row-words">
              {one.name} <small class="count">{nameOfType(one.type, text)}</small>
            </span>
            <button
              type="button"
              class="button"
              aria-label={t('learnedAllowName', one.name)}
              onClick={() => props.onAllow(one)}
            >
              {t('learnedAllow')}
            </button>
          </li>
        ))}
      </Rows>
      {hasAny && (
        <p class="row-acts">
          <button type="button" class="button" onClick={props.onForget}>
            {t('learnedForget')}
          </button>
          <button type="button" class="button" onClick={props.onExport}>
            {t('learnedExport')}
          </button>
        </p>
      )}
    </>
  );
}
