import { entityIdsOf, quoteOf, subjectIdOf, type Annotation, type Speaker } from '../model/annotation.ts';
import { createEntity, entityKeyOf, normaliseAliases, normaliseName, type Entity } from '../model/entity.ts';
import type { ListedEntity } from '../model/known-entity.ts';
import { createId } from '../model/id.ts';
import type { EntityRow, Library } from './database.ts';
import { toAnnotation, toEntity, toEntityRow } from './rows.ts';

/**
 * The entity of that name and type, made when there is none: the one of just that name, else the only one that goes by
 * it besides. Runs inside the caller's transaction.
 */
export async function resolveEntity(
  library: Library,
  named: { readonly name: string; readonly type: string },
  now: string,
): Promise<Entity> {
  const known = await listNamed(library, named.name);
  const found = chooseNamed(
    known.filter(({ type }) => type === named.type),
    named.name,
  );
  if (found !== null) return found;
  const entity = createEntity(createId(), named, now);
  await library.entities.add(toEntityRow(entity));
  return entity;
}

/** An entity of that name becomes the speaker; any other name stays text; an empty one is nobody. */
export async function resolveSpeaker(library: Library, input: string): Promise<Speaker | null> {
  const name = normaliseName(input);
  if (name === '') return null;
  const known = await listNamed(library, name);
  const speakers = known.filter(({ type }) => canSpeak(type));
  const others = known.filter(({ type }) => !canSpeak(type) && !isThing(type));
  const speaker = chooseNamed(speakers, name) ?? chooseNamed(others, name);
  return speaker === null ? { type: 'text', name } : { type: 'entity', entityId: speaker.id };
}

/** All entities that go by a name, whatever their type. */
export async function listNamed(library: Library, name: string): Promise<Entity[]> {
  const rows = await library.entities.where('keys').equals(entityKeyOf(name)).toArray();
  return rows.map(toEntity);
}

/** What several go by besides their names tells nobody which of them is meant. */
function chooseNamed(known: readonly Entity[], name: string): Entity | null {
  const key = entityKeyOf(name);
  const named = known.find((entity) => entityKeyOf(entity.name) === key);
  const [only, other] = known;
  return named ?? (other === undefined ? (only ?? null) : null);
}

function canSpeak(type: string): boolean {
  return type === 'person' || type === 'organisation';
}

function isThing(type: string): boolean {
  return type === 'date' || type === 'amount';
}

/** Merges of merges end somewhere; damaged rows must not go round for ever. */
const longestChain = 100;

/** What stands for an entity now, through any number of merges: its id, and its row if there is one. */
export async function followMerges(
  library: Library,
  id: string,
): Promise<{ readonly id: string; readonly row: EntityRow | undefined }> {
  let at = id;
  let row = await library.entities.get(at);
  for (let step = 0; step < longestChain && row !== undefined && row.mergedInto !== null; step++) {
    at = row.mergedInto;
    row = await library.entities.get(at);
  }
  return { id: at, row };
}

/** All entities by name. */
export async function listEntities(library: Library): Promise<Entity[]> {
  const rows = await library.entities.orderBy('key').toArray();
  return rows.map(toEntity);
}

/** So many of the latest annotations tell which entities the reader is at. */
const recentAnnotations = 300;
/** Longer words that an entity was tagged on are a passage rather than a name. */
const longestAlias = 80;

/**
 * All entities to choose from: those of the latest annotations first, the others by name. Words that one of them was
 * lately tagged on are another name for it, after those that the reader gave it.
 */
export async function listKnownEntities(library: Library): Promise<ListedEntity[]> {
  const entities = await listEntities(library);
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie's, not an array
  const rows = await library.annotations.orderBy('modified').reverse().limit(recentAnnotations).toArray();
  const recent = rows.map(toAnnotation);
  const turns = new Map([...new Set(recent.flatMap(entityIdsOf))].map((id, turn) => [id, turn]));
  const tagged = Map.groupBy(recent, (annotation) => subjectIdOf(annotation));
  const turnOf = ({ id }: Entity): number => turns.get(id) ?? turns.size;
  return entities
    .toSorted((a, b) => turnOf(a) - turnOf(b))
    .map((entity) => toKnown(entity, tagged.get(entity.id) ?? []));
}

function toKnown({ id, name, type, aliases }: Entity, tagged: readonly Annotation[]): ListedEntity {
  const words = tagged.map((annotation) => normaliseName(quoteOf(annotation)));
  const others = normaliseAliases([...aliases, ...words.filter((word) => word.length <= longestAlias)], name);
  return { id, name, type, ...(others.length === 0 ? {} : { aliases: others }) };
}

/** The entities with these ids; ids without one are left out. */
export async function readEntities(library: Library, ids: readonly string[]): Promise<Entity[]> {
  const rows = await library.entities.bulkGet([...new Set(ids)]);
  return rows.flatMap((row) => (row === undefined ? [] : [toEntity(row)]));
}
