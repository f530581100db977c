import {
  editAnnotation,
  motivationOf,
  quoteOf,
  type Annotation,
  type AnnotationEdit,
  type AnnotationKind,
  type Colour,
  type Piece,
  type Speaker,
} from '../model/annotation.ts';
import { addPiece, createTarget, removePiece, type PieceKey } from '../model/pieces.ts';
import type { Selector } from '../model/selector.ts';
import type { Done } from './acts.ts';
import type { ActKind, ActRow, AnnotationAct, Library } from './database.ts';
import { Failure } from '../model/failure.ts';
import { resolveEntity, resolveSpeaker } from './entities.ts';
import { fieldsOf, revertFields, withFields } from './fields.ts';
import { putGroup, settleEntities } from './group-acts.ts';
import { findOrCreatePage, recogniseIn, type PageInput } from './pages.ts';
import { toAnnotation, toAnnotationRow } from './rows.ts';
import { isSame } from './same.ts';
import { recordVersion, type SealedVersion } from './versions.ts';
import { writeAll } from './write.ts';

/** One passage to keep, with what it is kept as. */
export type NewPassage = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly selector: readonly Selector[];
  readonly pieces?: readonly Piece[];
  readonly speaker?: string;
  readonly subject?: { readonly name: string; readonly type: string };
};

type Kept = {
  readonly page: PageInput;
  /** The article's text as it is now; `null` when it was not read well enough to be kept as a version. */
  readonly version?: SealedVersion | null;
};

export type NewAnnotation = NewPassage & Kept;

/** Passages of one page that are kept together. */
export type NewAnnotations = Kept & { readonly annotations: readonly NewPassage[] };

/** What came of a write: the annotation as stored, and the act that `undoAct` takes back. */
export type Stored = { readonly annotation: Annotation; readonly actId: number };

/** What came of keeping several passages: the annotations in the order given, and the one act for all of them. */
export type StoredTogether = Done & { readonly annotations: readonly Annotation[] };

/**
 * Stores a new annotation with its page and entities in one transaction. Repeating the call with the same
 * id stores nothing more and answers with what is there.
 */
export async function createAnnotation(library: Library, input: NewAnnotation, now: string): Promise<Stored> {
  const { page, version = null, ...passage } = input;
  const { annotations, actId } = await createAnnotations(
    library,
    { page, version, annotations: [passage] },
    now,
  );
  const [annotation] = annotations;
  if (annotation === undefined) throw new Error('expected what was stored to come back');
  return { annotation, actId };
}

/**
 * The same for several passages of a page: all of them are stored, or none, and one step takes them back.
 * @throws {Failure} `invalidMessage` when there are none, or when one of the ids is that of something else.
 */
export async function createAnnotations(
  library: Library,
  input: NewAnnotations,
  now: string,
): Promise<StoredTogether> {
  const [first, ...others] = input.annotations;
  if (first === undefined) throw new Failure('invalidMessage');
  return await writeAll(library, async () => {
    const known = await findKept(library, input);
    if (known !== null) return known;
    const page = await findOrCreatePage(library, input.page, now);
    const { version = null } = input;
    // What the article said when something was kept of it is kept with it, in the same transaction.
    if (version !== null)
      await recordVersion(library, { pageId: page.id, url: input.page.url, version }, now);
    const place = { pageId: page.id, url: input.page.url };
    const after = await makeAnnotation(library, first, place, now);
    if (others.length === 0) {
      const { actId } = await putWithAct(library, { kind: 'create', before: null, after, now });
      return { pageIds: [page.id], actId, annotations: [after] };
    }
    const annotations = [after];
    // One after the other: the same name is the same entity, made with the first.
    for (const passage of others) annotations.push(await makeAnnotation(library, passage, place, now));
    const done = await putGroup(library, {
      deed: 'keep',
      about: quoteOf(after),
      annotations: annotations.map((annotation) => ({ before: null, after: annotation })),
      now,
    });
    return { ...done, annotations };
  });
}

