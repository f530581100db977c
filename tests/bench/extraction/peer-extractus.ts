import { extractFromHtml } from '@extractus/article-extractor';
import type { EngineRow } from './rows.ts';
import { textOfBlocks } from './text-of-blocks.ts';

/** @extractus/article-extractor as its README has it; it brings a DOM of its own. */
export async function run(url: string): Promise<Omit<EngineRow, 'engine'>> {
  const html = document.documentElement.outerHTML;
  const start = performance.now();
  const parsed = await extractFromHtml(html, url);
  const ms = performance.now() - start;
  return {
    text: textOfBlocks(parsed?.content ?? ''),
    blocks: [],
    title: parsed?.title ?? null,
    authors: parsed?.author === undefined || parsed.author === '' ? [] : [parsed.author],
    published: parsed?.published ?? null,
    site: parsed?.source ?? null,
    lang: null,
    canonical: parsed?.url ?? null,
    mappedShare: null,
    coverage: null,
    ms,
  };
}
