import type { Article, ArticleMetadata, Extraction } from '../model/article.ts';
import type { PageText } from '../text/types.ts';
import { assembleBlocks } from './assemble.ts';
import { clonePaired } from './clone.ts';
import { emptyMetadata, readMetadata } from './metadata/index.ts';
import { readWithReadability } from './readability.ts';

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
  const steps = extractStepwise(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, giving the page its turn with `pause` between the steps. */
export async function extractArticleInSlices(
  options: ExtractOptions & { readonly pause: () => Promise<void> },
): Promise<Extraction> {
  const steps = extractStepwise(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await options.pause();
  }
}

function* extractStepwise(options: ExtractOptions): Generator<void, Extraction> {
  let metadata: ArticleMetadata = emptyMetadata;
  try {
    metadata = readMetadata(options);
    yield;
    const paired = clonePaired({ ...options, isLeftOut: () => false });
    if (paired === null) return { status: 'no-article', reason: 'too-large', metadata };
    yield;
    const found = readWithReadability(paired, metadata.title?.value ?? '');
    yield;
    const article = assembleArticle(options.pageText, found, metadata);
    if (article.blocks.length === 0) return { status: 'no-article', reason: 'not-an-article', metadata };
    return { status: 'article', article, metadata };
  } catch {
    // The page is not ours: whatever it holds that we cannot read, the reader can still highlight on it.
    return { status: 'no-article', reason: 'failed', metadata };
  }
}

function assembleArticle(pageText: PageText, found: readonly Text[], metadata: ArticleMetadata): Article {
  const { blocks, mappedShare } = assembleBlocks({ pageText, found, title: metadata.title?.value ?? null });
  return { blocks, coverage: 1, isProbablyIncomplete: false, mappedShare };
}
