import { createTarget, joinPieces, piecesOf } from './pieces.ts';
import { quoteSelectorOf, positionSelectorOf, type Selector } from './selector.ts';

export const annotationKinds = ['highlight', 'quote', 'entity'] as const;
/** What the reader kept: a passage, somebody's words, or a name. */
export type AnnotationKind = (typeof annotationKinds)[number];

export const colours = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type Colour = (typeof colours)[number];

/** The colour of a kind when the reader chooses none. */
export const defaultColours: Readonly<Record<AnnotationKind, Colour>> = {
  highlight: 'yellow',
  quote: 'blue',
  entity: 'green',
};

/** W3C motivations that Pressmark uses. */
export type Motivation = 'highlighting' | 'identifying';

export type NoteBody = {
  readonly type: 'TextualBody';
  readonly purpose: 'commenting';
  readonly format: 'text/markdown';
  readonly value: string;
};

export type TagBody = {
  readonly type: 'TextualBody';
  readonly purpose: 'tagging';
  readonly value: string;
};

/** A speaker that the reader wrote down without making an entity of it. */
export type SpeakerTextBody = {
  readonly type: 'TextualBody';
  readonly purpose: 'describing';
  readonly role: 'speaker';
  readonly value: string;
};

/** An entity of the registry: the speaker of a quote, or what an entity annotation names. */
export type EntityBody = {
  readonly type: 'SpecificResource';
  readonly purpose: 'identifying';
  readonly role: 'speaker' | 'subject';
  /** `urn:uuid:` and the entity's id. */
  readonly source: string;
};

export type Body = NoteBody | TagBody | SpeakerTextBody | EntityBody;

export type Target = {
  /** The address the passage was read at. */
  readonly source: string;
  readonly selector: readonly Selector[];
  /**
   * The pieces behind the first, of a passage that is made of several: in reading order, none of it before the first.
   * Absent where there is one. An export has a target for each.
   */
  readonly pieces?: readonly Piece[];
};

/** A stretch of the page that belongs to a passage with others. */
export type Piece = { readonly selector: readonly Selector[] };

/**
 * A W3C Web Annotation as it is stored, with Pressmark's own fields `kind`, `colour`, `pageId` and
 * `deleted`. Times are ISO 8601 UTC strings. A deleted annotation stays for 30 days.
 */
export type Annotation = {
  readonly id: string;
  readonly pageId: string;
  readonly kind: AnnotationKind;
  readonly motivation: Motivation;
  readonly colour: Colour;
  readonly target: Target;
  readonly body: readonly Body[];
  readonly created: string;
  readonly modified: string;
  readonly deleted: string | null;
};

/** Who spoke: free text, or an entity of the registry by its id. */
export type Speaker =
  | { readonly type: 'text'; readonly name: string }
  | { readonly type: 'entity'; readonly entityId: string };

/** The fields of an annotation that a reader edits; each one replaces the stored field whole. */
export type AnnotationEdit = {
  readonly kind?: AnnotationKind;
  readonly colour?: Colour;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly speaker?: Speaker | null;
  /** The entity that an entity annotation names. */
  readonly entityId?: string | null;
  /** Another passage than before: a changed range, or the place that a lost annotation is attached to. */
  readonly selector?: readonly Selector[];
  /** The pieces behind the first; an empty list makes it one passage. */
  readonly pieces?: readonly Piece[];
};

const uuidScheme = 'urn:uuid:';

/** The id of the entity that a body points at. */
export function entityIdOf(body: EntityBody): string {
  return body.source.slice(uuidScheme.length);
}

/** The motivation that W3C readers should see for a kind. */
export function motivationOf(kind: AnnotationKind): Motivation {
  return kind === 'entity' ? 'identifying' : 'highlighting';
}

/** The annotated words, as they stood when they were kept; pieces with a mark of what is left out between them. */
export function quoteOf(annotation: Pick<Annotation, 'target'>): string {
  return joinPieces(
    piecesOf(annotation.target).map(({ selector }) => quoteSelectorOf(selector)?.exact ?? ''),
  );
}

/** The reader's note as Markdown; empty when there is none. */
export function noteOf(annotation: Pick<Annotation, 'body'>): string {
  return annotation.body.find((body) => body.purpose === 'commenting')?.value ?? '';
}

