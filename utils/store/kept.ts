import { listAnnotations } from '../db/annotations.ts';
import type { Library } from '../db/database.ts';
import { readDrafts } from '../db/drafts.ts';
import { readEntities } from '../db/entities.ts';
import { compareByPosition, entityIdsOf } from '../model/annotation.ts';
import { draftKeyOf, parseAnnotationDraft, viewAnnotation, type AnnotationView } from '../model/view.ts';

/** Everything kept of a page, in reading order, with names and unsaved text. */
export async function listKept(library: Library, pageId: string | null): Promise<AnnotationView[]> {
  if (pageId === null) return [];
  const annotations = (await listAnnotations(library, pageId)).toSorted(compareByPosition);
  const entities = await readEntities(library, annotations.flatMap(entityIdsOf));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const drafts = await readDrafts(
    library,
    annotations.map(({ id }) => draftKeyOf(id)),
  );
  return annotations.map((annotation, index) =>
    viewAnnotation(annotation, byId, parseAnnotationDraft(drafts[index] ?? null)),
  );
}
