import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../text.ts';
import { Rows } from './rows.tsx';

export type SiteListProps = {
  /** Hosts; `*` for every one. */
  readonly sites: readonly string[];
  readonly onForget: (site: string) => void;
  /** Called by a gesture of the reader's, which the browser asks for. False when the address names no site. */
  readonly onAllow: (address: string) => boolean;
};

/** The sites on which Pressmark starts by itself, to take back or to add to. */
export function SiteList({ sites, onForget, onAllow }: SiteListProps): JSX.Element {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const nameOf = (site: string): string => (site === '*' ? t('optionsSitesEvery') : site);
  return (
    <>
      {sites.length === 0 && <p class="hint">{t('optionsSitesNone')}</p>}
      <Rows count={sites.length}>
        {sites.map((site) => (
          <li key={site}>
            <span class="row-words">{nameOf(site)}</span>
            <button type="button" class="button" onClick={() => onForget(site)}>
              {t('optionsSiteForget', nameOf(site))}
            </button>
          </li>
        ))}
      </Rows>
      <form
        class="field-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (onAllow(typed)) setTyped('');
        }}
      >
        <label class="field">
          <span class="field-label">{t('optionsSiteLabel')}</span>
          <input
            name="site"
            value={typed}
            inputMode="url"
            placeholder={t('optionsSiteHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            maxLength={300}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {t('optionsSiteAllow')}
        </button>
      </form>
    </>
  );
}
