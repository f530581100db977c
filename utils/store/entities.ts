import type { Library } from '../db/database.ts';
import { listKnownEntities } from '../db/entities.ts';
import { readEntityAbout } from '../db/entity-about.ts';
import { listOwnEntityTypes } from '../db/settings.ts';
import { passageLink } from '../export/passage-link.ts';
import type { EntityAbout } from '../model/entity-about.ts';
import type { ListedEntity } from '../model/known-entity.ts';

/** Everything kept of an entity, with the ways to its passages; `null` when there is none of that id. */
export async function readWholeEntity(library: Library, id: string): Promise<EntityAbout | null> {
  return await readEntityAbout(library, id, {
    linkOf: ({ source, selector, pieces }) => passageLink(source, selector, pieces),
  });
}

/** The entities and types to choose from. */
export async function readEntityChoices(
  library: Library,
): Promise<{ readonly known: readonly ListedEntity[]; readonly ownTypes: readonly string[] }> {
  return { known: await listKnownEntities(library), ownTypes: await listOwnEntityTypes(library) };
}
