import type { JSX } from 'preact';
import type { Safety } from '../../utils/model/safety.ts';
import { useText } from '../text.ts';
import { formatBytes } from './StorageFacts.tsx';

export type CopyFactsProps = {
  readonly safety: Pick<Safety, 'copies' | 'until'>;
  readonly isBusy: boolean;
  readonly onCopy: () => void;
};

/** The copies of the library that Pressmark keeps by itself. */
export function CopyFacts({ safety, isBusy, onCopy }: CopyFactsProps): JSX.Element {
  const { t, locale } = useText();
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <h3>{t('copiesTitle')}</h3>
      <p>{t('copiesWhat')}</p>
      {safety.until !== null && <p>{t('copiesUntil', moment.format(new Date(safety.until)))}</p>}
      {safety.copies.length > 0 && (
        <ul class="copies">
          {safety.copies.map(({ at, bytes }) => (
            <li key={at}>{t('copiesOne', moment.format(new Date(at)), formatBytes(bytes, locale))}</li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" class="button" disabled={isBusy} onClick={onCopy}>
          {t('copiesMake')}
        </button>
      </p>
    </>
  );
}
