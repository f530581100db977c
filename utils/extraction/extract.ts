import type { Article, ArticleMetadata, Extraction } from '../model/article.ts';
import { buildPageText, readRevealed, type PageText } from '../text/index.ts';
import { clonePaired } from './clone.ts';
import { measureCoverage } from './coverage.ts';
import { completeFromText, emptyMetadata, readFacts, type PageFacts } from './metadata/index.ts';
import { outlinePage, weigh } from './outline.ts';
import { Page } from './parts.ts';
import { readWithReadability } from './readability.ts';
import { isOneArticle } from './recognise.ts';
import { typeBlocks } from './typing.ts';
import { isStub, withUnseen } from './unseen.ts';

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
    const facts = readFacts(options);
    ({ metadata } = facts);
    yield;
    const shown = yield* readArticle(options, facts);
    if (!isStub(options, shown, facts)) return shown;
    yield;
    const pageText = buildPageText(options.document, { readLook: readRevealed });
    yield;
    const whole = yield* readArticle({ ...options, pageText, isRevealed: true }, facts);
    return withUnseen({ shown, whole }, { shown: options.pageText, whole: pageText });
  } catch {
    // The page is not ours: whatever it holds that we cannot read, the reader can still highlight on it.
    return { status: 'no-article', reason: 'failed', metadata };
  }
}

type ReadOptions = ExtractOptions & { readonly isRevealed?: boolean };

function* readArticle(options: ReadOptions, facts: PageFacts): Generator<void, Extraction> {
  const { metadata } = facts;
  const paired = clonePaired(options);
  if (paired === null) return { status: 'no-article', reason: 'too-large', metadata };
  yield;
  const found = readWithReadability(paired, metadata.title?.value ?? '');
  yield;
  return assemble(options, found, facts);
}

function assemble(options: ExtractOptions, found: readonly Text[], facts: PageFacts): Extraction {
  const { pageText, url, now } = options;
  const { articleBody, isArticle } = facts;
  const page = new Page(outlinePage(pageText, found));
  const blocks = typeBlocks({
    page,
    title: facts.metadata.title?.value ?? null,
    standfirst: facts.metadata.standfirst?.value ?? null,
    authors: facts.metadata.authors?.value ?? [],
    articleBody,
  });
  if (!isOneArticle(page, blocks, { url, isArticle })) {
    return { status: 'no-article', reason: 'not-an-article', metadata: facts.metadata };
  }
  const { detected, declared } = facts.metadata.lang;
  const metadata = completeFromText(facts.metadata, {
    page,
    blocks,
    ctx: { lang: detected ?? declared, now },
  });
  const mappedShare = mappedShareOf(pageText, found);
  const article: Article = { blocks, ...measureCoverage(page, blocks, articleBody), mappedShare };
  return { status: 'article', article, metadata };
}

function mappedShareOf(pageText: PageText, found: readonly Text[]): number {
  let all = 0;
  let mapped = 0;
  for (const node of found) {
    const weight = weigh(node.data);
    all += weight;
    if (pageText.spanOf(node) !== null) mapped += weight;
  }
  return all === 0 ? 1 : mapped / all;
}
