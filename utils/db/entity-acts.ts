import { quoteOf, speakerOf, subjectIdOf, type Annotation } from '../model/annotation.ts';
import { createEntity, entityKeyOf, entityKeysOf, normaliseName, type Entity } from '../model/entity.ts';
import type { EntityPatch, EntitySplit } from '../model/entity-about.ts';
import { Failure } from '../model/failure.ts';
import type { Done } from './acts.ts';
import type { GroupAct, Library } from './database.ts';
import { listNamed } from './entities.ts';
import { withEntityFields, withFields } from './fields.ts';
import { putGroup, type Changed } from './group-acts.ts';
import { toAnnotation, toEntity } from './rows.ts';
import { isSame } from './same.ts';
import { writeAll } from './write.ts';

/**
 * Renames an entity, or changes its type, other names, note or Wikidata entry.
 * @throws {Failure} `entityGone` when it is no longer kept, `entityNameTaken` when another of that type has the name.
 */
export async function editEntity(library: Library, patch: EntityPatch, now: string): Promise<Done> {
  return await writeAll(library, async () => {
    const { id, name, ...fields } = patch;
    const before = await getEntity(library, id);
    const named = name === undefined ? {} : { name: normaliseName(name) };
    const after = withEntityFields(before, { ...fields, ...named }, now);
    if (isSame({ ...after, modified: '' }, { ...before, modified: '' })) {
      const done = await findDone(library, (act) => act.deed === 'edit' && changes(act, id));
      if (done !== null) return done;
    }
    if (entityKeyOf(after.name) !== entityKeyOf(before.name) || after.type !== before.type)
      await assertFree(library, after);
    return await putGroup(library, { deed: 'edit', about: before.name, entities: [{ before, after }], now });
  });
}

/**
 * Makes one entity of two: the first goes into the other, with its names, and all that points at it points there.
 * @throws {Failure} `entityGone` when one of them is no longer kept.
 */
export async function mergeEntities(
  library: Library,
  id: string,
  intoId: string,
  now: string,
): Promise<Done> {
  if (id === intoId) throw new Failure('invalidMessage');
  return await writeAll(library, async () => {
    const row = await library.entities.get(id);
    if (row?.mergedInto === intoId) {
      const done = await findDone(library, (act) => act.deed === 'merge' && changes(act, id));
      if (done !== null) return done;
    }
    const gone = await getEntity(library, id);
    const into = await getEntity(library, intoId);
    const notes = [into.note, into.note.includes(gone.note) ? '' : gone.note];
    const merged = withEntityFields(
      into,
      {
        aliases: [...into.aliases, gone.name, ...gone.aliases],
        note: notes.filter((note) => note !== '').join('\n\n'),
        wikidata: into.wikidata ?? gone.wikidata,
      },
      now,
    );
    return await putGroup(library, {
      deed: 'merge',
      about: gone.name,
      entities: [
        { before: into, after: merged },
        { before: gone, after: withEntityFields(gone, { mergedInto: intoId }, now) },
      ],
      annotations: (await listReferring(library, id)).map((annotation) => ({
        before: annotation,
        after: pointElsewhere(annotation, id, intoId, now),
      })),
      now,
    });
  });
}

/**
 * Makes an entity of its own of one of an entity's other names, or of chosen annotations; it has the same type.
 * @throws {Failure} `entityGone` when it is no longer kept or has no such name, `entityNameTaken` as in `editEntity`.
 */
export async function splitEntity(library: Library, split: EntitySplit, now: string): Promise<Done> {
  return await writeAll(library, async () => {
    const { id, newId } = split;
    if ((await library.entities.get(newId)) !== undefined) {
      const done = await findDone(library, (act) => act.deed === 'split' && changes(act, newId));
      if (done !== null) return done;
    }
    const before = await getEntity(library, id);
    const name = 'alias' in split ? split.alias : split.name;
    const key = entityKeyOf(name);
    const aliases = before.aliases.filter((alias) => entityKeyOf(alias) !== key);
    if ('alias' in split && aliases.length === before.aliases.length) throw new Failure('entityGone');
    const made = createEntity(newId, { name, type: before.type }, now);
    await assertFree(library, made);
    const chosen = new Set('alias' in split ? [] : split.annotationIds);
    const leaves = (annotation: Annotation): boolean =>
      'alias' in split
        ? subjectIdOf(annotation) === id && entityKeyOf(quoteOf(annotation)) === key
        : chosen.has(annotation.id);
    const leaving = (await listReferring(library, id)).filter(leaves);
    return await putGroup(library, {
      deed: 'split',
      about: made.name,
      entities: [
        { before: null, after: made },
        { before, after: withEntityFields(before, { aliases }, now) },
      ],
      annotations: leaving.map((annotation) => ({
        before: annotation,
        after: pointElsewhere(annotation, id, newId, now),
      })),
      now,
    });
  });
}

