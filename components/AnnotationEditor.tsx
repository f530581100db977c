import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { annotationKinds, parseTags, type AnnotationKind, type Colour } from '../utils/model/annotation.ts';
import type { PieceKey } from '../utils/model/pieces.ts';
import type { AnnotationTextDraft, AnnotationView, EditedText, NamedEntity } from '../utils/model/view.ts';
import { ColourDots } from './ColourDots.tsx';
import { EntityFields, NameField } from './EntityFields.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { NoteField } from './NoteField.tsx';
import { Notice } from './Notice.tsx';
import { PieceList } from './PieceList.tsx';
import { useText } from './text.ts';
import type { CardField } from './ToolbarActs.tsx';

export type AnnotationEditorProps = {
  readonly annotation: AnnotationView;
  /** Language of the article. */
  readonly lang?: string | undefined;
  readonly ownTypes: readonly string[];
  readonly knownEntities: readonly NamedEntity[];
  /** The field that takes the focus when the editor opens; none without it. */
  readonly startAt?: CardField | undefined;
  readonly onRestyle: (style: { kind?: AnnotationKind; colour?: Colour }) => void;
  readonly onSave: (text: EditedText) => void;
  /** Called with every change of the text, `null` when it is as saved again. */
  readonly onDraft: (draft: AnnotationTextDraft | null) => void;
  readonly onDelete: () => void;
  /** Takes a piece out of a passage that is made of several. */
  readonly onRemovePiece?: (piece: PieceKey) => void;
  /** Begins to change which words it stands on; absent where these are not on the screen. */
  readonly onChangePassage?: () => void;
  readonly onAddType: (name: string) => void;
};

/**
 * The fields of one annotation. Kind and colour take effect at once; text is saved by Save (or Ctrl+Enter)
 * and kept as a draft until then. Mount it anew (`key`) for another annotation.
 */
