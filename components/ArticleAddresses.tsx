import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from './text.ts';

/** Another article of the library, for a list to choose from. */
export type OtherArticle = { readonly id: string; readonly title: string; readonly facts: string };

export type ArticleAddressesProps = {
  /** Normalised addresses that lead to this article. */
  readonly urls: readonly string[];
  readonly others: readonly OtherArticle[];
  readonly onSplit: (url: string) => void;
  readonly onMerge: (id: string) => void;
};

/** Under which addresses an article is kept: parts what is not one article, and joins what is. */
export function ArticleAddresses({ urls, others, onSplit, onMerge }: ArticleAddressesProps): JSX.Element {
  const { t } = useText();
  const [chosen, setChosen] = useState('');
  return (
    <details class="addresses">
      <summary>{t('addressesTitle')}</summary>
      <ul class="address-list">
        {urls.map((url) => (
          <li key={url}>
            <span class="address">{url.replace(/^https?:\/\//u, '')}</span>
            {urls.length > 1 && (
              <button
                type="button"
                class="button"
                aria-label={t('addressSplitName', url)}
                onClick={() => onSplit(url)}
              >
                {t('addressSplit')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div class="field-row">
          <label class="field">
            <span class="field-label">{t('addressMergeLabel')}</span>
            <select name="merge" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
              <option value="">{t('addressMergeNone')}</option>
              {others.map(({ id, title, facts }) => (
                <option key={id} value={id}>
                  {facts === '' ? title : `${title} (${facts})`}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            class="button"
            disabled={chosen === ''}
            onClick={() => {
              setChosen('');
              onMerge(chosen);
            }}
          >
            {t('addressMerge')}
          </button>
        </div>
      )}
    </details>
  );
}