/** What a repeated call stored the first time, `null` when it is the first. */
async function findKept(library: Library, input: NewAnnotations): Promise<StoredTogether | null> {
  const ids = input.annotations.map(({ id }) => id);
  const rows = (await library.annotations.bulkGet(ids)).filter((row) => row !== undefined);
  const [first] = rows;
  if (first === undefined) return null;
  const { id: pageId } = await recogniseIn(library, input.page);
  const isSamePlace = rows.every((row) => row.pageId === pageId && row.deleted === null);
  if (!isSamePlace || rows.length < ids.length) throw new Failure('invalidMessage');
  const [act] = await listActsOn(library, first.id);
  return { pageIds: [first.pageId], actId: act?.id ?? 0, annotations: rows.map(toAnnotation) };
}

async function makeAnnotation(
  library: Library,
  passage: NewPassage,
  { pageId, url }: { readonly pageId: string; readonly url: string },
  now: string,
): Promise<Annotation> {
  const blank: Annotation = {
    id: passage.id,
    pageId,
    kind: passage.kind,
    motivation: motivationOf(passage.kind),
    colour: passage.colour,
    target: createTarget(url, passage.selector, passage.pieces ?? []),
    body: [],
    created: now,
    modified: now,
    deleted: null,
  };
  return editAnnotation(blank, await resolveNames(library, passage, now), now);
}

/** What is to become of the pieces of an annotation. */
export type PieceChange =
  | { readonly id: string; readonly add: readonly Selector[] }
  | { readonly id: string; readonly remove: PieceKey };

/**
 * Adds a piece to the passage of an annotation, or takes one away. Repeating the call stores nothing more.
 * @throws {Failure} `annotationGone` when it was deleted meanwhile.
 */
export async function changePieces(library: Library, change: PieceChange, now: string): Promise<Stored> {
  return await writeAll(library, async () => {
    const { target } = await getLive(library, change.id);
    const { selector, pieces = [] } =
      'add' in change ? addPiece(target, change.add) : removePiece(target, change.remove);
    return await changeAnnotation(library, { id: change.id, selector, pieces }, now);
  });
}

export type AnnotationChange = Omit<AnnotationEdit, 'speaker' | 'entityId'> & {
  readonly id: string;
  readonly speaker?: string;
  readonly subject?: { readonly name: string; readonly type: string };
};

/**
 * Applies an edit to the stored annotation; fields that the edit does not name keep what is stored.
 * @throws {Failure} `annotationGone` when it was deleted meanwhile.
 */
export async function changeAnnotation(
  library: Library,
  change: AnnotationChange,
  now: string,
): Promise<Stored> {
  return await writeAll(library, async () => {
    const before = await getLive(library, change.id);
    const { id: _, speaker: _speaker, subject: _subject, ...edit } = change;
    const named = await resolveNames(library, change, now);
    const after = editAnnotation(before, { ...edit, ...named }, now);
    // A call repeated after its answer was lost finds its work done, and answers with the act that did it.
    const done = isSame({ ...after, modified: '' }, { ...before, modified: '' })
      ? await lastActOn(library, before.id)
      : null;
    if (done !== null) return { annotation: before, actId: done };
    return await putWithAct(library, { kind: 'change', before, after, now });
  });
}

/**
 * Marks an annotation as deleted; it stays restorable until `purgeDeleted` takes it.
 * Deleting a deleted one again stores nothing and answers with the act that deleted it.
 * @throws {Failure} `annotationGone` when it is no longer kept at all.
 */
export async function deleteAnnotation(library: Library, id: string, now: string): Promise<Stored> {
  return await writeAll(library, async () => {
    const before = await readAnnotation(library, id);
    if (before === null) throw new Failure('annotationGone');
    const done = before.deleted === null ? null : await lastActOn(library, id);
    if (done !== null) return { annotation: before, actId: done };
    const after: Annotation = { ...before, deleted: now, modified: now };
    return await putWithAct(library, { kind: 'delete', before, after, now });
  });
}

/**
 * Takes an act on an annotation back, field by field: what was changed again since then stays as it is now.
 * Runs inside the caller's transaction.
 * @throws {Failure} `annotationGone` when its annotation is no longer kept.
 */
