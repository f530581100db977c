// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { extractArticle } from '../../utils/extraction/index.ts';
import { emptyMetadata } from '../../utils/extraction/metadata/index.ts';
import type { VersionBlock } from '../../utils/model/version.ts';
import { readVersion } from '../../utils/session/version.ts';
import { buildPageText } from '../../utils/text/index.ts';
import { compareVersions, hasChanged } from '../../utils/versions/compare.ts';

const owners = [
  'Greta Holm',
  'Ida Lund',
  'Bram Kalnins',
  'Hoàng Lan',
  'Osei Mensah',
  'Ruth Vane',
  'Piet Moor',
  'Ana Sol',
];
const story = owners.map(
  (owner, index) =>
    `${owner}, who has ${index + 2} boats on pier ${index}, said that ${owner} and nobody else will pay ${index}0 pence, and asked the board what it means to do about the stones of pier ${index}.`,
);

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('');
}

function page(body: string, head = ''): VersionBlock[] | null {
  document.head.innerHTML = `<title>Who pays for the wall?</title>${head}`;
  document.body.innerHTML = `<main><article>${body}</article></main>`;
  const pageText = buildPageText(document);
  const url = 'https://harbour.example/2026/11/wall';
  return readVersion(extractArticle({ document, url, pageText, now: new Date() }), pageText);
}

afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

const title = '<h1>Who pays for the wall?</h1>';

function isSame(a: VersionBlock[] | null, b: VersionBlock[] | null): boolean {
  if (a === null || b === null) throw new Error('expected two versions');
  return !hasChanged(compareVersions(a, b));
}

describe('readVersion', () => {
  it('gives the article block by block', () => {
    const blocks = page(title + paragraphs(story));
    expect(blocks?.[0]).toEqual({ role: 'headline', text: 'Who pays for the wall?' });
    expect(blocks?.filter(({ role }) => role === 'paragraph').map(({ text }) => text)).toEqual(story);
  });

  const furniture: Record<string, string> = {
    'a caption with its credit':
      '<figure><img alt="" src="wall.jpg"><figcaption>The wall at low tide (Photo: Ida Lund)</figcaption></figure>',
    'an advertisement':
      '<div class="ad ad--inline"><strong>Oilskins mended while you wait</strong> Ferry steps</div>',
    'a link to other news': '<p><a href="/other">Read more: Ferry company weighs new timetable</a></p>',
    'when it was updated': '<p>Last updated 20 November 2026, 14:32</p>',
    'an offer': '<p>Sign up for our newsletter and get the harbour news every week.</p>',
    'a post that a script will frame':
      '<blockquote class="twitter-tweet"><p>We will keep asking until we get an answer.</p>— Quay Watch (@quaywatch) 20 November 2026</blockquote>',
  };
  it.each(Object.entries(furniture))('is the same with and without %s', (_, box) => {
    const [before, after] = [story.slice(0, 4), story.slice(4)].map(paragraphs);
    expect(isSame(page(title + before + after), page(title + before + box + after))).toBe(true);
  });

  it('gives none where the page says that it has more text than it shows', () => {
    const all = JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Who pays for the wall?',
      articleBody: story.join('\n'),
    });
    const stub = title + paragraphs(story.slice(0, 3));
    expect(page(stub, `<script type="application/ld+json">${all}</script>`)).toBeNull();
  });

  it('gives none of a page without an article', () => {
    expect(page('<nav><a href="/a">News</a></nav>')).toBeNull();
  });

  it('gives none of what is too long to keep', () => {
    document.body.innerHTML = paragraphs(story);
    const pageText = buildPageText(document);
    const block = { kind: 'paragraph', start: 0, end: story[0]?.length ?? 0 } as const;
    const blocks = Array.from({ length: 3_100 }, () => block);
    const article = { blocks, coverage: 1, isProbablyIncomplete: false, mappedShare: 1 };
    const version = readVersion({ status: 'article', article, metadata: emptyMetadata }, pageText);
    expect(version).toBeNull();
  });
});
