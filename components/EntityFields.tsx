import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { NamedEntity } from '../utils/model/view.ts';
import { allTypes, nameOfType } from '../utils/i18n/names.ts';
import { useText } from './text.ts';

export type EntityFieldsProps = {
  readonly value: NamedEntity;
  readonly ownTypes: readonly string[];
  readonly knownNames: readonly string[];
  readonly onChange: (value: NamedEntity) => void;
  readonly onAddType: (name: string) => void;
};

const addValue = '\u0000add';

/** Name and type of an entity; a type that is missing can be added on the spot. */
export function EntityFields({
  value,
  ownTypes,
  knownNames,
  onChange,
  onAddType,
}: EntityFieldsProps): JSX.Element {
  const text = useText();
  const { t } = text;
  const [newType, setNewType] = useState<string | null>(null);
  const types = allTypes(ownTypes);
  const choices = types.includes(value.type) ? types : [...types, value.type];

  function addType(): void {
    const name = (newType ?? '').trim();
    if (name === '') return;
    onAddType(name);
    onChange({ ...value, type: name });
    setNewType(null);
  }

  return (
    <div class="fields">
      <NameField
        label={t('fieldName')}
        value={value.name}
        knownNames={knownNames}
        onInput={(name) => onChange({ ...value, name })}
      />
      <label class="field">
        <span class="field-label">{t('fieldType')}</span>
        <select
          name="type"
          value={value.type}
          onChange={(event) => {
            const type = event.currentTarget.value;
            if (type !== addValue) return onChange({ ...value, type });
            // Until the new type has a name the old one stays chosen.
            event.currentTarget.value = value.type;
            setNewType('');
          }}
        >
          {choices.map((type) => (
            <option key={type} value={type}>
              {nameOfType(type, text)}
            </option>
          ))}
          <option value={addValue}>{t('typeAdd')}</option>
        </select>
      </label>
      {newType !== null && (
        <div class="field-row">
          <label class="field">
            <span class="field-label">{t('typeAddLabel')}</span>
            <input
              name="new-type"
              value={newType}
              maxLength={60}
              onInput={(event) => setNewType(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                addType();
              }}
            />
          </label>
          <button type="button" class="button" onClick={addType}>
            {t('typeAddAct')}
          </button>
        </div>
      )}
    </div>
  );
}

export type NameFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly knownNames: readonly string[];
  readonly onInput: (value: string) => void;
};

/** A name with the known names to choose from as one types. */
export function NameField({ label, hint, value, knownNames, onInput }: NameFieldProps): JSX.Element {
  const listId = useId();
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <input
        name={label}
        value={value}
        placeholder={hint}
        list={listId}
        autoComplete="off"
        maxLength={1000}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {knownNames.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </label>
  );
}