export async function undoAnnotationAct(library: Library, act: AnnotationAct, now: string): Promise<Stored> {
  const row = await library.annotations.get(act.annotationId);
  if (row === undefined) throw new Failure('annotationGone');
  const current = toAnnotation(row);
  const before = act.before === null ? null : fieldsOf(act.before);
  const reverted = revertFields(fieldsOf(current), { before, after: fieldsOf(act.after) }, now);
  const after = await settleEntities(library, withFields(current, reverted, now), now);
  return await putWithAct(library, { kind: 'undo', before: current, after, now, undoOf: act.id });
}

/**
 * Takes a deleted annotation out of the trash. Restoring one that is there stores nothing and answers with the act
 * that was last.
 * @throws {Failure} `annotationGone` when it is no longer kept at all.
 */
export async function restoreAnnotation(library: Library, id: string, now: string): Promise<Stored> {
  return await writeAll(library, async () => {
    const before = await readAnnotation(library, id);
    if (before === null) throw new Failure('annotationGone');
    const done = before.deleted === null ? await lastActOn(library, id) : null;
    if (done !== null) return { annotation: before, actId: done };
    const back: Annotation = { ...before, deleted: null, modified: now };
    const after = await settleEntities(library, back, now);
    return await putWithAct(library, { kind: 'change', before, after, now });
  });
}

/** What is in the trash, the latest first, as many as asked for. */
export async function listDeleted(library: Library, count: number): Promise<Annotation[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie's, not an array
  const latest = library.annotations.where('deleted').above('').reverse();
  return (await latest.limit(count).toArray()).map(toAnnotation);
}

/** The annotation, also a deleted one; `null` when it was never stored or is purged. */
export async function readAnnotation(library: Library, id: string): Promise<Annotation | null> {
  const row = await library.annotations.get(id);
  return row === undefined ? null : toAnnotation(row);
}

/** Those of the annotations that are stored, also deleted ones. */
export async function readAnnotations(library: Library, ids: readonly string[]): Promise<Annotation[]> {
  const rows = await library.annotations.bulkGet([...ids]);
  return rows.flatMap((row) => (row === undefined ? [] : [toAnnotation(row)]));
}

/** The annotations of a page that are not deleted, in no particular order. */
export async function listAnnotations(library: Library, pageId: string): Promise<Annotation[]> {
  const rows = await library.annotations.where('pageId').equals(pageId).toArray();
  return rows.filter((row) => row.deleted === null).map(toAnnotation);
}

async function resolveNames(
  library: Library,
  names: { readonly speaker?: string; readonly subject?: { readonly name: string; readonly type: string } },
  now: string,
): Promise<{ speaker?: Speaker | null; entityId?: string }> {
  return {
    ...(names.speaker === undefined ? {} : { speaker: await resolveSpeaker(library, names.speaker) }),
    ...(names.subject === undefined
      ? {}
      : { entityId: (await resolveEntity(library, names.subject, now)).id }),
  };
}

async function getLive(library: Library, id: string): Promise<Annotation> {
  const row = await library.annotations.get(id);
  if (row === undefined || row.deleted !== null) throw new Failure('annotationGone');
  return toAnnotation(row);
}

/** The id of the latest act on an annotation, `null` when none is kept any more. */
async function lastActOn(library: Library, annotationId: string): Promise<number | null> {
  return (await listActsOn(library, annotationId)).at(-1)?.id ?? null;
}

/** Everything done to an annotation, the first act first. */
async function listActsOn(library: Library, annotationId: string): Promise<ActRow[]> {
  const alone = await library.acts.where('annotationId').equals(annotationId).toArray();
  const together = await library.acts.where('annotationIds').equals(annotationId).toArray();
  return [...alone, ...together].toSorted((a, b) => a.id - b.id);
}

type Write = {
  readonly kind: ActKind;
  readonly before: Annotation | null;
  readonly after: Annotation;
  readonly now: string;
  readonly undoOf?: number;
};

async function putWithAct(library: Library, { now, ...act }: Write): Promise<Stored> {
  const { after } = act;
  await library.annotations.put(toAnnotationRow(after));
  const { id: annotationId, pageId } = after;
  const actId = await library.acts.add({ ...act, annotationId, pageId, at: now });
  return { annotation: after, actId };
}

/** Every annotation that is not deleted. */
export async function listAllAnnotations(library: Library): Promise<Annotation[]> {
  const rows = await library.annotations.filter((row) => row.deleted === null).toArray();
  return rows.map(toAnnotation);
}
