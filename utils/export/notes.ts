import { compareByPosition, entityIdsOf, type Annotation } from '../model/annotation.ts';
import type { Entity } from '../model/entity.ts';
import { articleOf, type Page } from '../model/page.ts';

/** One article with everything kept of it, in reading order. */
export type ArticleNotes = { readonly page: Page; readonly annotations: readonly Annotation[] };

/** What an export writes: articles and the entities that their annotations refer to, by id. */
export type Notes = {
  readonly articles: readonly ArticleNotes[];
  readonly entities: ReadonlyMap<string, Entity>;
};

/**
 * Puts pages, annotations and entities together for an export. Deleted annotations and pages without any
 * are left out; articles are as the reader has set them right; the order depends on the content alone, so that equal libraries export equally.
 */
export function gatherNotes(
  pages: readonly Page[],
  annotations: readonly Annotation[],
  entities: readonly Entity[],
): Notes {
  const byPage = Map.groupBy(
    annotations.filter((annotation) => annotation.deleted === null),
    (annotation) => annotation.pageId,
  );
  const articles = pages
    .toSorted((a, b) => (a.created === b.created ? compare(a.id, b.id) : compare(a.created, b.created)))
    .flatMap((page) => {
      const kept = byPage.get(page.id) ?? [];
      if (kept.length === 0) return [];
      const corrected = { ...page, article: articleOf(page) };
      return [{ page: corrected, annotations: kept.toSorted(compareByPosition) }];
    });
  const used = new Set(articles.flatMap((article) => article.annotations.flatMap(entityIdsOf)));
  return {
    articles,
    entities: new Map(entities.filter((entity) => used.has(entity.id)).map((entity) => [entity.id, entity])),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
