import { Readability } from '@mozilla/readability';
import { textOfBlocks } from './text-of-blocks.ts';
import type { EngineRow } from './rows.ts';

/** Plain Readability as its README has it. */
export function run(): Omit<EngineRow, 'engine'> {
  const start = performance.now();
  const parsed = new Readability(document.cloneNode(true) as Document).parse();
  const ms = performance.now() - start;
  return {
    text: textOfBlocks(parsed?.content ?? ''),
    blocks: [],
    title: parsed?.title ?? null,
    authors: parsed?.byline === null || parsed?.byline === undefined ? [] : [parsed.byline],
    published: parsed?.publishedTime ?? null,
    site: parsed?.siteName ?? null,
    lang: parsed?.lang ?? null,
    canonical: null,
    mappedShare: null,
    coverage: null,
    ms,
  };
}
