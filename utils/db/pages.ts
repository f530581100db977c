import { recognisePage, type PageFace, type Recognition } from '../extraction/same-article.ts';
import { sketchOf } from '../extraction/sketch.ts';
import { createId } from '../model/id.ts';
import type { ArticleRecord, Page } from '../model/page.ts';
import type { Library, PageRow } from './database.ts';

export type PageInput = {
  /** The address as the browser tells it. */
  readonly url: string;
  /** Normalised addresses of the same article, the visited one first, then those that the page claims. */
  readonly urls: readonly string[];
  readonly article: ArticleRecord;
};

/** How many numbers two sketches must share before the texts are compared. */
const sharedNumbers = 3;

/** Which page of the library the page at hand is, and which one it may be besides. */
export async function recogniseIn(library: Library, page: PageFace): Promise<Recognition> {
  const byAddress = await library.pages
    .where('urls')
    .anyOf([...page.urls])
    .distinct()
    .toArray();
  const sketch = sketchOf(page.article?.text ?? '');
  const known = new Map(byAddress.map((row) => [row.id, row]));
  for (const row of await findLikeRows(library, sketch)) known.set(row.id, row);
  return recognisePage(page, [...known.values()]);
}

async function findLikeRows(library: Library, sketch: readonly number[]): Promise<PageRow[]> {
  if (sketch.length === 0) return [];
  const ids = await library.pages
    .where('sketch')
    .anyOf([...sketch])
    .primaryKeys();
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const like = [...counts].filter(([, count]) => count >= sharedNumbers).map(([id]) => id);
  const rows = await library.pages.bulkGet(like);
  return rows.filter((row) => row !== undefined);
}

/** The page with what was just read of it; made when there is none. Runs inside the caller's transaction. */
export async function findOrCreatePage(library: Library, input: PageInput, now: string): Promise<Page> {
  const { id } = await recogniseIn(library, input);
  const known = id === null ? null : await readPage(library, id);
  const page: Page = {
    id: known?.id ?? createId(),
    url: input.url,
    urls: [...new Set([...(known?.urls ?? []), ...(await keepFree(library, input.urls, id))])],
    // A revisit on which nothing could be extracted must not blank what was known.
    article: known !== null && input.article.text === '' ? known.article : input.article,
    corrections: known?.corrections ?? {},
    apart: known?.apart ?? [],
    created: known?.created ?? now,
    visited: now,
  };
  await putPage(library, page);
  return page;
}

/** The addresses that lead to no other page: one that another article has is not given to this one too. */
async function keepFree(
  library: Library,
  urls: readonly string[],
  pageId: string | null,
): Promise<readonly string[]> {
  const holders = await library.pages
    .where('urls')
    .anyOf([...urls])
    .toArray();
  const taken = new Set(holders.filter(({ id }) => id !== pageId).flatMap((holder) => holder.urls));
  return urls.filter((url) => !taken.has(url));
}

/** Stores a page with what it is found by. Runs inside the caller's transaction. */
export async function putPage(library: Library, page: Page): Promise<void> {
  await library.pages.put({ ...page, sketch: sketchOf(page.article.text) });
}

/** The page with that id, or `null`. */
export async function readPage(library: Library, id: string): Promise<Page | null> {
  const row = await library.pages.get(id);
  return row === undefined ? null : toPage(row);
}

/** All pages, the latest visit first. */
export async function listPages(library: Library): Promise<Page[]> {
  const rows = await library.pages.orderBy('visited').toArray();
  return rows.map(toPage).toReversed();
}

/** The pages visited last, as many as asked for. */
export async function listRecentPages(library: Library, count: number): Promise<Page[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie's, not an array
  const latest = library.pages.orderBy('visited').reverse();
  return (await latest.limit(count).toArray()).map(toPage);
}

/** Notes that the reader is at a kept page again. */
export async function touchPage(library: Library, id: string, now: string): Promise<void> {
  await library.pages.update(id, { visited: now });
}

/** What the reader set right or told apart stays, though nothing else is kept of the page. */
export function isReadersWork({ corrections, apart }: Pick<Page, 'corrections' | 'apart'>): boolean {
  return apart.length > 0 || Object.keys(corrections).length > 0;
}

function toPage(row: PageRow): Page {
  const { sketch: _, ...page } = row;
  return page;
}
