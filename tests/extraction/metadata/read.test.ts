// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/extraction/index.ts';
import type { ArticleMetadata } from '../../../utils/model/article.ts';
import { buildPageText } from '../../../utils/text/index.ts';

const story =
  '<p>The river rose by two metres in the night, and the bridge at the old mill was closed to all traffic before dawn.</p>'.repeat(
    4,
  );

function readMetadata(
  head: string,
  above = '<h1>River rises in the night</h1>',
  below = '',
): ArticleMetadata {
  const html = `<head><meta property=og:type content=article>${head}</head><body><article>${above}${story}${below}</article></body>`;
  const document = new DOMParser().parseFromString(html, 'text/html');
  const url = 'https://www.valleyvoice.example/news/river-rises-in-the-night-says-mayor';
  const pageText = buildPageText(document);
  return extractArticle({ document, url, pageText, now: new Date('2026-11-24T08:00:00Z') }).metadata;
}

const linked = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const shared = (title: string) => `<meta property=og:title content="${title}">`;

describe('title', () => {
  it("is the newsroom's headline rather than the one for sharing", () => {
    const head =
      linked({ '@type': 'NewsArticle', headline: 'River rises' }) + shared('You will not believe this river');
    expect(readMetadata(head).title).toEqual({ value: 'River rises', source: 'json-ld' });
  });

  it('leaves out the kicker that the title for sharing leaves out', () => {
    const metadata = readMetadata(
      shared('River rises in the night'),
      '<h1>Flood in the valley - River rises in the night</h1>',
    );
    expect(metadata.title?.value).toBe('River rises in the night');
  });

  it('keeps a second half that mentions the site or stands in the address', () => {
    const names = '<meta property=og:site_name content="Valley Voice">';
    const mentioned = 'River rises in the night – why nobody in the valley had been warned';
    expect(readMetadata(names + linked({ '@type': 'NewsArticle', headline: mentioned })).title?.value).toBe(
      mentioned,
    );
    const inAddress = 'River rises in the night – mayor';
    expect(readMetadata(linked({ '@type': 'NewsArticle', headline: inAddress })).title?.value).toBe(
      inAddress,
    );
  });

  it("drops the site's name", () => {
    const head =
      '<meta property=og:site_name content="Valley Voice">' +
      shared('River rises in the night | Valley Voice');
    expect(readMetadata(head, '').title?.value).toBe('River rises in the night');
  });
});

describe('authors', () => {
  it('are the names in boxes of their own, with nothing between them', () => {
    const above =
      '<h1>River rises in the night</h1><div class=article-byline><span>Jane Doe</span> <span>John Mark Roe</span></div>';
    expect(readMetadata('', above).authors?.value).toEqual(['Jane Doe', 'John Mark Roe']);
  });

  it('are found in the line beside the date', () => {
    const above = '<h1>River rises in the night</h1><div>Jane Doe |</div><div>05.04.2025 - 14:30</div>';
    expect(readMetadata('', above).authors?.value).toEqual(['Jane Doe']);
  });

  it('stay the desk that signed when another source only adds places', () => {
    const head =
      linked({
        '@type': 'NewsArticle',
        author: { '@type': 'Organization', name: 'Redaktion valley.example' },
      }) + '<meta name=author content="valley.example, Frankfurt, Germany">';
    expect(readMetadata(head).authors?.value).toEqual(['Redaktion valley.example']);
  });
});

describe('source and time in the text', () => {
  it('reads the medium that a text was taken from', () => {
    expect(readMetadata('', undefined, '<p>Theo VietNamNet</p>').creditedSource).toEqual({
      value: 'VietNamNet',
      source: 'text',
    });
  });

  it.each([
    ['14:50:14 25-09-2020', '2020-09-25T14:50:14'],
    ['Published: 25 September 2020, 14:50', '2020-09-25T14:50'],
    ['3 hours ago', '2026-11-24T05:00Z'],
  ])('reads %s', (text, iso) => {
    const above = `<h1>River rises in the night</h1><div class=date>${text}</div>`;
    expect(readMetadata('<html lang=en>', above).published?.value.iso).toBe(iso);
  });

  it.each([
    ['Dublin Core', '<meta name=DC.date.issued content=2020-09-25><meta name=DC.creator content="Jane Doe">'],
    [
      'citation names',
      '<meta name=citation_date content=2020/09/25><meta name=citation_author content="Jane Doe">',
    ],
    [
      'broken linked data',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-09-25","author":{"name":"Jane Doe"},}</script>',
    ],
  ])('reads %s', (_, head) => {
    const { published, authors } = readMetadata(head);
    expect([published?.value.iso, authors?.value]).toEqual(['2020-09-25', ['Jane Doe']]);
  });

  it('reads microdata and rel=author in the page itself', () => {
    const above =
      '<h1>River rises in the night</h1><p>By <span itemprop=author><a itemprop=name rel=author href=/jane>Jane Doe</a></span>, <time itemprop=datePublished datetime=2020-09-25T14:50+07:00>Friday</time></p>';
    const { published, authors } = readMetadata('', above);
    expect([published?.value.iso, authors?.value]).toEqual(['2020-09-25T14:50+07:00', ['Jane Doe']]);
  });

  it('survives linked data without end', () => {
    const endless = `<script type="application/ld+json">${'{"@graph":['.repeat(20_000)}</script>`;
    expect(readMetadata(endless + shared('River rises')).title?.value).toContain('River rises');
  });

  it('knows that the whole text is for subscribers', () => {
    expect(readMetadata(linked({ '@type': 'NewsArticle', isAccessibleForFree: 'False' })).isPaywalled).toBe(
      true,
    );
  });
});
