// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../utils/extraction/index.ts';
import type { Extraction } from '../../utils/model/article.ts';
import { buildPageText } from '../../utils/text/index.ts';

const told = [
  'The river rose by two metres in the night, and the bridge at the old mill was closed to all traffic before dawn.',
  'Firefighters pumped water from forty cellars, said the mayor, who had slept in the town hall, and more rain is on its way.',
];
const kept = [
  'Schools will stay closed until Thursday, the council decided, while the trains run on a single track in both directions.',
  'Farmers in the valley fear for their potatoes, which were to be lifted this week, and for the cattle on the low meadows.',
  'The insurers count on eleven thousand claims by the weekend, and the county has asked the army for pumps and for sandbags.',
  'Whoever lives below the dam has been told to pack a bag, since nobody can say how long the gates are going to hold.',
  'The last flood like this one took three bridges with it, and it was four years before the railway ran to the coast again.',
  'Nobody has been hurt so far, the police said in the afternoon, and they asked people to keep away from the banks.',
];
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');

function read(body: string, type = 'article'): { extraction: Extraction; raw: string } {
  const document = new DOMParser().parseFromString(
    `<head><title>River rises in the night</title><meta property=og:type content=${type}></head><body><article><h1>River rises in the night</h1>${body}</article></body>`,
    'text/html',
  );
  const pageText = buildPageText(document);
  const url = 'https://example.com/news/river-rises';
  const extraction = extractArticle({ document, url, pageText, now: new Date('2026-11-24T08:00:00Z') });
  return { extraction, raw: pageText.raw };
}

describe('extractArticle on a page that hides most of its article', () => {
  it("tells what a subscriber's box holds, in its place, and that it is not shown", () => {
    const { extraction, raw } = read(`${paragraphs(told)}<div hidden>${paragraphs(kept)}</div>`);
    if (extraction.status !== 'article') throw new Error(extraction.reason);
    const { blocks, unseen, isProbablyIncomplete } = extraction.article;
    expect(blocks.map(({ start, end }) => raw.slice(start, end))).toEqual([
      'River rises in the night',
      ...told,
    ]);
    expect(unseen).toEqual(kept.map((text) => ({ kind: 'paragraph', text, before: blocks.length })));
    expect(isProbablyIncomplete).toBe(true);
  });

  it('finds an article that is hidden whole', () => {
    const { extraction } = read(`<div hidden>${paragraphs([...told, ...kept])}</div>`);
    expect(extraction).toMatchObject({ status: 'article', article: { isProbablyIncomplete: true } });
  });

  it('leaves hidden text alone when the article shows', () => {
    const { extraction } = read(`${paragraphs([...told, ...kept])}<div hidden>${paragraphs(told)}</div>`);
    if (extraction.status !== 'article') throw new Error(extraction.reason);
    expect(extraction.article.unseen).toBeUndefined();
  });

  it('takes hidden text for no article on a page that does not call itself one', () => {
    const { extraction } = read(`<div hidden>${paragraphs([...told, ...kept])}</div>`, 'website');
    expect(extraction).toMatchObject({ status: 'no-article', reason: 'not-an-article' });
  });
});
