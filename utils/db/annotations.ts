import {
  editAnnotation,
  entityIdsOf,
  motivationOf,
  noteOf,
  speakerOf,
  subjectIdOf,
  tagsOf,
  type Annotation,
  type AnnotationEdit,
  type AnnotationKind,
  type Colour,
  type Speaker,
} from '../model/annotation.ts';
import type { Selector } from '../model/selector.ts';
import type { ActKind, AnnotationAct, AnnotationRow, Library, PageRow } from './database.ts';
import { Failure } from '../model/failure.ts';
import { resolveEntity, resolveSpeaker } from './entities.ts';
import { findOrCreatePage, recogniseIn, type PageInput } from './pages.ts';
import { isSame } from './same.ts';
import { writeAll } from './write.ts';

export type NewAnnotation = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly selector: readonly Selector[];
  readonly speaker?: string;
  readonly subject?: { readonly name: string; readonly type: string };
  readonly page: PageInput;
};

/** What came of a write: the annotation as stored, and the act that `undoAct` takes back. */
export type Stored = { readonly annotation: Annotation; readonly actId: number };

/**
 * Stores a new annotation with its page and entities in one transaction. Repeating the call with the same
 * id stores nothing more and answers with what is there.
 */
export async function createAnnotation(library: Library, input: NewAnnotation, now: string): Promise<Stored> {
  return await writeAll(library, async () => {
    const existing = await library.annotations.get(input.id);
    if (existing !== undefined) {
      const { id } = await recogniseIn(library, input.page);
      if (existing.pageId !== id || existing.deleted !== null) throw new Failure('invalidMessage');
      const act = await library.acts.where('annotationId').equals(input.id).first();
      return { annotation: toAnnotation(existing), actId: act?.id ?? 0 };
    }
    const page = await findOrCreatePage(library, input.page, now);
    const blank: Annotation = {
      id: input.id,
      pageId: page.id,
      kind: input.kind,
      motivation: motivationOf(input.kind),
      colour: input.colour,
      target: { source: input.page.url, selector: input.selector },
      body: [],
      created: now,
      modified: now,
      deleted: null,
    };
    const edit = await resolveNames(library, input, now);
    return await putWithAct(library, {
      kind: 'create',
      before: null,
      after: editAnnotation(blank, edit, now),
      now,
    });
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
  const goal = act.before ?? { ...act.after, deleted: now };
  const { deleted, ...edit } = revertFields(fieldsOf(current), fieldsOf(act.after), fieldsOf(goal));
  const after = { ...editAnnotation(current, edit, now), deleted };
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
    const after: Annotation = { ...before, deleted: null, modified: now };
    return await putWithAct(library, { kind: 'change', before, after, now });
  });
}

/** What is in the trash, the latest first, as many as asked for. */
export async function listDeleted(library: Library, count: number): Promise<Annotation[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie's, not an array
  const latest = library.annotations.where('deleted').above('').reverse();
  return (await latest.limit(count).toArray()).map(toAnnotation);
}

type Fields = Required<AnnotationEdit> & Pick<Annotation, 'deleted'>;

/** What a reader changes in an annotation, each field by itself: one array of bodies holds four of them. */
function fieldsOf(annotation: Annotation): Fields {
  const { kind, colour, deleted } = annotation;
  return {
    kind,
    colour,
    deleted,
    note: noteOf(annotation),
    tags: tagsOf(annotation),
    speaker: speakerOf(annotation),
    entityId: subjectIdOf(annotation),
    selector: annotation.target.selector,
  };
}

/** `current` with every field that went `from` → `to` at `to`, unless it went elsewhere since. */
function revertFields(current: Fields, from: Fields, to: Fields): Fields {
  const names = Object.keys(current) as (keyof Fields)[];
  const reverted = names.map((name) => {
    const wasChanged = !isSame(from[name], to[name]);
    const isUntouched = isSame(current[name], from[name]);
    return [name, wasChanged && isUntouched ? to[name] : current[name]];
  });
  return Object.fromEntries(reverted) as Fields;
}

/** The annotation, also a deleted one; `null` when it was never stored or is purged. */
export async function readAnnotation(library: Library, id: string): Promise<Annotation | null> {
  const row = await library.annotations.get(id);
  return row === undefined ? null : toAnnotation(row);
}

/** The annotations of a page that are not deleted, in no particular order. */
export async function listAnnotations(library: Library, pageId: string): Promise<Annotation[]> {
  const rows = await library.annotations.where('pageId').equals(pageId).toArray();
  return rows.filter((row) => row.deleted === null).map(toAnnotation);
}

/** How long deleted annotations, their acts and forgotten drafts stay. */
export const trashDays = 30;

/** Removes what was deleted, what was typed and forgotten, and pages that nothing is kept of, before the time. */
export async function purgeDeleted(library: Library, before: string): Promise<void> {
  const tables = [library.pages, library.annotations, library.acts, library.drafts];
  await library.transaction('rw', tables, async () => {
    await library.annotations.where('deleted').below(before).delete();
    await library.acts.where('at').below(before).delete();
    await library.drafts.where('modified').below(before).delete();
    const kept = new Set(await library.annotations.orderBy('pageId').uniqueKeys());
    await library.pages
      .where('visited')
      .below(before)
      .filter((page) => !kept.has(page.id) && !isReadersWork(page))
      .delete();
  });
}

/** What the reader set right or told apart stays, though nothing else is kept of the page. */
function isReadersWork({ corrections, apart }: PageRow): boolean {
  return apart.length > 0 || Object.keys(corrections).length > 0;
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
  const act = await library.acts.where('annotationId').equals(annotationId).last();
  return act?.id ?? null;
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
  await library.annotations.put({ ...after, entityIds: entityIdsOf(after) });
  const { id: annotationId, pageId } = after;
  const actId = await library.acts.add({ ...act, annotationId, pageId, at: now });
  return { annotation: after, actId };
}

function toAnnotation(row: AnnotationRow): Annotation {
  const { entityIds: _, ...annotation } = row;
  return annotation;
}

/** Every annotation that is not deleted. */
export async function listAllAnnotations(library: Library): Promise<Annotation[]> {
  const rows = await library.annotations.filter((row) => row.deleted === null).toArray();
  return rows.map(toAnnotation);
}
