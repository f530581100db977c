import { entityIdsOf, speakerOf, subjectIdOf, type Annotation } from '../model/annotation.ts';
import type { Entity } from '../model/entity.ts';
import { Failure } from '../model/failure.ts';
import type { Done } from './acts.ts';
import type { AnnotationFieldChange, EntityFieldChange, GroupAct, GroupDeed, Library } from './database.ts';
import { followMerges } from './entities.ts';
import {
  diffFields,
  entityFieldsOf,
  fieldsOf,
  revertFields,
  withEntityFields,
  withFields,
} from './fields.ts';
import { toAnnotation, toAnnotationRow, toEntity, toEntityRow } from './rows.ts';

/** A record before and after; `null` where there was none. */
export type Changed<T> = { readonly before: T | null; readonly after: T };

export type GroupWrite = {
  readonly deed: GroupDeed;
  readonly about: string;
  readonly annotations?: readonly Changed<Annotation>[];
  readonly entities?: readonly Changed<Entity>[];
  readonly now: string;
  readonly undoOf?: number;
};

/** So much of a name or of some words is enough to know an act by. */
const longestAbout = 200;

/** Stores changes of several records with the act that takes them all back. Runs inside the caller's transaction. */
export async function putGroup(library: Library, write: GroupWrite): Promise<Done> {
  const { deed, about, annotations = [], entities = [], now, undoOf } = write;
  await library.entities.bulkPut(entities.map(({ after }) => toEntityRow(after)));
  await library.annotations.bulkPut(annotations.map(({ after }) => toAnnotationRow(after)));
  const actId = await library.acts.add({
    kind: 'group',
    deed,
    about: about.slice(0, longestAbout),
    annotations: annotations.map(annotationChangeOf),
    entities: entities.map(entityChangeOf),
    annotationIds: annotations.map(({ after }) => after.id),
    at: now,
    ...(undoOf === undefined ? {} : { undoOf }),
  });
  return { pageIds: [...new Set(annotations.map(({ after }) => after.pageId))], actId };
}

function annotationChangeOf({ before, after }: Changed<Annotation>): AnnotationFieldChange {
  const diff = diffFields(before === null ? null : fieldsOf(before), fieldsOf(after));
  return { annotationId: after.id, pageId: after.pageId, ...diff };
}

function entityChangeOf({ before, after }: Changed<Entity>): EntityFieldChange {
  const diff = diffFields(before === null ? null : entityFieldsOf(before), entityFieldsOf(after));
  return { entityId: after.id, ...diff };
}

/**
 * Takes an act on several records back, field by field: what was changed again since then stays as it is now. Runs
 * inside the caller's transaction.
 * @throws {Failure} `annotationGone` when nothing of it is kept any more.
 */
export async function undoGroupAct(library: Library, act: GroupAct, now: string): Promise<Done> {
  const rows = await library.entities.bulkGet(act.entities.map(({ entityId }) => entityId));
  const entities = act.entities.flatMap((change, index): Changed<Entity>[] => {
    const row = rows[index];
    if (row === undefined) return [];
    const before = toEntity(row);
    const after = withEntityFields(before, revertFields(entityFieldsOf(before), change, now), now);
    return [{ before, after }];
  });
  const marked = await library.annotations.bulkGet([...act.annotationIds]);
  const annotations = act.annotations.flatMap((change, index): Changed<Annotation>[] => {
    const row = marked[index];
    if (row === undefined) return [];
    const before = toAnnotation(row);
    return [{ before, after: withFields(before, revertFields(fieldsOf(before), change, now), now) }];
  });
  if (entities.length + annotations.length === 0) throw new Failure('annotationGone');
  const { deed, about } = act;
  // Entities first: annotations are led to those that stand for them then.
  await library.entities.bulkPut(entities.map(({ after }) => toEntityRow(after)));
  const settled: Changed<Annotation>[] = [];
  for (const { before, after } of annotations)
    settled.push({ before, after: await settleEntities(library, after, now) });
  return await putGroup(library, { deed, about, annotations: settled, entities, now, undoOf: act.id });
}

/**
 * The annotation with entities that are there: one that was merged into another meanwhile gives way to that, one that
 * was deleted comes back. Runs inside the caller's transaction.
 */
export async function settleEntities(
  library: Library,
  annotation: Annotation,
  now: string,
): Promise<Annotation> {
  if (annotation.deleted !== null || entityIdsOf(annotation).length === 0) return annotation;
  const speaker = speakerOf(annotation);
  const subjectId = subjectIdOf(annotation);
  const speakerId = speaker?.type === 'entity' ? await standInFor(library, speaker.entityId, now) : null;
  return withFields(
    annotation,
    {
      speaker: speakerId === null ? speaker : { type: 'entity', entityId: speakerId },
      entityId: subjectId === null ? null : await standInFor(library, subjectId, now),
    },
    annotation.modified,
  );
}

async function standInFor(library: Library, id: string, now: string): Promise<string> {
  const { id: standing, row } = await followMerges(library, id);
  if (row !== undefined && row.mergedInto === null && row.deleted !== null)
    await library.entities.put(toEntityRow({ ...toEntity(row), deleted: null, modified: now }));
  return standing;
}
