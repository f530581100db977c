import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { entityLimits, normaliseAliases, normaliseName, type Entity } from '../utils/model/entity.ts';
import type { EntityDraft, EntityPatch } from '../utils/model/entity-about.ts';
import { allTypes, nameOfType } from '../utils/i18n/names.ts';
import { Notice } from './Notice.tsx';
import { useText } from './text.ts';

export type EntityFormProps = {
  readonly entity: Entity;
  /** What was typed and not saved. */
  readonly draft: EntityDraft | null;
  readonly ownTypes: readonly string[];
  readonly isBusy: boolean;
  readonly onSave: (patch: Omit<EntityPatch, 'id'>) => void;
  /** Called with every change, `null` when all is as saved again. */
  readonly onDraft: (draft: EntityDraft | null) => void;
  readonly onCancel: () => void;
};

/** The fields of an entity that a reader types. Mount it anew (`key`) for another entity. */
export function EntityForm(props: EntityFormProps): JSX.Element {
  const { entity, draft, ownTypes, isBusy, onSave, onDraft, onCancel } = props;
  const text = useText();
  const { t } = text;
  const [saved] = useState(draftOf(entity));
  const [fields, setFields] = useState<EntityDraft>(draft ?? saved);
  const types = allTypes(ownTypes);
  const isDirty = JSON.stringify(fields) !== JSON.stringify(saved);

  function change(part: Partial<EntityDraft>): void {
    const next = { ...fields, ...part };
    setFields(next);
    onDraft(JSON.stringify(next) === JSON.stringify(saved) ? null : next);
  }

  return (
    <form
      class="editor entity-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(patchOf(fields, saved));
      }}
    >
      {draft !== null && isDirty && <Notice>{t('draftRestored')}</Notice>}
      <label class="field">
        <span class="field-label">{t('fieldName')}</span>
        <input
          name="entity-name"
          value={fields.name}
          autoComplete="off"
          required
          maxLength={entityLimits.name}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span class="field-label">{t('fieldType')}</span>
        <select
          name="entity-type"
          value={fields.type}
          onChange={(event) => change({ type: event.currentTarget.value })}
        >
          {(types.includes(entity.type) ? types : [...types, entity.type]).map((type) => (
            <option key={type} value={type}>
              {nameOfType(type, text)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="field-label">{t('entityAliasesField')}</span>
        <textarea
          name="entity-aliases"
          rows={3}
          dir="auto"
          value={fields.aliases}
          onInput={(event) => change({ aliases: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span class="field-label">{t('fieldNote')}</span>
        <textarea
          name="entity-note"
          rows={4}
          dir="auto"
          value={fields.note}
          placeholder={t('fieldNoteHint')}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
      </label>
      <div class="editor-acts">
        <button
          type="submit"
          class="button button-main"
          disabled={isBusy || normaliseName(fields.name) === ''}
        >
          {t('actSave')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('actCancel')}
        </button>
      </div>
    </form>
  );
}

function draftOf({ name, type, aliases, note }: Entity): EntityDraft {
  return { name, type, aliases: aliases.join('\n'), note };
}

/** Only what was edited here: another window may have changed the other fields meanwhile. */
function patchOf(fields: EntityDraft, saved: EntityDraft): Omit<EntityPatch, 'id'> {
  return {
    ...(fields.name === saved.name ? {} : { name: normaliseName(fields.name) }),
    ...(fields.type === saved.type ? {} : { type: fields.type }),
    ...(fields.aliases === saved.aliases
      ? {}
      : { aliases: normaliseAliases(fields.aliases.split('\n'), fields.name) }),
    ...(fields.note === saved.note ? {} : { note: fields.note.trim() }),
  };
}