/**
 * Deletes an entity that nothing refers to.
 * @throws {Failure} `entityInUse` when something does, `entityGone` when it is no longer kept.
 */
export async function deleteEntity(library: Library, id: string, now: string): Promise<Done> {
  return await writeAll(library, async () => {
    const row = await library.entities.get(id);
    if (row !== undefined && row.deleted !== null) {
      const done = await findDone(library, (act) => act.deed === 'delete' && changes(act, id));
      if (done !== null) return done;
    }
    const before = await getEntity(library, id);
    const referring = await listReferring(library, id);
    // What is in the trash brings it back when it comes back itself.
    if (referring.some(({ deleted }) => deleted === null)) throw new Failure('entityInUse');
    const after = withEntityFields(before, { deleted: now }, now);
    return await putGroup(library, {
      deed: 'delete',
      about: before.name,
      entities: [{ before, after }],
      now,
    });
  });
}

/**
 * Makes an entity the speaker of every quote whose speaker was written down by one of its names.
 * @throws {Failure} `entityGone` when it is no longer kept, or nothing is written down so.
 */
export async function takeOverSpeakers(library: Library, id: string, now: string): Promise<Done> {
  return await writeAll(library, async () => {
    const entity = await getEntity(library, id);
    const rows = await library.annotations.where('speakerKey').anyOf(entityKeysOf(entity)).toArray();
    if (rows.length === 0) {
      const done = await findDone(library, (act) => act.deed === 'takeOver' && act.about === entity.name);
      if (done !== null) return done;
      throw new Failure('entityGone');
    }
    const annotations = rows.map(toAnnotation).map((before): Changed<Annotation> => ({
      before,
      after: withFields(before, { speaker: { type: 'entity', entityId: id } }, now),
    }));
    return await putGroup(library, { deed: 'takeOver', about: entity.name, annotations, now });
  });
}

/** Everything that points at an entity, also what is in the trash. */
async function listReferring(library: Library, id: string): Promise<Annotation[]> {
  return (await library.annotations.where('entityIds').equals(id).toArray()).map(toAnnotation);
}

function pointElsewhere(annotation: Annotation, from: string, to: string, now: string): Annotation {
  const speaker = speakerOf(annotation);
  return withFields(
    annotation,
    {
      ...(speaker?.type === 'entity' && speaker.entityId === from
        ? { speaker: { type: 'entity', entityId: to } }
        : {}),
      ...(subjectIdOf(annotation) === from ? { entityId: to } : {}),
    },
    now,
  );
}

async function getEntity(library: Library, id: string): Promise<Entity> {
  const row = await library.entities.get(id);
  if (row === undefined || row.deleted !== null || row.mergedInto !== null) throw new Failure('entityGone');
  return toEntity(row);
}

/** Of one type there is one entity of a name: by name and type it is found when something is tagged. */
async function assertFree(library: Library, { id, name, type }: Entity): Promise<void> {
  const key = entityKeyOf(name);
  const known = await listNamed(library, name);
  const isTaken = known.some(
    (other) => other.id !== id && other.type === type && entityKeyOf(other.name) === key,
  );
  if (isTaken) throw new Failure('entityNameTaken');
}

/** As far back as a repeated call looks for the one before it. */
const repeatReach = 50;

/** The latest act that fits, as it was answered when it was done; `null` when there is none. */
async function findDone(library: Library, fits: (act: GroupAct) => boolean): Promise<Done | null> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a table of Dexie's, not an array
  const latest = await library.acts.reverse().limit(repeatReach).toArray();
  for (const act of latest) {
    if (act.kind !== 'group' || act.undoOf !== undefined || !fits(act)) continue;
    return { pageIds: [...new Set(act.annotations.map(({ pageId }) => pageId))], actId: act.id };
  }
  return null;
}

function changes(act: GroupAct, id: string): boolean {
  return act.entities.some(({ entityId }) => entityId === id);
}
