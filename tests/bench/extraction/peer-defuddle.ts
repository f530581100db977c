import Defuddle from 'defuddle';
import type { EngineRow } from './rows.ts';
import { textOfBlocks } from './text-of-blocks.ts';

/** Defuddle as its README has it. */
export function run(url: string): Omit<EngineRow, 'engine'> {
  const start = performance.now();
  const parsed = new Defuddle(document, { url }).parse();
  const ms = performance.now() - start;
  return {
    text: textOfBlocks(parsed.content),
    blocks: [],
    title: parsed.title === '' ? null : parsed.title,
    authors: parsed.author === '' ? [] : parsed.author.split(/,\s*/u),
    published: parsed.published === '' ? null : parsed.published,
    site: parsed.site === '' ? null : parsed.site,
    lang: parsed.language === '' ? null : parsed.language,
    canonical: null,
    mappedShare: null,
    coverage: null,
    ms,
  };
}
