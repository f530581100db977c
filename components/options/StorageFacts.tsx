import type { JSX } from 'preact';
import { useText } from '../text.ts';

export type StorageFactsProps = {
  readonly counts: { readonly articles: number; readonly annotations: number; readonly entities: number };
  /** `null` where the browser does not tell. */
  readonly bytes: number | null;
  /** Whether the browser keeps it when the disk gets full; `null` where it does not tell. */
  readonly isPersistent: boolean | null;
  readonly onPersist: () => void;
};

/** How much is kept, how much room it takes, and whether it stays. */
export function StorageFacts({ counts, bytes, isPersistent, onPersist }: StorageFactsProps): JSX.Element {
  const { t, plural, locale } = useText();
  const kept = t(
    'optionsStorageKept',
    plural('countArticles', counts.articles),
    plural('keptCount', counts.annotations),
    plural('countEntities', counts.entities),
  );
  return (
    <>
      <p>{t('optionsStorageWhere')}</p>
      <p class="storage-counts">
        {kept} {bytes !== null && t('optionsStorageSize', formatBytes(bytes, locale))}
      </p>
      {isPersistent !== null && <p>{t(isPersistent ? 'optionsStorageSafe' : 'optionsStorageUnsafe')}</p>}
      {isPersistent === false && (
        <p>
          <button type="button" class="button" onClick={onPersist}>
            {t('optionsStorageAsk')}
          </button>
        </p>
      )}
    </>
  );
}

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size such as "1.2 MB", in decimal units, never less than a kilobyte. */
export function formatBytes(bytes: number, locale: string): string {
  const power = bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const value = Math.max(1, bytes / 1000 ** power);
  return value.toLocaleString(locale, {
    style: 'unit',
    unit: units[power - 1] ?? 'gigabyte',
    maximumFractionDigits: value < 10 && power > 1 ? 1 : 0,
  });
}
