import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { suggestEntities, type ListedEntity } from '../utils/model/known-entity.ts';
import { EntityOptions } from './EntityOptions.tsx';
import { useText } from './text.ts';

export type EntityPickerProps = {
  readonly label: string;
  /** Those to choose from, the likeliest first. */
  readonly known: readonly ListedEntity[];
  readonly onChoose: (entity: ListedEntity) => void;
};

const mostSuggestions = 6;

/** Chooses a known entity by typing a part of its name. A combobox as the ARIA Authoring Practices have it. */
export function EntityPicker({ label, known, onChoose }: EntityPickerProps): JSX.Element {
  const text = useText();
  const { t, plural } = text;
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const suggestions = suggestEntities(known, typed, mostSuggestions);

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = suggestions.length;
    if (step !== undefined && count > 0) {
      event.preventDefault();
      setActive((active + step + count) % count);
    }
    const chosen = suggestions[active];
    if (event.key !== 'Enter' || chosen === undefined) return;
    event.preventDefault();
    onChoose(chosen);
  }

  return (
    <div class="fields">
      <label class="field">
        <span class="field-label">{label}</span>
        <input
          name="other"
          role="combobox"
          value={typed}
          autoComplete="off"
          spellcheck={false}
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={suggestions.length === 0 ? undefined : `${listId}-${active}`}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <EntityOptions id={listId} suggestions={suggestions} active={active} onChoose={onChoose} />
      <p class="hint" role="status">
        {suggestions.length === 0 ? t('entitiesNoneFound') : plural('namerFits', suggestions.length)}
      </p>
    </div>
  );
}