export function AnnotationEditor(props: AnnotationEditorProps): JSX.Element {
  const { annotation, ownTypes, knownEntities } = props;
  const { t } = useText();
  const saved = savedText(annotation);
  const [fields, setFields] = useState<AnnotationTextDraft>(annotation.draft ?? saved);
  /** What the fields are compared with: a field that the reader left alone follows what is stored. */
  const [base, setBase] = useState(saved);
  if (!isSameText(base, saved)) {
    setFields(takeOver(fields, base, saved));
    setBase(saved);
  }
  /** Only what was there at first is back; what is being typed was never away, and nothing may move while it is. */
  const [wasRestored] = useState(annotation.draft !== null);
  const [type, setType] = useState(annotation.subject?.type ?? 'other');
  const isDirty = !isSameText(fields, saved) || type !== (annotation.subject?.type ?? 'other');
  // What was just made an entity has a name proposed and none stored.
  const isUnnamed = annotation.kind === 'entity' && annotation.subject === null;

  const tagsField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.startAt === 'tags') tagsField.current?.focus();
  }, []);

  function change(part: Partial<AnnotationTextDraft>): void {
    const next = { ...fields, ...part };
    setFields(next);
    props.onDraft(isSameText(next, saved) ? null : next);
  }

  function save(): void {
    props.onSave({
      // Only what was edited here: another window may have saved the other fields meanwhile.
      ...(fields.note === base.note ? {} : { note: fields.note }),
      ...(fields.tags === base.tags ? {} : { tags: parseTags(fields.tags) }),
      ...(annotation.kind === 'quote' && fields.speaker !== base.speaker ? { speaker: fields.speaker } : {}),
      ...(annotation.kind === 'entity' && fields.subject.trim() !== ''
        ? { subject: { name: fields.subject, type } }
        : {}),
    });
  }

  function discard(): void {
    setFields(saved);
    setType(annotation.subject?.type ?? 'other');
    props.onDraft(null);
  }

  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      {wasRestored && isDirty && <Notice>{t('draftRestored')}</Notice>}
      <div class="editor-style">
        <KindChoice chosen={annotation.kind} onChoose={(kind) => props.onRestyle({ kind })} />
        <ColourDots chosen={annotation.colour} onChoose={(colour) => props.onRestyle({ colour })} />
      </div>
      {annotation.pieces !== undefined && props.onRemovePiece !== undefined && (
        <PieceList pieces={annotation.pieces} lang={props.lang} onRemove={props.onRemovePiece} />
      )}
      {annotation.kind === 'quote' && (
        <NameField
          label={t('fieldSpeaker')}
          hint={t('fieldSpeakerHint')}
          value={fields.speaker}
          knownNames={knownEntities.map((entity) => entity.name)}
          onInput={(speaker) => change({ speaker })}
        />
      )}
      {annotation.kind === 'entity' && (
        <EntityFields
          value={{ name: fields.subject, type }}
          ownTypes={ownTypes}
          knownNames={knownEntities.map((entity) => entity.name)}
          onChange={(subject) => {
            setType(subject.type);
            if (subject.name !== fields.subject) change({ subject: subject.name });
          }}
          onAddType={props.onAddType}
        />
      )}
      <NoteField
        value={fields.note}
        hasFocus={props.startAt === 'note'}
        isDraft={fields.note !== saved.note}
        onInput={(note) => change({ note })}
      />
      <label class="field">
        <span class="field-label">{t('fieldTags')}</span>
        <input
          name="tags"
          ref={tagsField}
          value={fields.tags}
          placeholder={t('fieldTagsHint')}
          autoComplete="off"
          onInput={(event) => change({ tags: event.currentTarget.value })}
        />
      </label>
      <div class="editor-acts">
        <button type="submit" class="button button-main" disabled={!isDirty && !isUnnamed}>
          {t('actSave')}
        </button>
        {isDirty && (
          <button type="button" class="button" onClick={discard}>
            {t('actDiscard')}
          </button>
        )}
        {props.onChangePassage !== undefined && (
          <button type="button" class="button button-quiet" onClick={props.onChangePassage}>
            <Icon path={icons.range} />
            {t(annotation.pieces === undefined ? 'actChangePassage' : 'actChangeFirstPiece')}
          </button>
        )}
        <button type="button" class="button button-danger" onClick={props.onDelete}>
          <Icon path={icons.remove} />
          {t('actDelete')}
        </button>
      </div>
    </form>
  );
}

function KindChoice({
  chosen,
  onChoose,
}: {
  chosen: AnnotationKind;
  onChoose: (kind: AnnotationKind) => void;
}): JSX.Element {
  const { t } = useText();
  return (
    <span class="segments" role="group" aria-label={t('fieldKind')}>
      {annotationKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="segment"
          aria-pressed={kind === chosen}
          onClick={() => onChoose(kind)}
        >
          {t(`kind_${kind}`)}
        </button>
      ))}
    </span>
  );
}

function savedText(annotation: AnnotationView): AnnotationTextDraft {
  return {
    note: annotation.note,
    tags: annotation.tags.join(', '),
    speaker: annotation.speaker,
    subject: annotation.subject?.name ?? annotation.quote,
  };
}

/** Fields as typed where they were typed in, as stored now where they were not. */
function takeOver(
  fields: AnnotationTextDraft,
  base: AnnotationTextDraft,
  saved: AnnotationTextDraft,
): AnnotationTextDraft {
  return {
    note: fields.note === base.note ? saved.note : fields.note,
    tags: fields.tags === base.tags ? saved.tags : fields.tags,
    speaker: fields.speaker === base.speaker ? saved.speaker : fields.speaker,
    subject: fields.subject === base.subject ? saved.subject : fields.subject,
  };
}

function isSameText(a: AnnotationTextDraft, b: AnnotationTextDraft): boolean {
  return a.note === b.note && a.tags === b.tags && a.speaker === b.speaker && a.subject === b.subject;
}
