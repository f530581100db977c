import { listAnnotations } from '../db/annotations.ts';
import type { Library } from '../db/database.ts';
import { readDraft } from '../db/drafts.ts';
import { readEntities } from '../db/entities.ts';
import { compareByPosition, entityIdsOf } from '../model/annotation.ts';
import { draftKeyOf, parseAnnotationDraft, viewAnnotation, type AnnotationView } from '../model/view.ts';

/** Everything kept of a page, in reading order, with names and unsaved text. */
export async function listKept(library: Library, pageId: string | null): Promise<AnnotationView[]> {
  if (pageId === null) return [];
  const annotations = (await listAnnotations(library, pageId)).toSorted(compareByPosition);
  const entities = await readEntities(library, annotations.flatMap(entityIdsOf));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return await Promise.all(
    annotations.map(async (annotation) => {
      const draft = parseAnnotationDraft(await readDraft(library, draftKeyOf(annotation.id)));
      return viewAnnotation(annotation, byId, draft);
    }),
  );
}
