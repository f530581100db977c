import type { JSX } from 'preact';
import { useText } from '../text.ts';
import { Rows } from './rows.tsx';

/** A deleted annotation, as the reader recognises it. */
export type TrashRow = {
  readonly id: string;
  readonly quote: string;
  /** Of its article; `undefined` when not known. */
  readonly lang: string | undefined;
  /** The article's; empty when not known. */
  readonly title: string;
  /** ISO 8601. */
  readonly deleted: string;
};

export type TrashListProps = {
  readonly rows: readonly TrashRow[];
  readonly onRestore: (id: string) => void;
};

/** What was deleted and can still be had back. */
export function TrashList({ rows, onRestore }: TrashListProps): JSX.Element {
  const { t, day } = useText();
  return (
    <>
      {rows.length === 0 && <p class="hint">{t('optionsTrashNone')}</p>}
      <Rows count={rows.length}>
        {rows.map(({ id, quote, lang, title, deleted }) => (
          <li key={id}>
            <div class="row-words">
              <blockquote lang={lang}>{quote}</blockquote>
              <p class="hint">
                {title === '' ? '' : `${title}, `}
                {t('optionsTrashDate', day(deleted))}
              </p>
            </div>
            <button
              type="button"
              class="button"
              aria-label={t('actRestoreName', quote)}
              onClick={() => onRestore(id)}
            >
              {t('actRestore')}
            </button>
          </li>
        ))}
      </Rows>
    </>
  );
}
