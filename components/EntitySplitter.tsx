import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { entityLimits, normaliseName } from '../utils/model/entity.ts';
import { useText } from './text.ts';

export type EntitySplitterProps = {
  /** How many passages are ticked. */
  readonly chosen: number;
  readonly isBusy: boolean;
  readonly onSplit: (name: string) => void;
  readonly onCancel: () => void;
};

/** Makes an entity of its own of the passages that are ticked below. */
export function EntitySplitter({ chosen, isBusy, onSplit, onCancel }: EntitySplitterProps): JSX.Element {
  const { t, plural } = useText();
  const [name, setName] = useState('');
  return (
    <form
      class="entity-tool"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen > 0 && normaliseName(name) !== '') onSplit(name);
      }}
    >
      <p class="hint">{t('entitySplitHint')}</p>
      <label class="field">
        <span class="field-label">{t('entitySplitName')}</span>
        <input
          name="split-name"
          value={name}
          autoComplete="off"
          maxLength={entityLimits.name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <div class="entity-acts">
        <button
          type="submit"
          class="button button-main"
          disabled={isBusy || chosen === 0 || normaliseName(name) === ''}
        >
          {plural('entitySplitAct', chosen)}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('actCancel')}
        </button>
      </div>
    </form>
  );
}
