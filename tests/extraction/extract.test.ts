import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../utils/extraction/index.ts';
import type { Article, Extraction } from '../../utils/model/article.ts';
import { buildPageText } from '../../utils/text/index.ts';
import type { PageText } from '../../utils/text/types.ts';

const paragraphs = [
  'The river rose by two metres in the night, and the bridge at the old mill was closed to all traffic before dawn.',
  'Firefighters pumped water from forty cellars, said the mayor, who had slept in the town hall, and more rain is on its way.',
  'Schools will stay closed until Thursday, the council decided, while the trains run on a single track in both directions.',
  'Farmers in the valley fear for their potatoes, which were to be lifted this week, and for the cattle on the low meadows.',
];

function read(
  html: string,
  url = 'https://example.com/news/river-rises',
): { pageText: PageText; extraction: Extraction } {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const pageText = buildPageText(document);
  const extraction = extractArticle({ document, url, pageText, now: new Date('2026-11-24T08:00:00Z') });
  return { pageText, extraction };
}

function articleOf(extraction: Extraction): Article {
  if (extraction.status !== 'article') throw new Error(`no article: ${extraction.reason}`);
  return extraction.article;
}

function linesOf(html: string): string[] {
  const { pageText, extraction } = read(html);
  return articleOf(extraction).blocks.map(
    ({ kind, start, end }) => `${kind}: ${pageText.raw.slice(start, end).trim()}`,
  );
}

const story = paragraphs.map((text) => `<p>${text}</p>`).join('\n');

describe('extractArticle', () => {
  it('answers with the paragraphs of a story as offsets into the page text', () => {
    const lines = linesOf(`<nav><a href=/>Home</a></nav><article><h1>River rises</h1>${story}</article>`);
    for (const text of paragraphs) expect(lines).toContain(`paragraph: ${text}`);
  });

  it('maps everything that Readability found', () => {
    const { extraction } = read(`<article><h1>River rises</h1>${story}</article>`);
    expect(articleOf(extraction).mappedShare).toBe(1);
  });

  it('finds no article on a page without text', () => {
    expect(read('<img src=x>').extraction).toMatchObject({ status: 'no-article', reason: 'not-an-article' });
  });

  it('does not change the page', () => {
    const document = new DOMParser().parseFromString(`<article>${story}</article>`, 'text/html');
    const before = document.documentElement.outerHTML;
    const pageText = buildPageText(document);
    extractArticle({ document, url: 'https://example.com/a', pageText, now: new Date() });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