/** The tags in the reader's order. */
export function tagsOf(annotation: Pick<Annotation, 'body'>): string[] {
  return annotation.body.flatMap((body) => (body.purpose === 'tagging' ? [body.value] : []));
}

/** The speaker of a quote, or `null` when none was named. */
export function speakerOf(annotation: Pick<Annotation, 'body'>): Speaker | null {
  for (const body of annotation.body) {
    if (body.purpose === 'describing') return { type: 'text', name: body.value };
    if (body.purpose === 'identifying' && body.role === 'speaker') {
      return { type: 'entity', entityId: entityIdOf(body) };
    }
  }
  return null;
}

/** The id of the entity that an entity annotation names, or `null`. */
export function subjectIdOf(annotation: Pick<Annotation, 'body'>): string | null {
  for (const body of annotation.body) {
    if (body.purpose === 'identifying' && body.role === 'subject') return entityIdOf(body);
  }
  return null;
}

/** Ids of every entity that the annotation refers to, as speaker or as subject. */
export function entityIdsOf(annotation: Pick<Annotation, 'body'>): string[] {
  return annotation.body.flatMap((body) => (body.purpose === 'identifying' ? [entityIdOf(body)] : []));
}

/** The annotation with an edit applied and `modified` set; bodies keep one order: note, tags, speaker, subject. */
export function editAnnotation(annotation: Annotation, edit: AnnotationEdit, now: string): Annotation {
  const kind = edit.kind ?? annotation.kind;
  const note = (edit.note ?? noteOf(annotation)).trim();
  const tags = edit.tags === undefined ? tagsOf(annotation) : normaliseTags(edit.tags);
  const speaker = edit.speaker === undefined ? speakerOf(annotation) : edit.speaker;
  const subjectId = edit.entityId === undefined ? subjectIdOf(annotation) : edit.entityId;
  return {
    ...annotation,
    kind,
    motivation: motivationOf(kind),
    colour: edit.colour ?? annotation.colour,
    target: createTarget(
      annotation.target.source,
      edit.selector ?? annotation.target.selector,
      edit.pieces ?? annotation.target.pieces ?? [],
    ),
    body: createBodies({ note, tags, speaker, subjectId }),
    modified: now,
  };
}

type BodyParts = {
  readonly note: string;
  readonly tags: readonly string[];
  readonly speaker: Speaker | null;
  readonly subjectId: string | null;
};

function createBodies({ note, tags, speaker, subjectId }: BodyParts): Body[] {
  const bodies: Body[] = [];
  if (note !== '')
    bodies.push({ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note });
  for (const value of tags) bodies.push({ type: 'TextualBody', purpose: 'tagging', value });
  if (speaker?.type === 'text' && speaker.name.trim() !== '') {
    bodies.push({ type: 'TextualBody', purpose: 'describing', role: 'speaker', value: speaker.name.trim() });
  }
  if (speaker?.type === 'entity') bodies.push(createEntityBody('speaker', speaker.entityId));
  if (subjectId !== null) bodies.push(createEntityBody('subject', subjectId));
  return bodies;
}

function createEntityBody(role: EntityBody['role'], entityId: string): EntityBody {
  return { type: 'SpecificResource', purpose: 'identifying', role, source: uuidScheme + entityId };
}

/** Tags without leading `#`, surrounding space, empties and repeats; the first spelling wins. */
export function normaliseTags(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags) {
    const value = tag
      .normalize('NFC')
      .replace(/^[#\s]+/u, '')
      .replace(/\s+/gu, ' ')
      .trim();
    const key = value.toLocaleLowerCase();
    if (value !== '' && !seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

/** Tags from one line of input: separated by commas, or by spaces when each begins with `#`. */
export function parseTags(input: string): string[] {
  const isHashed = /^\s*#\S+(\s+#\S+)*\s*$/u.test(input);
  return normaliseTags(input.split(isHashed ? /\s+/u : /[,;\n]/u));
}

/** Orders annotations as a reader meets them: by position, the longer first, then by age. */
export function compareByPosition(a: Annotation, b: Annotation): number {
  const placeA = positionSelectorOf(a.target.selector);
  const placeB = positionSelectorOf(b.target.selector);
  if (placeA !== null && placeB !== null) {
    if (placeA.start !== placeB.start) return placeA.start - placeB.start;
    if (placeA.end !== placeB.end) return placeB.end - placeA.end;
  }
  return compareText(a.created, b.created) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
