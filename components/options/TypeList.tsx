import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../text.ts';
import { Rows } from './rows.tsx';

export type TypeListProps = {
  readonly types: readonly string[];
  readonly onAdd: (name: string) => void;
  readonly onRemove: (name: string) => void;
};

/** The reader's own entity types. */
export function TypeList({ types, onAdd, onRemove }: TypeListProps): JSX.Element {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  return (
    <>
      {types.length === 0 && <p class="hint">{t('optionsTypesNone')}</p>}
      <Rows count={types.length}>
        {types.map((type) => (
          <li key={type}>
            <span class="row-words">{type}</span>
            <button type="button" class="button" onClick={() => onRemove(type)}>
              {t('optionsTypeRemove', type)}
            </button>
          </li>
        ))}
      </Rows>
      <form
        class="field-row"
        onSubmit={(event) => {
          event.preventDefault();
          const name = typed.trim();
          if (name === '') return;
          setTyped('');
          onAdd(name);
        }}
      >
        <label class="field">
          <span class="field-label">{t('typeAddLabel')}</span>
          <input
            name="new-type"
            value={typed}
            autoComplete="off"
            maxLength={60}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {t('typeAddAct')}
        </button>
      </form>
    </>
  );
}
