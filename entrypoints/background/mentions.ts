import { readAnnotation } from '../../utils/db/annotations.ts';
import type { Library } from '../../utils/db/database.ts';
import { listEntities } from '../../utils/db/entities.ts';
import { readEntity } from '../../utils/db/entity-about.ts';
import type { KeepChoice } from '../../utils/messaging/protocol.ts';
import { callPage } from '../../utils/messaging/send.ts';
import { quoteOf, subjectIdOf } from '../../utils/model/annotation.ts';
import {
  entityKeyOf,
  entityKeysOf,
  entityLimits,
  normaliseName,
  type Entity,
} from '../../utils/model/entity.ts';
import { Failure } from '../../utils/model/failure.ts';
import type { ReadPiece } from '../../utils/model/read-article.ts';
import { proposeMentions, type SoughtNames } from '../../utils/proposals/mentions.ts';

/** What could be tagged on a page, and as what. */
export type FurtherMentions = {
  readonly choice: KeepChoice;
  readonly passages: readonly (readonly ReadPiece[])[];
};

/**
 * The mentions on a page of what an annotation names. The page is asked for its words and not told the names: what
 * the reader calls somebody elsewhere is no business of a page's.
 * @throws {Failure} `annotationGone` when it names nothing that is kept.
 */
export async function findFurtherMentions(
  library: Library,
  { id, tabId }: { readonly id: string; readonly tabId: number },
): Promise<FurtherMentions> {
  const annotation = await readAnnotation(library, id);
  const subjectId = annotation === null ? null : subjectIdOf(annotation);
  const entity = subjectId === null ? null : await readEntity(library, subjectId);
  if (annotation === null || annotation.deleted !== null || entity === null)
    throw new Failure('annotationGone');
  const { name, type } = entity;
  const choice: KeepChoice = { kind: 'entity', colour: annotation.colour, subject: { name, type } };
  const { isHidden } = await callPage(tabId, 'getStatus', { isReaders: false });
  // What is hidden is not told, so nobody could say what is tagged already.
  if (isHidden) return { choice, passages: [] };
  const names = namesOf(entity, quoteOf(annotation), await listEntities(library));
  return { choice, passages: proposeMentions(await callPage(tabId, 'readArticle', null), names) };
}

/** An alias that others go by too tells nobody who is meant; the name, and the words just tagged, do. */
function namesOf(entity: Entity, words: string, entities: readonly Entity[]): SoughtNames {
  const others = entities.filter(({ id }) => id !== entity.id);
  const shared = new Set(others.flatMap(entityKeysOf));
  const tagged = normaliseName(words);
  const own = [
    entity.name,
    ...(tagged.length > entityLimits.name ? [] : [tagged]),
    ...entity.aliases.filter((alias) => !shared.has(entityKeyOf(alias))),
  ];
  const ownKeys = new Set(own.map(entityKeyOf));
  const rivals = others.flatMap(({ name, aliases }) => aliases.concat(name));
  return { own, others: rivals.filter((name) => !ownKeys.has(entityKeyOf(name))) };
}
