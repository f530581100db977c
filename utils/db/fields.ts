import {
  editAnnotation,
  noteOf,
  speakerOf,
  subjectIdOf,
  tagsOf,
  type Annotation,
} from '../model/annotation.ts';
import { normaliseAliases, type Entity, type EntityFields } from '../model/entity.ts';
import type { AnnotationFields } from './database.ts';
import { isSame } from './same.ts';

/** What a reader changes in an annotation, each field by itself. */
export function fieldsOf(annotation: Annotation): AnnotationFields {
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
    pieces: annotation.target.pieces ?? [],
  };
}

/** The annotation with other fields. */
export function withFields(
  annotation: Annotation,
  fields: Partial<AnnotationFields>,
  now: string,
): Annotation {
  const { deleted = annotation.deleted, ...edit } = fields;
  return { ...editAnnotation(annotation, edit, now), deleted };
}

/** What a reader changes in an entity, each field by itself. */
export function entityFieldsOf(entity: Entity): EntityFields {
  const { id: _, created: _created, modified: _modified, ...fields } = entity;
  return fields;
}

/** The entity with other fields; a name is never an alias besides. */
export function withEntityFields(entity: Entity, fields: Partial<EntityFields>, now: string): Entity {
  const next = { ...entity, ...fields, modified: now };
  return { ...next, aliases: normaliseAliases(next.aliases, next.name) };
}

type Diff<T> = { readonly before: Partial<T> | null; readonly after: Partial<T> };

type Deletable = { readonly deleted: string | null };

/** Only the fields that differ; of what was made, that it is there. */
export function diffFields<T extends Deletable>(before: T | null, after: T): Diff<T> {
  if (before === null) return { before, after: pickFields(after, ['deleted']) };
  const names = (Object.keys(after) as (keyof T)[]).filter((name) => !isSame(before[name], after[name]));
  return { before: pickFields(before, names), after: pickFields(after, names) };
}

function pickFields<T>(fields: T, names: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<T>;
}

/**
 * The fields of `current` that go back to `before`: those that went from there to `after`, unless they went elsewhere
 * since. Of aliases those that came go, and those that went come back. What was made is deleted `now`.
 */
export function revertFields<T extends Deletable>(
  current: T,
  { before, after }: Diff<T>,
  now: string,
): Partial<T> {
  const goal: Partial<T> = before ?? ({ deleted: now } as Partial<T>);
  const names = Object.keys(goal) as (keyof T)[];
  const reverted = names.flatMap((name): [keyof T, unknown][] => {
    const [from, to] = [after[name], goal[name]];
    if (name === 'aliases') return [[name, revertList(current[name], from, to)]];
    return isSame(from, to) || !isSame(current[name], from) ? [] : [[name, to]];
  });
  return Object.fromEntries(reverted) as Partial<T>;
}

function revertList(current: unknown, from: unknown, to: unknown): unknown[] {
  const [now, then, goal] = [current, from, to].map((list): unknown[] => (Array.isArray(list) ? list : []));
  const stays = (now ?? []).filter((one) => then?.includes(one) !== true || goal?.includes(one) === true);
  return [...new Set([...stays, ...(goal ?? []).filter((one) => then?.includes(one) !== true)])];
}
