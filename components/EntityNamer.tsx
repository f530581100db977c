import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { entityNamed, suggestEntities, type KnownEntity } from '../utils/model/known-entity.ts';
import type { NamedEntity } from '../utils/model/view.ts';
import { allTypes, nameOfType } from '../utils/i18n/names.ts';
import { EntityOptions } from './EntityOptions.tsx';
import { useText } from './text.ts';

export type EntityNamerProps = {
  /** The selected words, which the name begins with. */
  readonly words: string;
  /** Those that were used last first. */
  readonly known: readonly KnownEntity[];
  readonly ownTypes: readonly string[];
  readonly isBusy: boolean;
  readonly onChoose: (entity: NamedEntity) => void;
};

const mostSuggestions = 6;
/** As the model has it; whole passages are no names. */
const longestName = 200;

/**
 * Names an entity: what is typed is looked for among the known ones, and Enter takes the one at hand, or makes a new
 * one of the type beside it. A combobox as the ARIA Authoring Practices have it, its list always open.
 */
export function EntityNamer(props: EntityNamerProps): JSX.Element {
  const { known, ownTypes, isBusy, onChoose } = props;
  const text = useText();
  const { t, plural } = text;
  const listId = useId();
  const [name, setName] = useState(props.words.slice(0, longestName));
  const [type, setType] = useState('person');
  const suggestions = suggestEntities(known, name, mostSuggestions);
  const [active, setActive] = useState(() => placeOf(known, suggestions, name));

  function onInput(value: string): void {
    setName(value);
    setActive(placeOf(known, suggestEntities(known, value, mostSuggestions), value));
  }

  function choose(): void {
    const chosen = suggestions[active] ?? { name, type };
    if (!isBusy && chosen.name.trim() !== '') onChoose({ name: chosen.name, type: chosen.type });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && suggestions.length > 0) {
      event.preventDefault();
      // One more place than suggestions: none of them, so that a new one can be made.
      const places = suggestions.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    }
    if (event.key !== 'Escape' || active === -1) return;
    event.preventDefault();
    event.stopPropagation();
    setActive(-1);
  }

  return (
    <form
      class="editor namer"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <label class="field">
        <span class="field-label">{t('fieldName')}</span>
        <input
          name="name"
          role="combobox"
          value={name}
          autoComplete="off"
          spellcheck={false}
          maxLength={longestName}
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active === -1 ? undefined : `${listId}-${active}`}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <EntityOptions
        id={listId}
        suggestions={suggestions}
        active={active}
        onChoose={({ name, type }) => !isBusy && onChoose({ name, type })}
      />
      <p class="hint" role="status">
        {suggestions.length === 0 ? t('namerFitsNone') : plural('namerFits', suggestions.length)}
      </p>
      <div class="field-row">
        <label class="field">
          <span class="field-label">{t('fieldType')}</span>
          <select
            name="type"
            // A known entity has its type already.
            disabled={active !== -1}
            value={suggestions[active]?.type ?? type}
            onChange={(event) => setType(event.currentTarget.value)}
          >
            {typesWith(ownTypes, suggestions[active]?.type).map((one) => (
              <option key={one} value={one}>
                {nameOfType(one, text)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button button-main" disabled={isBusy || name.trim() === ''}>
          {t('actKeepEntity')}
        </button>
      </div>
    </form>
  );
}

/** Where the entity of just that name stands among the suggestions: Enter takes it rather than makes a second one. */
function placeOf(known: readonly KnownEntity[], suggestions: readonly KnownEntity[], name: string): number {
  const named = entityNamed(known, name);
  return named === null ? -1 : suggestions.indexOf(named);
}

/** A type that was removed from the choice is still the type of entities that have it. */
function typesWith(ownTypes: readonly string[], type: string | undefined): string[] {
  const types = allTypes(ownTypes);
  return type === undefined || types.includes(type) ? types : [...types, type];
}
