import { extractArticleInSlices } from '../../../utils/extraction/index.ts';
import { buildPageText } from '../../../utils/text/index.ts';
import type { Article } from '../../../utils/model/article.ts';
import type { EngineRow } from './rows.ts';

/** Runs the extension's own code on the document that is shown, and takes the time of every task. */
export async function run(url: string, now: string): Promise<Omit<EngineRow, 'engine'>> {
  const start = performance.now();
  const pageText = buildPageText(document);
  const textMs = performance.now() - start;
  const tasks = [textMs];
  let since = performance.now();
  const endTask = (): void => {
    tasks.push(performance.now() - since);
    since = performance.now();
  };
  const pause = async (): Promise<void> => {
    endTask();
    await Promise.resolve();
  };
  const extraction = await extractArticleInSlices({ document, url, pageText, now: new Date(now), pause });
  endTask();
  const ms = performance.now() - start;
  const { metadata } = extraction;
  const blocks = extraction.status === 'article' ? readBlocks(extraction.article, pageText.raw) : [];
  return {
    text: blocks
      .filter(({ kind }) => kind !== 'caption' && kind !== 'headline')
      .map(({ text }) => text)
      .join('\n'),
    blocks,
    title: metadata.title?.value ?? null,
    authors: metadata.authors?.value ?? [],
    published: metadata.published?.value.iso ?? null,
    site: metadata.publisher?.value ?? null,
    lang: metadata.lang.detected ?? metadata.lang.declared,
    canonical: metadata.canonicalUrl?.value ?? null,
    standfirst: metadata.standfirst?.value ?? null,
    mappedShare: extraction.status === 'article' ? extraction.article.mappedShare : null,
    coverage: extraction.status === 'article' ? extraction.article.coverage : null,
    status: extraction.status === 'article' ? 'article' : extraction.reason,
    textMs,
    longestTaskMs: Math.max(...tasks),
    ms,
  };
}

/** The blocks in reading order, those that the page does not show at their places. */
function readBlocks({ blocks, unseen = [] }: Article, raw: string): { kind: string; text: string }[] {
  const texts: { kind: string; text: string }[] = [];
  const addUnseen = (index: number): void => {
    for (const { kind, text, before } of unseen) if (before === index) texts.push({ kind, text });
  };
  blocks.forEach(({ kind, start, end }, index) => {
    addUnseen(index);
    texts.push({ kind, text: raw.slice(start, end) });
  });
  addUnseen(blocks.length);
  return texts;
}
