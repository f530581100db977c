import { createId } from '../model/id.ts';
import type { ArticleRecord, Page } from '../model/page.ts';
import type { Library } from './database.ts';

export type PageInput = {
  /** The address as the browser tells it. */
  readonly url: string;
  /** Normalised addresses of the same article, the visited one first. */
  readonly urls: readonly string[];
  readonly article: ArticleRecord;
};

/**
 * The page that one of the addresses leads to, `null` when nothing is kept for any. Addresses are tried in
 * their order, so a page's own address wins over what it declares.
 */
export async function findPage(library: Library, urls: readonly string[]): Promise<Page | null> {
  for (const url of urls) {
    const page = await library.pages.where('urls').equals(url).first();
    if (page !== undefined) return page;
  }
  return null;
}

/** The page with what was just read of it; made when there is none. Runs inside the caller's transaction. */
export async function findOrCreatePage(library: Library, input: PageInput, now: string): Promise<Page> {
  const known = await findPage(library, input.urls);
  const page: Page = {
    id: known?.id ?? createId(),
    url: input.url,
    urls: [...new Set([...(known?.urls ?? []), ...input.urls])],
    // A revisit on which nothing could be extracted must not blank what was known.
    article: known !== null && input.article.text === '' ? known.article : input.article,
    created: known?.created ?? now,
    visited: now,
  };
  await library.pages.put(page);
  return page;
}

/** The page with that id, or `null`. */
export async function readPage(library: Library, id: string): Promise<Page | null> {
  return (await library.pages.get(id)) ?? null;
}

/** All pages, the latest visit first. */
export async function listPages(library: Library): Promise<Page[]> {
  const pages = await library.pages.orderBy('visited').toArray();
  return pages.toReversed();
}

/** Notes that the reader is at a kept page again. */
export async function touchPage(library: Library, id: string, now: string): Promise<void> {
  await library.pages.update(id, { visited: now });
}
