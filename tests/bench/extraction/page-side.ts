import { extractArticle } from '../../../utils/extraction/index.ts';
import { buildPageText } from '../../../utils/text/index.ts';
import type { EngineRow } from './rows.ts';

/** Runs the extension's own code on the document that is shown. */
export function run(url: string, now: string): Omit<EngineRow, 'engine'> {
  const start = performance.now();
  const pageText = buildPageText(document);
  const textMs = performance.now() - start;
  const extraction = extractArticle({ document, url, pageText, now: new Date(now) });
  const ms = performance.now() - start;
  const { metadata } = extraction;
  const blocks =
    extraction.status === 'article'
      ? extraction.article.blocks.map(({ kind, start, end }) => ({
          kind,
          text: pageText.raw.slice(start, end),
        }))
      : [];
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
    ms,
  };
}
