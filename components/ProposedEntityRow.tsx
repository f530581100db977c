import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { entityNamed, type KnownEntity } from '../utils/model/known-entity.ts';
import type { NamedEntity } from '../utils/model/view.ts';
import type { Translator } from '../utils/i18n/translator.ts';
import { EntityFields } from './EntityFields.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import type { EntityActs, ProposedEntityView, ProposedMentionView } from './ProposedEntities.tsx';
import { useText } from './text.ts';

export type ProposedEntityRowProps = Pick<EntityActs, 'onKeep' | 'onReject' | 'onShow' | 'onAddType'> & {
  readonly entity: ProposedEntityView;
  readonly lang: string | undefined;
  readonly ownTypes: readonly string[];
  readonly known: readonly KnownEntity[];
};

/** One of the entities that could be kept, with its mentions on demand. */
export function ProposedEntityRow(props: ProposedEntityRowProps): JSX.Element {
  const { entity, lang, onKeep, onReject } = props;
  const { key, mentions } = entity;
  const text = useText();
  const { t, plural } = text;
  const isValue = entity.type === 'date' || entity.type === 'amount';
  // A day or an amount is recognised by how it is written.
  const name = isValue ? entity.words : entity.name;
  const [isOpen, setOpen] = useState(false);
  const [edited, setEdited] = useState<NamedEntity | null>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <li
      class="found"
      data-row={key}
      onKeyDown={(event) => {
        if (event.key !== 'e' || event.ctrlKey || event.altKey || event.metaKey || edited !== null) return;
        event.preventDefault();
        setEdited({ name: entity.name, type: entity.type });
      }}
    >
      <div class="found-line">
        <button
          type="button"
          class="found-name"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <bdi lang={lang}>{name}</bdi>
          {entity.name !== name && <small>{showValue(entity.name, text)}</small>}
          {entity.isKnown && <small class="found-known">{t('proposedKnown')}</small>}
          <small class="count">{plural('mentions', mentions.length)}</small>
        </button>
        <Press icon={icons.check} label={t('proposedKeepEntity', name)} onPress={() => onKeep(key)} />
        <Press
          icon={icons.edit}
          label={t('proposedCorrectEntity', name)}
          buttonRef={editButton}
          onPress={() => setEdited({ name: entity.name, type: entity.type })}
        />
        <Press icon={icons.close} label={t('proposedRejectEntity', name)} onPress={() => onReject(key)} />
      </div>
      {edited !== null && (
        <Correction
          {...props}
          value={edited}
          onChange={setEdited}
          onCancel={() => {
            setEdited(null);
            editButton.current?.focus();
          }}
        />
      )}
      <ul class="mention-list" id={id} hidden={!isOpen}>
        {isOpen && mentions.map((mention) => <Mention {...props} key={mention.key} mention={mention} />)}
      </ul>
    </li>
  );
}

/** A value as people write it: a whole day in words, a number with its groups. */
function showValue(value: string, { day, locale }: Pick<Translator, 'day' | 'locale'>): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return day(value);
  return value.replace(/^\d{5,}/u, (digits) => Number(digits).toLocaleString(locale));
}

type CorrectionProps = ProposedEntityRowProps & {
  readonly value: NamedEntity;
  readonly onChange: (value: NamedEntity) => void;
  readonly onCancel: () => void;
};

/** Another name or type; a name that is known brings its type along. */
function Correction({ entity, known, ownTypes, value, ...props }: CorrectionProps): JSX.Element {
  const { t } = useText();
  function change(next: NamedEntity): void {
    const named = next.name === value.name ? null : entityNamed(known, next.name);
    props.onChange(named === null ? next : { ...next, type: named.type });
  }
  return (
    <form
      class="found-correction"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.name.trim() !== '') props.onKeep(entity.key, { as: value });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        props.onCancel();
      }}
      ref={focusFirstField}
    >
      <EntityFields
        value={value}
        ownTypes={ownTypes}
        knownNames={known.map(({ name }) => name)}
        onChange={change}
        onAddType={props.onAddType}
      />
      <div class="proposal-acts">
        <button type="submit" class="button button-main" disabled={value.name.trim() === ''}>
          {t('actKeepEntity')}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {t('actCancel')}
        </button>
      </div>
    </form>
  );
}

/** When it comes; later renders leave the focus where the reader has it. */
function focusFirstField(form: HTMLFormElement | null): void {
  if (form?.contains(document.activeElement) === false) form.querySelector('input')?.focus();
}

type MentionProps = ProposedEntityRowProps & { readonly mention: ProposedMentionView };

function Mention({ entity, mention, lang, onKeep, onReject, onShow }: MentionProps): JSX.Element {
  const { t } = useText();
  const { key } = entity;
  return (
    <li class="mention">
      <p lang={lang}>
        {mention.before}
        <b>{mention.words}</b>
        {mention.after}
      </p>
      <Press icon={icons.show} label={t('actShow')} onPress={() => onShow(key, mention.key)} />
      <Press
        icon={icons.check}
        label={t('proposedKeepMention')}
        onPress={() => onKeep(key, { mention: mention.key })}
      />
      <Press
        icon={icons.close}
        label={t('proposedRejectMention')}
        onPress={() => onReject(key, mention.key)}
      />
    </li>
  );
}

type PressProps = {
  readonly icon: string;
  readonly label: string;
  readonly onPress: () => void;
  readonly buttonRef?: { current: HTMLButtonElement | null };
};

function Press({ icon, label, onPress, buttonRef }: PressProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={onPress}
      {...(buttonRef === undefined ? {} : { ref: buttonRef })}
    >
      <Icon path={icon} />
    </button>
  );
}
