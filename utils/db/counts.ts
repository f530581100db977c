import type { Library } from './database.ts';

/** How much is kept. */
export type LibraryCounts = {
  readonly articles: number;
  readonly annotations: number;
  readonly entities: number;
};

/** Counts what is kept; what was deleted and can still be had back does not count. */
export async function countLibrary(library: Library): Promise<LibraryCounts> {
  const [articles, all, deleted, entities] = await Promise.all([
    library.pages.count(),
    library.annotations.count(),
    // `null` is no key, so the index holds the deleted ones alone.
    library.annotations.where('deleted').above('').count(),
    // Those that are gone have no name to be found by.
    library.entities.orderBy('key').count(),
  ]);
  return { articles, annotations: all - deleted, entities };
}
