import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KnownEntity } from '../utils/model/known-entity.ts';
import type { NamedEntity } from '../utils/model/view.ts';
import { isBuiltInEntityType } from '../utils/model/entity.ts';
import type { Translator } from '../utils/i18n/translator.ts';
import { ProposedEntityRow } from './ProposedEntityRow.tsx';
import { keyOfRow, useRowFocus } from './row-focus.ts';
import { useText } from './text.ts';

/** A place in the article where an entity is named. */
export type ProposedMentionView = {
  readonly key: string;
  readonly words: string;
  /** A little of the text on each side. */
  readonly before: string;
  readonly after: string;
};

/** Somebody or something that could be kept, as far as it is shown. */
export type ProposedEntityView = {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** The words of the article, where the name is the value of a day or an amount. */
  readonly words: string;
  /** Whether the reader keeps it from other articles. */
  readonly isKnown: boolean;
  readonly mentions: readonly ProposedMentionView[];
};

/** What can be done with proposed entities. Without a `mention` all mentions are meant. */
export type EntityActs = {
  readonly onKeep: (key: string, choice?: { readonly mention?: string; readonly as?: NamedEntity }) => void;
  readonly onReject: (key: string, mention?: string) => void;
  readonly onKeepType: (type: string) => void;
  readonly onRejectType: (type: string) => void;
  readonly onShow: (key: string, mention?: string) => void;
  readonly onAddType: (name: string) => void;
};

export type ProposedEntitiesProps = EntityActs & {
  /** Those of a type beside each other, in the order in which they are shown. */
  readonly entities: readonly ProposedEntityView[];
  readonly lang: string | undefined;
  readonly ownTypes: readonly string[];
  readonly known: readonly KnownEntity[];
  /** Called with what the reader got to see. */
  readonly onSeen: (keys: readonly string[]) => void;
};

/** Of each type, so that all types are seen at once. */
const shownAtFirst = 5;

/** Who and what is named in the article: kept, corrected or rejected, one by one or a whole type, by press or key. */
export function ProposedEntities(props: ProposedEntitiesProps): JSX.Element {
  const { entities, onSeen } = props;
  const text = useText();
  const { t, plural } = text;
  const [isOpen, setOpen] = useState(false);
  const [wholeTypes, setWholeTypes] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDetailsElement>(null);
  const types = [...Map.groupBy(entities, ({ type }) => type)].map(([type, all]) => ({
    type,
    all,
    shown: wholeTypes.has(type) ? all : all.slice(0, shownAtFirst),
  }));
  const shown = types.flatMap((group) => group.shown.map(({ key }) => key));
  const focus = useRowFocus(list, shown);
  useEffect(() => {
    if (isOpen) onSeen(shown);
  }, [isOpen, shown.join(' ')]);

  /** One key each, while the focus is in the list and nowhere in a field. */
  function onKeyDown(event: KeyboardEvent): void {
    const key = keyOfRow(event);
    if (key === null) return;
    const act = {
      k: () => props.onKeep(key),
      x: () => props.onReject(key),
      Delete: () => props.onReject(key),
      ArrowDown: () => focus.step(key, 1),
      ArrowUp: () => focus.step(key, -1),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons within
    <details
      class="proposals found-names"
      ref={list}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={onKeyDown}
      onFocusIn={focus.onFocusIn}
      onFocusOut={focus.onFocusOut}
    >
      <summary>
        {entities.length === 0 ? t('proposedNamesNone') : plural('proposedNames', entities.length)}
      </summary>
      {entities.length > 0 && <p class="hint">{t('proposedKeys')}</p>}
      {types.map(({ type, all, shown }) => (
        <TypeOfEntities
          key={type}
          {...props}
          type={type}
          all={all}
          shown={shown}
          onMore={() => setWholeTypes(new Set([...wholeTypes, type]))}
        />
      ))}
    </details>
  );
}

type TypeProps = ProposedEntitiesProps & {
  readonly type: string;
  readonly all: readonly ProposedEntityView[];
  readonly shown: readonly ProposedEntityView[];
  readonly onMore: () => void;
};

function TypeOfEntities({ type, all, shown, onMore, ...props }: TypeProps): JSX.Element {
  const text = useText();
  const { t } = text;
  const name = nameOfGroup(type, text);
  return (
    <section class="found-type" aria-label={name}>
      <div class="found-head">
        <h3>
          {name} <span class="count">{all.length}</span>
        </h3>
        {all.length > 1 && (
          <>
            <button
              type="button"
              class="button button-quiet"
              aria-label={t('proposedKeepType', name)}
              onClick={() => props.onKeepType(type)}
            >
              {t('proposedKeepAll')}
            </button>
            <button
              type="button"
              class="button button-quiet"
              aria-label={t('proposedRejectType', name)}
              onClick={() => props.onRejectType(type)}
            >
              {t('proposedRejectAll')}
            </button>
          </>
        )}
      </div>
      <ul class="found-list">
        {shown.map((entity) => (
          <ProposedEntityRow {...props} key={entity.key} entity={entity} />
        ))}
      </ul>
      {all.length > shown.length && (
        <button type="button" class="button button-quiet" onClick={onMore}>
          {t('proposedMore', String(all.length - shown.length))}
        </button>
      )}
    </section>
  );
}

/** The reader's word for all of a type; a type of their own is its own word. */
export function nameOfGroup(type: string, { t }: Pick<Translator, 't'>): string {
  return isBuiltInEntityType(type) ? t(`group_${type}`) : type;
}
