import { entityIdsOf } from '../model/annotation.ts';
import type { ActRow, Library } from './database.ts';
import { isReadersWork } from './pages.ts';
import { deleteVersionsOf } from './versions.ts';

/** How long deleted annotations, their acts, forgotten drafts and entities that nobody refers to stay. */
export const trashDays = 30;

/**
 * Removes what was deleted, what was typed and forgotten, and pages and entities that nothing is kept of, before the
 * time.
 */
export async function purgeDeleted(library: Library, before: string): Promise<void> {
  const { pages, annotations, entities, acts, drafts, versions, lookups } = library;
  const tables = [pages, annotations, entities, acts, drafts, versions, lookups];
  await library.transaction('rw', tables, async () => {
    await annotations.where('deleted').below(before).delete();
    await acts.where('at').below(before).delete();
    await drafts.where('modified').below(before).delete();
    await lookups.where('at').below(before).delete();
    await purgePages(library, before);
    await purgeEntities(library, before);
  });
}

async function purgePages(library: Library, before: string): Promise<void> {
  const kept = new Set(await library.annotations.orderBy('pageId').uniqueKeys());
  const gone = await library.pages
    .where('visited')
    .below(before)
    .filter((page) => !kept.has(page.id) && !isReadersWork(page))
    .primaryKeys();
  await library.pages.bulkDelete(gone);
  await deleteVersionsOf(library, gone);
}

/**
 * Takes the entities out that nobody refers to, and has not since the time. Acts are kept as long as that, so what
 * referred to one until lately still stands in one of them, and can be taken back. A note is the reader's own work.
 */
async function purgeEntities(library: Library, before: string): Promise<void> {
  const used = new Set<unknown>(await library.annotations.orderBy('entityIds').uniqueKeys());
  const idle = await library.entities
    .filter(({ id, note, deleted, modified }) => {
      const isWanted = note !== '' && deleted === null;
      return !used.has(id) && !isWanted && modified < before;
    })
    .toArray();
  if (idle.length === 0) return;
  const lately = new Set((await library.acts.toArray()).flatMap(namedIn));
  const gone = idle.filter(({ id }) => !lately.has(id));
  await library.entities.bulkDelete(gone.map(({ id }) => id));
}

/** The entities that an act can bring back into use. */
function namedIn(act: ActRow): readonly string[] {
  if (act.kind === 'page') return [];
  if (act.kind !== 'group')
    return [act.before, act.after].flatMap((one) => (one === null ? [] : entityIdsOf(one)));
  const pointed = act.annotations
    .flatMap(({ before, after }) => [before ?? {}, after])
    .flatMap(({ speaker, entityId }) => [
      speaker?.type === 'entity' ? speaker.entityId : null,
      entityId ?? null,
    ])
    .filter((id) => id !== null);
  return [...pointed, ...act.entities.map(({ entityId }) => entityId)];
}
