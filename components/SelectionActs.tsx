import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { defaultColours } from '../utils/model/annotation.ts';
import type { KeepChoice } from '../utils/messaging/protocol.ts';
import type { SelectionDraft } from '../utils/model/selection-draft.ts';
import type { NamedEntity } from '../utils/model/view.ts';
import { ColourDots } from './ColourDots.tsx';
import { EntityFields, NameField } from './EntityFields.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type SelectionActsProps = {
  readonly selection: string;
  /** What is said of the words; that they are selected on the page, when absent. */
  readonly title?: string;
  readonly lang?: string | undefined;
  readonly draft: SelectionDraft | null;
  readonly ownTypes: readonly string[];
  readonly knownEntities: readonly NamedEntity[];
  readonly isBusy: boolean;
  readonly onKeep: (choice: KeepChoice) => void;
  readonly onDraft: (draft: SelectionDraft) => void;
  readonly onAddType: (name: string) => void;
};

/** The selected words and the three ways to keep them. */
export function SelectionActs(props: SelectionActsProps): JSX.Element {
  const { selection, ownTypes, knownEntities, isBusy, onKeep } = props;
  const { t } = useText();
  const known = knownEntities.find((entity) => entity.name === selection);
  const [draft, setDraft] = useState<SelectionDraft>(
    props.draft ?? { panel: null, speaker: '', name: selection, type: known?.type ?? 'person' },
  );

  function change(part: Partial<SelectionDraft>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    props.onDraft(next);
  }

  function submit(event: Event, choice: KeepChoice): void {
    event.preventDefault();
    onKeep(choice);
  }

  return (
    <section class="selection" aria-labelledby="selection-title">
      <h2 id="selection-title">{props.title ?? t('selectionTitle')}</h2>
      <blockquote class="selection-text" lang={props.lang}>
        {selection}
      </blockquote>
      <div class="selection-acts">
        <ColourDots isBusy={isBusy} onChoose={(colour) => onKeep({ kind: 'highlight', colour })} />
        <PanelButton
          icon={icons.quote}
          name={t('kind_quote')}
          isOpen={draft.panel === 'quote'}
          onPress={() => change({ panel: draft.panel === 'quote' ? null : 'quote' })}
        />
        <PanelButton
          icon={icons.entity}
          name={t('kind_entity')}
          isOpen={draft.panel === 'entity'}
          onPress={() => change({ panel: draft.panel === 'entity' ? null : 'entity' })}
        />
      </div>
      {draft.panel === 'quote' && (
        <form
          class="panel"
          onSubmit={(event) =>
            submit(event, { kind: 'quote', colour: defaultColours.quote, speaker: draft.speaker })
          }
        >
          <NameField
            label={t('fieldSpeaker')}
            hint={t('fieldSpeakerHint')}
            value={draft.speaker}
            knownNames={knownEntities.map((entity) => entity.name)}
            onInput={(speaker) => change({ speaker })}
          />
          <button type="submit" class="button button-main" disabled={isBusy}>
            {t('actKeepQuote')}
          </button>
        </form>
      )}
      {draft.panel === 'entity' && (
        <form
          class="panel"
          onSubmit={(event) =>
            submit(event, {
              kind: 'entity',
              colour: defaultColours.entity,
              subject: { name: draft.name, type: draft.type },
            })
          }
        >
          <EntityFields
            value={{ name: draft.name, type: draft.type }}
            ownTypes={ownTypes}
            knownNames={knownEntities.map((entity) => entity.name)}
            onChange={({ name, type }) => change({ name, type })}
            onAddType={props.onAddType}
          />
          <button type="submit" class="button button-main" disabled={isBusy}>
            {t('actKeepEntity')}
          </button>
        </form>
      )}
    </section>
  );
}

type PanelButtonProps = {
  readonly icon: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onPress: () => void;
};

function PanelButton({ icon, name, isOpen, onPress }: PanelButtonProps): JSX.Element {
  return (
    <button type="button" class="button" aria-expanded={isOpen} onClick={onPress}>
      <Icon path={icon} />
      {name}
    </button>
  );
}
