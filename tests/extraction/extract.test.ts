// @vitest-environment jsdom
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

  const page = (inner: string, head = '') =>
    `<head><title>River rises in the night</title>${head}</head><body><nav><a href=/>Home</a></nav><article><h1>River rises in the night</h1>${inner}</article></body>`;

  it('names the kinds of blocks', () => {
    const [first = '', ...rest] = paragraphs;
    const lines = linesOf(
      page(
        `<p class=standfirst>What the valley has to brace for after two days of rain in the hills.</p><figure><img src=x><figcaption>The bridge at the old mill on Monday.</figcaption></figure><p>${first}</p><h2>Schools stay closed</h2><blockquote><p>We have not slept, and we shall not sleep tonight.</p></blockquote><ul><li>The bridge at the mill is closed to all traffic.</li><li>Trains run on a single track between the towns.</li></ul>${rest.map((text) => `<p>${text}</p>`).join('')}`,
      ),
    );
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'headline',
      'standfirst',
      'caption',
      'paragraph',
      'subheading',
      'quote',
      'list',
      'list',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  const furniture: Record<string, string> = {
    'a box of related links':
      '<div class=related-articles><h3>More on this</h3><p>The last flood took three bridges and a mill with it, people say.</p></div>',
    'a newsletter box':
      '<div class=newsletter-signup><p>Get the morning briefing in your inbox every day, free of charge.</p></div>',
    'a pointer to another article':
      '<p>Read more: <a href=/b>The last flood took three bridges and a mill</a></p>',
    'a line of the date': '<p>Updated: 25 September 2020, 14:50</p>',
    'the headline again as a caption': '<div class=photo-caption>River rises in the night</div>',
    'a pull quote':
      '<blockquote class=pullquote><p>Schools will stay closed until Thursday, the council decided</p></blockquote>',
    'a line of rights': '<p>© 2026 Example Media. All rights reserved.</p>',
  };
  it.each(Object.entries(furniture))('leaves out %s', (_, html) => {
    const [first = '', second = '', ...rest] = paragraphs.map((text) => `<p>${text}</p>`);
    const texts = linesOf(page(`${first}${second}${html}${rest.join('')}`)).filter(
      (line) => !/^(?:headline|caption)/u.test(line),
    );
    expect(texts.map((line) => line.replace(/^\w+: /u, ''))).toEqual(paragraphs);
  });

  it('brings a body together that an offer splits', () => {
    const halves = [paragraphs.slice(0, 2), paragraphs.slice(2)].map(
      (half) => `<div class=body>${half.map((text) => `<p class=text>${text}</p>`).join('')}</div>`,
    );
    const lines = linesOf(
      page(
        halves.join(
          '<div class=promo-box><p>Subscribe now and read on for a month without charge.</p></div>',
        ),
      ),
    );
    expect(lines.filter((line) => line.startsWith('paragraph')).map((line) => line.slice(11))).toEqual(
      paragraphs,
    );
  });

  it('keeps the entries of a live article, with what stands over them, in the order of the page', () => {
    const entries = paragraphs.map(
      (text, index) =>
        `<section itemprop=liveBlogUpdate id=entry-${index}><h2>${18 - index}:30 What entry ${index} is about</h2><time>${18 - index}:30</time><p>${text}</p></section>`,
    );
    const head = `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"River rises in the night"}</script>`;
    const lines = linesOf(page(entries.join(''), head));
    const told = lines.filter((line) => /^(?:paragraph|subheading)/u.test(line));
    expect(told).toEqual(
      paragraphs.flatMap((text, index) => [
        `subheading: ${18 - index}:30 What entry ${index} is about`,
        `paragraph: ${text}`,
      ]),
    );
  });

  it('finds no article on a home page', () => {
    const teasers = paragraphs.map(
      (text, n) => `<article><h2><a href=/${n}>Story ${n}</a></h2><p>${text}</p></article>`,
    );
    const { extraction } = read(
      `<main>${teasers.join('')}${teasers.join('')}</main>`,
      'https://example.com/',
    );
    expect(extraction.status).toBe('no-article');
  });

  it('finds no article on a list of results', () => {
    const teasers = paragraphs.map(
      (text, n) => `<li><h3><a href=/${n}>Result ${n}</a></h3><p>${text}</p></li>`,
    );
    const { extraction } = read(
      `<main><ol>${teasers.join('')}</ol></main>`,
      'https://example.com/search?q=river',
    );
    expect(extraction.status).toBe('no-article');
  });

  it('tells when text that the page states is missing', () => {
    const body = [...paragraphs, ...paragraphs.map((text) => text.split('').toReversed().join(''))].join(' ');
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'River rises in the night', articleBody: body })}</script>`;
    const { extraction } = read(page(story, head));
    expect(articleOf(extraction).isProbablyIncomplete).toBe(true);
    expect(articleOf(extraction).coverage).toBeLessThan(0.75);
  });

  it('reads who, when and from where out of the text when the page states nothing', () => {
    const html = `<html lang=vi><body><h1>Nước sông dâng cao trong đêm</h1><p class=date>14:50:14 25-09-2020</p>${[
      'Nước sông đã dâng thêm hai mét trong đêm, cầu cũ ở gần cối xay phải đóng từ trước lúc rạng sáng để bảo đảm an toàn.',
      'Lính cứu hỏa đã bơm nước ra khỏi bốn mươi căn hầm, theo lời thị trưởng, người đã ngủ lại tại tòa thị chính suốt đêm.',
      'Các trường học sẽ đóng cửa đến thứ năm, hội đồng quyết định, còn tàu hỏa chỉ chạy trên một đường ray cho cả hai chiều.',
    ]
      .map((text) => `<p>${text}</p>`)
      .join('')}<p align=right><b>Nguyễn Văn An</b></p><p>Theo VietNamNet</p></body></html>`;
    const { metadata } = read(html, 'https://example.vn/nuoc-song').extraction;
    expect(metadata.published?.value.iso).toBe('2020-09-25T14:50:14+07:00');
    expect(metadata.authors?.value).toEqual(['Nguyễn Văn An']);
    expect(metadata.creditedSource?.value).toBe('VietNamNet');
    expect(metadata.lang).toEqual({ declared: 'vi', detected: 'vi' });
  });

  it('does not change the page', () => {
    const document = new DOMParser().parseFromString(`<article>${story}</article>`, 'text/html');
    const before = document.documentElement.outerHTML;
    const pageText = buildPageText(document);
    extractArticle({ document, url: 'https://example.com/a', pageText, now: new Date() });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
