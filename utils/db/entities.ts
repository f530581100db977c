import { entityIdsOf, quoteOf, subjectIdOf, type Annotation, type Speaker } from '../model/annotation.ts';
import { entityKeyOf, normaliseName, type Entity } from '../model/entity.ts';
import type { KnownEntity } from '../model/known-entity.ts';
import { createId } from '../model/id.ts';
import type { EntityRow, Library } from './database.ts';

/** The entity of that name and type, made when there is none. Runs inside the caller's transaction. */
export async function resolveEntity(
  library: Library,
  named: { readonly name: string; readonly type: string },
  now: string,
): Promise<Entity> {
  const name = normaliseName(named.name);
  const key = entityKeyOf(name);
  const known = await library.entities.where('[key+type]').equals([key, named.type]).first();
  if (known !== undefined) return toEntity(known);
  const row: EntityRow = { id: createId(), name, type: named.type, key, created: now, modified: now };
  await library.entities.add(row);
  return toEntity(row);
}

/** An entity of that name becomes the speaker; any other name stays text; an empty one is nobody. */
export async function resolveSpeaker(library: Library, input: string): Promise<Speaker | null> {
  const name = normaliseName(input);
  if (name === '') return null;
  const known = await library.entities.where('key').equals(entityKeyOf(name)).toArray();
  const speaker =
    known.find((entity) => canSpeak(entity.type)) ?? known.find((entity) => !isThing(entity.type));
  return speaker === undefined ? { type: 'text', name } : { type: 'entity', entityId: speaker.id };
}

function canSpeak(type: string): boolean {
  return type === 'person' || type === 'organisation';
}

function isThing(type: string): boolean {
  return type === 'date' || type === 'amount';
}

/** All entities by name. */
export async function listEntities(library: Library): Promise<Entity[]> {
  const rows = await library.entities.orderBy('key').toArray();
  return rows.map(toEntity);
}

/** So many of the latest acts tell which entities the reader is at. */
const recentActs = 300;
/** Longer words that an entity was tagged on are a passage rather than a name. */
const longestAlias = 80;

/**
 * All entities to choose from: those of the latest acts first, the others by name. Words that one of them was lately
 * tagged on are another name for it.
 */
export async function listKnownEntities(library: Library): Promise<KnownEntity[]> {
  const entities = await listEntities(library);
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie's, not an array
  const acts = await library.acts.orderBy('id').reverse().limit(recentActs).toArray();
  const recent = acts.flatMap((act) => (act.kind === 'page' ? [] : [act.after]));
  const turns = new Map([...new Set(recent.flatMap(entityIdsOf))].map((id, turn) => [id, turn]));
  const tagged = Map.groupBy(recent, (annotation) => subjectIdOf(annotation));
  const turnOf = ({ id }: Entity): number => turns.get(id) ?? turns.size;
  return entities
    .toSorted((a, b) => turnOf(a) - turnOf(b))
    .map((entity) => toKnown(entity, tagged.get(entity.id) ?? []));
}

function toKnown({ name, type }: Entity, tagged: readonly Annotation[]): KnownEntity {
  const words = tagged.map((annotation) => normaliseName(quoteOf(annotation)));
  const others = words.filter((word) => word !== name && word !== '' && word.length <= longestAlias);
  return others.length === 0 ? { name, type } : { name, type, aliases: [...new Set(others)] };
}

/** The entities with these ids; ids without one are left out. */
export async function readEntities(library: Library, ids: readonly string[]): Promise<Entity[]> {
  const rows = await library.entities.bulkGet([...new Set(ids)]);
  return rows.flatMap((row) => (row === undefined ? [] : [toEntity(row)]));
}

function toEntity(row: EntityRow): Entity {
  const { key: _, ...entity } = row;
  return entity;
}
