// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ArticleBlockKind } from '../../utils/model/article.ts';
import { emptyArticle } from '../../utils/model/page.ts';
import type { ReadPiece } from '../../utils/model/read-article.ts';
import { describeArticle, spanOfPieces } from '../../utils/session/read-article.ts';
import { noClaims, type PageReading } from '../../utils/session/reading.ts';
import { buildPageText } from '../../utils/text/index.ts';

/** A page of which the blocks with these words are the article. */
function read(html: string, words: readonly (readonly [ArticleBlockKind, string])[]): PageReading {
  const pageText = buildPageText(new DOMParser().parseFromString(html, 'text/html'));
  const blocks = words.map(([kind, text]) => {
    const start = pageText.raw.indexOf(text);
    if (start === -1) throw new Error(`expected "${text}" on the page`);
    return { kind, start, end: start + text.length };
  });
  return {
    state: 'article',
    url: 'https://news.example/flood',
    article: { ...emptyArticle, lang: 'en' },
    claims: noClaims,
    version: null,
    coverage: null,
    pageText,
    blocks,
    span: null,
  };
}

describe('describeArticle', () => {
  it('tells the words of each block and says where other words stand between', () => {
    const html = '<h1>Flood warning</h1><p>The river rose.</p><p>Advertisement</p><p>Schools closed.</p>';
    const reading = read(html, [
      ['headline', 'Flood warning'],
      ['paragraph', 'The river rose.'],
      ['paragraph', 'Schools closed.'],
    ]);
    const { blocks, lang, dir, isCut } = describeArticle(reading, []);
    expect(blocks.map(({ text, isApart }) => [text, isApart])).toEqual([
      ['Flood warning', false],
      ['The river rose.', false],
      ['Schools closed.', true],
    ]);
    expect({ lang, dir, isCut }).toEqual({ lang: 'en', dir: 'ltr', isCut: false });
  });

  it('keeps one unit of text for each of the page, with the line breaks that show', () => {
    const reading = read('<p>High<br>water\n<b>again</b></p>', [['paragraph', 'High\nwater\nagain']]);
    const [block] = describeArticle(reading, []).blocks;
    expect(block?.text).toBe('High\nwater again');
    expect(block?.text.length).toBe((block?.end ?? 0) - (block?.start ?? 0));
  });

  it('ranks sub-headings and numbers the entries of ordered lists', () => {
    const html =
      '<h3>What to do</h3><ol><li>Leave.</li><li>Call.</li></ol><ul><li>Water</li></ul><ol><li>Wait.</li></ol>';
    const reading = read(html, [
      ['subheading', 'What to do'],
      ['list', 'Leave.'],
      ['list', 'Call.'],
      ['list', 'Water'],
      ['list', 'Wait.'],
    ]);
    expect(describeArticle(reading, []).blocks.map(({ rank }) => rank)).toEqual([3, 1, 2, 0, 1]);
  });
});

describe('spanOfPieces', () => {
  const { pageText } = read('<p>The river rose.</p><p>Schools closed.</p>', []);
  const piece = (words: string): ReadPiece => {
    const start = pageText.raw.indexOf(words);
    return { start, end: start + words.length, words };
  };

  it('goes from the first word of the first piece to the last of the last', () => {
    const span = spanOfPieces(pageText, [piece('river rose.'), piece('Schools')]);
    expect(span && pageText.raw.slice(span.start, span.end)).toBe('river rose.\nSchools');
  });

  const refused: Record<string, readonly ReadPiece[]> = {
    'no pieces': [],
    'words that are no longer there': [{ ...piece('river rose.'), words: 'river fell.' }],
    'pieces out of order': [piece('Schools'), piece('river')],
    'an empty piece': [{ start: 4, end: 4, words: '' }],
  };
  it.each(Object.entries(refused))('refuses %s', (_, pieces) => {
    expect(spanOfPieces(pageText, pieces)).toBeNull();
  });
});
