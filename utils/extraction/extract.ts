import type { Extraction } from '../model/article.ts';
import type { PageText } from '../text/types.ts';

export type ExtractOptions = {
  readonly document: Document;
  readonly url: string;
  /** The page text of the same document; all offsets in the answer are offsets into it. */
  readonly pageText: PageText;
  /** What "3 hours ago" is counted from. */
  readonly now: Date;
};

/** What the article is on this page and what is known about it. Never throws. The page is not changed. */
export function extractArticle(options: ExtractOptions): Extraction {
  throw new Error(`not built yet: ${options.url}`);
}

/** The same, giving the page its turn with `pause` between the steps. */
export async function extractArticleInSlices(
  options: ExtractOptions & { readonly pause: () => Promise<void> },
): Promise<Extraction> {
  await options.pause();
  return extractArticle(options);
}
