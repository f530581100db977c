import type { JSX } from 'preact';
import type { WikidataEntry } from '../utils/model/entity.ts';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type EntityLookupProps = {
  /** What the reader chose before. */
  readonly chosen: WikidataEntry | null;
  /** What came back; `null` before anything was asked. */
  readonly found: readonly WikidataEntry[] | null;
  readonly isBusy: boolean;
  readonly onLookUp: () => void;
  readonly onChoose: (entry: WikidataEntry | null) => void;
};

/** What Wikidata knows an entity as, and the press that asks it. */
export function EntityLookup({ chosen, found, isBusy, onLookUp, onChoose }: EntityLookupProps): JSX.Element {
  const { t } = useText();
  return (
    <div class="entity-lookup">
      {chosen !== null && (
        <p>
          <a href={`https://www.wikidata.org/wiki/${chosen.id}`} target="_blank" rel="noopener noreferrer">
            {t('wikidataLink', chosen.label)}
          </a>{' '}
          <span class="hint">{chosen.description}</span>
        </p>
      )}
      {found !== null && (
        <div role="group" aria-label={t('lookUpFound')}>
          <p class="hint" role="status">
            {found.length === 0 ? t('lookUpNone') : t('lookUpFound')}
          </p>
          <ul class="entity-entries">
            {found.map((entry) => (
              <li key={entry.id}>
                <button
                  type="button"
                  class="button entity-entry"
                  aria-pressed={entry.id === chosen?.id}
                  disabled={isBusy}
                  onClick={() => onChoose(entry)}
                >
                  <strong>{entry.label}</strong> <span>{entry.description}</span> <small>{entry.id}</small>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="entity-acts">
        <button type="button" class="button button-quiet" disabled={isBusy} onClick={onLookUp}>
          <Icon path={icons.find} />
          {t('lookUp')}
        </button>
        {chosen !== null && (
          <button type="button" class="button button-quiet" disabled={isBusy} onClick={() => onChoose(null)}>
            {t('wikidataForget')}
          </button>
        )}
      </div>
      <p class="hint">{t('lookUpHint')}</p>
    </div>
  );
}
