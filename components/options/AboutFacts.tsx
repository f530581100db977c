import type { JSX } from 'preact';
import { useText } from '../text.ts';

export type AboutFactsProps = {
  readonly version: string;
  readonly onPractise: () => void;
};

/** Which version this is, what it stores, and where to try it. */
export function AboutFacts({ version, onPractise }: AboutFactsProps): JSX.Element {
  const { t } = useText();
  return (
    <>
      <p>{t('optionsVersion', version)}</p>
      <p>{t('optionsPrivacy')}</p>
      <details>
        <summary>{t('optionsStored')}</summary>
        <ul class="facts">
          <li>{t('optionsStoredNotes')}</li>
          <li>{t('optionsStoredPages')}</li>
          <li>{t('optionsStoredDrafts')}</li>
          <li>{t('optionsStoredNothing')}</li>
        </ul>
      </details>
      <p>
        <button type="button" class="button" onClick={onPractise}>
          {t('optionsPractice')}
        </button>
      </p>
    </>
  );
}
