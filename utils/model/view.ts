import {
  noteOf,
  quoteOf,
  speakerOf,
  subjectIdOf,
  tagsOf,
  type Annotation,
  type AnnotationKind,
  type Colour,
} from './annotation.ts';
import type { Entity } from './entity.ts';
import { pieceKeyOf, piecesOf, type PieceKey } from './pieces.ts';

/** A name that the reader gave, with the entity type they chose for it. */
export type NamedEntity = { readonly name: string; readonly type: string };

/** Text in the editor's fields, not yet saved. */
export type AnnotationTextDraft = {
  readonly note: string;
  readonly tags: string;
  readonly speaker: string;
  readonly subject: string;
};

/** What a press on Save stores: the edited fields that belong to the kind. */
export type EditedText = {
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly speaker?: string;
  readonly subject?: NamedEntity;
};

/** One annotation with the names it refers to, as lists, editors and exports show it. */
export type AnnotationView = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly quote: string;
  /** The pieces that the quote is made of; absent where it is one passage. */
  readonly pieces?: readonly PieceKey[];
  readonly note: string;
  readonly tags: readonly string[];
  /** The speaker's name; empty when none was named. */
  readonly speaker: string;
  readonly subject: NamedEntity | null;
  /** Of the speaker and of the subject, where they are entities of the registry. */
  readonly speakerId?: string;
  readonly subjectId?: string;
  /** What was typed and not saved yet; `null` when everything is. */
  readonly draft: AnnotationTextDraft | null;
};

/** Puts names in the place of entity ids; an entity that is no longer there leaves its place empty. */
export function viewAnnotation(
  annotation: Annotation,
  entities: ReadonlyMap<string, Entity>,
  draft: AnnotationTextDraft | null = null,
): AnnotationView {
  const speaker = speakerOf(annotation);
  const subject = entities.get(subjectIdOf(annotation) ?? '');
  return {
    id: annotation.id,
    kind: annotation.kind,
    colour: annotation.colour,
    quote: quoteOf(annotation),
    ...(annotation.target.pieces === undefined
      ? {}
      : { pieces: piecesOf(annotation.target).map(({ selector }) => pieceKeyOf(selector)) }),
    note: noteOf(annotation),
    tags: tagsOf(annotation),
    speaker: speaker === null ? '' : nameOfSpeaker(speaker, entities),
    subject: subject === undefined ? null : { name: subject.name, type: subject.type },
    ...(speaker?.type === 'entity' ? { speakerId: speaker.entityId } : {}),
    ...(subject === undefined ? {} : { subjectId: subject.id }),
    draft,
  };
}

function nameOfSpeaker(
  speaker: NonNullable<ReturnType<typeof speakerOf>>,
  entities: ReadonlyMap<string, Entity>,
): string {
  return speaker.type === 'text' ? speaker.name : (entities.get(speaker.entityId)?.name ?? '');
}

/** The key that an annotation's unsaved text is kept under. */
export function draftKeyOf(annotationId: string): string {
  return `annotation:${annotationId}`;
}

/** Reads a stored draft; `null` when it is none or of an unknown shape. */
export function parseAnnotationDraft(value: string | null): AnnotationTextDraft | null {
  if (value === null) return null;
  try {
    const draft: unknown = JSON.parse(value);
    if (typeof draft !== 'object' || draft === null) return null;
    const { note, tags, speaker, subject } = draft as Record<string, unknown>;
    const fields = [note, tags, speaker, subject];
    if (!fields.every((field) => typeof field === 'string')) return null;
    return draft as AnnotationTextDraft;
  } catch {
    // Written by an older version, or damaged: the saved annotation is what counts then.
    return null;
  }
}
