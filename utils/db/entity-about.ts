import {
  compareByPosition,
  quoteOf,
  speakerOf,
  subjectIdOf,
  type Annotation,
  type Target,
} from '../model/annotation.ts';
import { entityKeysOf, type Entity } from '../model/entity.ts';
import {
  entityDraftKeyOf,
  parseEntityDraft,
  type EntityAbout,
  type EntityArticle,
} from '../model/entity-about.ts';
import { articleOf, type Page } from '../model/page.ts';
import type { Library } from './database.ts';
import { readDraft } from './drafts.ts';
import { followMerges } from './entities.ts';
import { toAnnotation, toEntity } from './rows.ts';

/** More than anyone reads through at once. */
const mostPassages = 500;

export type AboutOptions = {
  /** The address that leads to a passage in its article. */
  readonly linkOf: (target: Target) => string;
};

/**
 * Everything that the library has of an entity; one that was merged into another is that one. `null` when there is
 * none.
 */
export async function readEntityAbout(
  library: Library,
  id: string,
  options: AboutOptions,
): Promise<EntityAbout | null> {
  const entity = await readEntity(library, id);
  if (entity === null) return null;
  const rows = await library.annotations.where('entityIds').equals(entity.id).toArray();
  const kept = rows.filter(({ deleted }) => deleted === null).map(toAnnotation);
  const quotes = kept.filter((annotation) => isSpeaker(annotation, entity.id));
  const mentions = kept.filter((annotation) => subjectIdOf(annotation) === entity.id);
  const written = await library.annotations.where('speakerKey').anyOf(entityKeysOf(entity)).toArray();
  return {
    entity,
    quotes: await listArticles(library, quotes, options),
    mentions: await listArticles(library, mentions, options),
    counts: { quotes: quotes.length, mentions: mentions.length },
    written: written.filter(({ deleted }) => deleted === null).length,
    draft: parseEntityDraft(await readDraft(library, entityDraftKeyOf(entity.id))),
  };
}

/** The entity with that id, or the one that stands for it; `null` when it was deleted or there is none. */
export async function readEntity(library: Library, id: string): Promise<Entity | null> {
  const { row } = await followMerges(library, id);
  return row === undefined || row.deleted !== null || row.mergedInto !== null ? null : toEntity(row);
}

function isSpeaker(annotation: Annotation, id: string): boolean {
  const speaker = speakerOf(annotation);
  return speaker?.type === 'entity' && speaker.entityId === id;
}

async function listArticles(
  library: Library,
  annotations: readonly Annotation[],
  options: AboutOptions,
): Promise<EntityArticle[]> {
  const byPage = Map.groupBy(annotations, ({ pageId }) => pageId);
  const pages = (await library.pages.bulkGet([...byPage.keys()])).filter((page) => page !== undefined);
  let room = mostPassages;
  return pages
    .toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1))
    .flatMap((page) => {
      const theirs = (byPage.get(page.id) ?? []).toSorted(compareByPosition).slice(0, room);
      room -= theirs.length;
      return theirs.length === 0 ? [] : [describeArticle(page, theirs, options)];
    });
}

/** When it was published, as far as that can be compared; else when it was first read. */
function timeOf(page: Page): string {
  const time = Date.parse(articleOf(page).published ?? '');
  return Number.isNaN(time) ? page.created : new Date(time).toISOString();
}

function describeArticle(
  page: Page,
  annotations: readonly Annotation[],
  { linkOf }: AboutOptions,
): EntityArticle {
  const { title, publisher, published, lang } = articleOf(page);
  const passages = annotations.map((annotation) => ({
    id: annotation.id,
    kind: annotation.kind,
    colour: annotation.colour,
    words: quoteOf(annotation),
    href: linkOf(annotation.target),
  }));
  return { pageId: page.id, title, publisher, published, lang, passages };
}
