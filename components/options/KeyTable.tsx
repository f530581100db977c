import type { ComponentChildren, JSX } from 'preact';
import type { Choice, KeyPress } from '../../utils/model/key-press.ts';
import { useText } from '../text.ts';
import { KeyRecorder } from './KeyRecorder.tsx';

/** One line of a table of keys. */
export type KeyRow = {
  readonly id: string;
  readonly act: string;
  /** As the reader sees them; empty for none. */
  readonly keys: string;
};

export type KeyTableProps<Refusal extends string> = {
  readonly rows: readonly KeyRow[];
  /** Absent where only the browser itself can change them. */
  readonly changing?: {
    readonly choose: (press: KeyPress) => Choice<Refusal>;
    /** Empty keys switch it off. */
    readonly onChosen: (id: string, keys: string) => void;
    readonly onRefused: (reason: Refusal) => void;
    readonly onCancelled: () => void;
    /** More that can be done with a row. */
    readonly renderMore?: (row: KeyRow) => ComponentChildren;
  };
};

/** What the keys do, and which ones. */
export function KeyTable<Refusal extends string>({ rows, changing }: KeyTableProps<Refusal>): JSX.Element {
  const { t } = useText();
  return (
    <ul class="rows key-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <span class="key-act">{row.act}</span>
          <kbd>{row.keys === '' ? t('optionsShortcutNone') : row.keys}</kbd>
          {changing !== undefined && (
            <span class="key-buttons">
              <KeyRecorder
                act={row.act}
                choose={changing.choose}
                onChosen={(keys) => changing.onChosen(row.id, keys)}
                onRefused={changing.onRefused}
                onCancelled={changing.onCancelled}
              />
              <button
                type="button"
                class="button"
                // Disabled, it would lose the focus of whoever has just pressed it.
                aria-disabled={row.keys === ''}
                aria-label={t('keyOffName', row.act)}
                onClick={() => row.keys !== '' && changing.onChosen(row.id, '')}
              >
                {t('keyOff')}
              </button>
              {changing.renderMore?.(row)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
