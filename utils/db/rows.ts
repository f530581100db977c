import { entityIdsOf, speakerOf, type Annotation } from '../model/annotation.ts';
import { entityKeyOf, entityKeysOf, type Entity } from '../model/entity.ts';
import type { AnnotationRow, EntityRow } from './database.ts';

/** The annotation with what the indexes find it by. */
export function toAnnotationRow(annotation: Annotation): AnnotationRow {
  const speaker = speakerOf(annotation);
  return {
    ...annotation,
    entityIds: entityIdsOf(annotation),
    ...(speaker?.type === 'text' ? { speakerKey: entityKeyOf(speaker.name) } : {}),
  };
}

/** The annotation of a row. */
export function toAnnotation(row: AnnotationRow): Annotation {
  const { entityIds: _, speakerKey: _key, ...annotation } = row;
  return annotation;
}

/** The entity with what the indexes find it by; one that is gone is found by its id alone. */
export function toEntityRow(entity: Entity): EntityRow {
  if (entity.mergedInto !== null || entity.deleted !== null) return entity;
  return { ...entity, key: entityKeyOf(entity.name), keys: entityKeysOf(entity) };
}

/** The entity of a row. */
export function toEntity(row: EntityRow): Entity {
  const { key: _, keys: _keys, ...entity } = row;
  return entity;
}
