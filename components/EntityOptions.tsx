import type { JSX } from 'preact';
import type { KnownEntity } from '../utils/model/known-entity.ts';
import { nameOfType } from '../utils/i18n/names.ts';
import { useText } from './text.ts';

export type EntityOptionsProps<T extends KnownEntity> = {
  /** What the field that has the keys points at; each option is `<id>-<index>`. */
  readonly id: string;
  readonly suggestions: readonly T[];
  /** -1 for none. */
  readonly active: number;
  readonly onChoose: (entity: T) => void;
};

/** The known entities that fit what was typed, below a combobox. */
export function EntityOptions<T extends KnownEntity>({
  id,
  suggestions,
  active,
  onChoose,
}: EntityOptionsProps<T>): JSX.Element {
  const text = useText();
  return (
    <div class="options" id={id} role="listbox" aria-label={text.t('namerKnown')}>
      {suggestions.map((entity, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
        <div
          key={`${entity.type} ${entity.name}`}
          id={`${id}-${index}`}
          class="option"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The focus stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(entity)}
        >
          <span>{entity.name}</span> <small>{nameOfType(entity.type, text)}</small>
        </div>
      ))}
    </div>
  );
}
