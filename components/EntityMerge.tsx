import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Entity } from '../utils/model/entity.ts';
import type { ListedEntity } from '../utils/model/known-entity.ts';
import { EntityPicker } from './EntityPicker.tsx';
import { useText } from './text.ts';

export type EntityMergeProps = {
  readonly entity: Entity;
  readonly known: readonly ListedEntity[];
  readonly isBusy: boolean;
  readonly onMerge: (into: ListedEntity) => void;
  readonly onCancel: () => void;
};

/** Chooses the entity that another goes into; nothing is done before it was named once more. */
export function EntityMerge({ entity, known, isBusy, onMerge, onCancel }: EntityMergeProps): JSX.Element {
  const { t } = useText();
  const [into, setInto] = useState<ListedEntity | null>(null);
  return (
    <div class="entity-tool" role="group" aria-label={t('entityMerge')}>
      <p class="hint">{t('entityMergeHint')}</p>
      <EntityPicker
        label={t('entityMergeWith')}
        known={known.filter(({ id }) => id !== entity.id)}
        onChoose={setInto}
      />
      <div class="entity-acts">
        {into !== null && (
          <button type="button" class="button button-main" disabled={isBusy} onClick={() => onMerge(into)}>
            {t('entityMergeAct', entity.name, into.name)}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {t('actCancel')}
        </button>
      </div>
    </div>
  );
}
