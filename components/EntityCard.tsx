import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WikidataEntry } from '../utils/model/entity.ts';
import type { EntityAbout, EntityDraft, EntityPatch } from '../utils/model/entity-about.ts';
import type { ListedEntity } from '../utils/model/known-entity.ts';
import { nameOfType } from '../utils/i18n/names.ts';
import { EntityForm } from './EntityForm.tsx';
import { EntityLookup } from './EntityLookup.tsx';
import { EntityMerge } from './EntityMerge.tsx';
import { EntityPassages } from './EntityPassages.tsx';
import { EntitySplitter } from './EntitySplitter.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { MarkdownNote } from './MarkdownNote.tsx';
import { useText } from './text.ts';

/** What a reader can do with an entity. `onDone` is called once it is durable. */
export type EntityActs = {
  readonly edit: (patch: Omit<EntityPatch, 'id'>, onDone?: () => void) => void;
  readonly merge: (into: ListedEntity, onDone: () => void) => void;
  readonly splitAlias: (alias: string) => void;
  readonly splitPassages: (name: string, annotationIds: readonly string[], onDone: () => void) => void;
  readonly remove: () => void;
  readonly takeOver: () => void;
  readonly lookUp: () => void;
  readonly draft: (draft: EntityDraft | null) => void;
  readonly goTo: (annotationId: string, pageId: string) => boolean;
};

export type EntityCardProps = {
  readonly about: EntityAbout;
  /** To join it with; it may be among them itself. */
  readonly known: readonly ListedEntity[];
  readonly ownTypes: readonly string[];
  /** What Wikidata answered; `null` before it was asked. */
  readonly found: readonly WikidataEntry[] | null;
  readonly isBusy: boolean;
  readonly acts: EntityActs;
  readonly onBack: () => void;
};

type Mode = 'look' | 'edit' | 'merge' | 'split';

/** Everything that is kept of an entity, in all articles, and what can be done with it. Mount it anew for another. */
export function EntityCard(props: EntityCardProps): JSX.Element {
  const { about, acts, isBusy } = props;
  const { entity, quotes, mentions, counts } = about;
  const { t } = useText();
  const [mode, setMode] = useState<Mode>(about.draft === null ? 'look' : 'edit');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const look = (): void => setMode('look');

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  const passages = {
    onGoTo: acts.goTo,
    ...(mode === 'split' ? { choice: { chosen, onToggle: toggle } } : {}),
  };
  return (
    <article class="entity" aria-label={t('entityCardLabel', entity.name)}>
      <EntityHead about={about} onBack={props.onBack} />
      {mode === 'edit' ? (
        <EntityForm
          entity={entity}
          draft={about.draft}
          ownTypes={props.ownTypes}
          isBusy={isBusy}
          onSave={(patch) => acts.edit(patch, look)}
          onDraft={acts.draft}
          onCancel={() => {
            acts.draft(null);
            look();
          }}
        />
      ) : (
        <EntityFacts {...props} mode={mode} onMode={setMode} />
      )}
      {mode === 'merge' && (
        <EntityMerge
          entity={entity}
          known={props.known}
          isBusy={isBusy}
          onMerge={(into) => acts.merge(into, look)}
          onCancel={look}
        />
      )}
      {mode === 'split' && (
        <EntitySplitter
          chosen={chosen.size}
          isBusy={isBusy}
          onSplit={(name) =>
            acts.splitPassages(name, [...chosen], () => {
              setChosen(new Set());
              look();
            })
          }
          onCancel={look}
        />
      )}
      <EntityPassages title={t('entityQuotes')} articles={quotes} count={counts.quotes} {...passages} />
      <EntityPassages title={t('entityMentions')} articles={mentions} count={counts.mentions} {...passages} />
      {counts.quotes + counts.mentions === 0 && <p class="hint">{t('entityNothing')}</p>}
    </article>
  );
}

function EntityHead({ about: { entity }, onBack }: Pick<EntityCardProps, 'about' | 'onBack'>): JSX.Element {
  const text = useText();
  const { t } = text;
  const title = useRef<HTMLHeadingElement>(null);
  // What was pressed to get here is gone.
  useEffect(() => title.current?.focus({ preventScroll: true }), [entity.id]);
  return (
    <header class="entity-head">
      <button type="button" class="button button-quiet entity-back" onClick={onBack}>
        <Icon path={icons.back} />
        {t('entityBack')}
      </button>
      <h1 ref={title} tabIndex={-1} dir="auto">
        {entity.name}
      </h1>
      <p class="item-meta">
        <span class="item-kind">
          <Icon path={icons.entity} />
          {nameOfType(entity.type, text)}
        </span>
      </p>
    </header>
  );
}

type FactsProps = EntityCardProps & { readonly mode: Mode; readonly onMode: (mode: Mode) => void };

function EntityFacts({ about, acts, found, isBusy, mode, onMode }: FactsProps): JSX.Element {
  const { entity, counts, written } = about;
  const { t, plural } = useText();
  const press = (next: Mode): void => onMode(mode === next ? 'look' : next);
  return (
    <div class="entity-facts">
      {entity.aliases.length > 0 && (
        <div>
          <h2 id="entity-aliases">{t('entityAliases')}</h2>
          <ul class="entity-aliases" aria-labelledby="entity-aliases">
            {entity.aliases.map((alias) => (
              <li key={alias} class="tag" dir="auto">
                {alias}
                {mode === 'split' && (
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={t('entitySplitAlias', alias)}
                    title={t('entitySplitAlias', alias)}
                    disabled={isBusy}
                    onClick={() => acts.splitAlias(alias)}
                  >
                    <Icon path={icons.split} />
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {entity.note !== '' && <MarkdownNote markdown={entity.note} />}
      {written > 0 && (
        <p>
          {plural('entityWritten', written)}{' '}
          <button type="button" class="button" disabled={isBusy} onClick={acts.takeOver}>
            {t('entityTakeOver')}
          </button>
        </p>
      )}
      <EntityLookup
        chosen={entity.wikidata}
        found={found}
        isBusy={isBusy}
        onLookUp={acts.lookUp}
        onChoose={(wikidata) => acts.edit({ wikidata })}
      />
      <div class="entity-acts">
        <button type="button" class="button" onClick={() => onMode('edit')}>
          <Icon path={icons.edit} />
          {t('actEdit')}
        </button>
        <button type="button" class="button" aria-expanded={mode === 'merge'} onClick={() => press('merge')}>
          <Icon path={icons.merge} />
          {t('entityMerge')}
        </button>
        {counts.quotes + counts.mentions + entity.aliases.length > 0 && (
          <button
            type="button"
            class="button"
            aria-expanded={mode === 'split'}
            onClick={() => press('split')}
          >
            <Icon path={icons.split} />
            {t('entitySplit')}
          </button>
        )}
        {counts.quotes + counts.mentions === 0 && (
          <button type="button" class="button button-danger" disabled={isBusy} onClick={acts.remove}>
            <Icon path={icons.remove} />
            {t('entityDelete')}
          </button>
        )}
      </div>
    </div>
  );
}
