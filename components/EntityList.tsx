import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { searchable } from '../utils/model/filter.ts';
import type { ListedEntity } from '../utils/model/known-entity.ts';
import { nameOfType } from '../utils/i18n/names.ts';
import { useText } from './text.ts';

export type EntityListProps = {
  readonly known: readonly ListedEntity[];
  readonly onOpen: (id: string) => void;
};

/** More names than these are found by typing. */
const mostListed = 300;

/** The names that are kept, those used last first. */
export function EntityList({ known, onOpen }: EntityListProps): JSX.Element {
  const text = useText();
  const { t, plural } = text;
  const [query, setQuery] = useState('');
  const wanted = searchable(query).trim();
  const fitting = known.filter(({ name, aliases = [] }) =>
    [name, ...aliases].some((one) => searchable(one).includes(wanted)),
  );
  const listed = fitting.slice(0, mostListed);
  if (known.length === 0) return <p class="hint">{t('entitiesNone')}</p>;
  return (
    <>
      <label class="field">
        <span class="field-label">{t('entitiesFilter')}</span>
        <input
          type="search"
          name="entity-filter"
          value={query}
          autoComplete="off"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <ul class="entity-list">
        {listed.map(({ id, name, type }) => (
          <li key={id}>
            <button type="button" class="entity-row" onClick={() => onOpen(id)}>
              <span dir="auto">{name}</span> <small>{nameOfType(type, text)}</small>
            </button>
          </li>
        ))}
      </ul>
      <p class="hint" role="status">
        {fitting.length === 0 && t('entitiesNoneFound')}
        {fitting.length > listed.length && plural('entityMore', fitting.length - listed.length)}
      </p>
    </>
  );
}
