import { Readability } from '@mozilla/readability';
import { afterEach, describe, expect, it } from 'vitest';
import { anchorAll, buildPageText, describeRange, rangesOf } from '../../../utils/anchoring/index.ts';
import type { PageText } from '../../../utils/text/types.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const paragraphs = [
  'Hội đồng thành phố họp tối thứ Hai để quyết định ai sẽ trả tiền sửa con đê bị bão đánh vỡ hồi tháng Hai vừa rồi.',
  'Councillors voted by twenty-three to seventeen to charge every vessel over fifty tonnes, a levy that rises with its weight.',
  '“Chúng tôi không còn cách nào khác,” bà Hạnh nói sau cuộc họp kéo dài bốn giờ, khi hành lang đã tắt đèn từ lâu.',
  'The ferry company called the decision a tax on islanders, because its two boats cross the bay eleven times a day.',
  'Work on the wall begins in spring, said the engineer, and it will be finished before the autumn tides arrive, she hopes.',
];
const headline = 'Ships will pay for the sea wall';

const desktop = `
  <header><nav><a href="#">News</a> <a href="#">Harbour</a> <a href="#">Weather</a></nav></header>
  <main><article>
    <h1>${headline}</h1>
    <figure><img alt="" width="9" height="9"><figcaption>The wall at low tide, seen from the ferry</figcaption></figure>
    ${paragraphs.map((text) => `<p>${text}</p>`).join('<div class="ad">Advertisement</div>')}
    <ul><li>Levy: ninety pence a tonne</li><li>First bill: in spring</li></ul>
  </article></main>
  <aside><h4>Related</h4><ul><li><a href="#">Night bus returns after eleven years</a></li></ul></aside>
  <footer>About us, contact, terms of use</footer>`;

/** As pages for telephones have it: tags of their own, no frame around the story. */
const mobile = `
  <div class="title">${headline}</div>
  <amp-img></amp-img><div class="caption">The wall at low tide, seen from the ferry</div>
  ${paragraphs.map((text) => `<section><span>${text.replaceAll(' a ', ' <b>a</b> ')}</span></section>`).join('<amp-ad>Story continues below</amp-ad>')}
  <div>• Levy: ninety pence a tonne</div><div>• First bill: in spring</div>`;

function readerView(): string {
  const copy = document.implementation.createHTMLDocument(headline);
  copy.body.innerHTML = desktop;
  const article = new Readability(copy).parse();
  return `<h1>${article?.title ?? ''}</h1>${article?.content ?? ''}`;
}

const renderings: Record<string, readonly [() => string, () => string]> = {
  'the page to its reader view': [() => desktop, readerView],
  'the reader view to the page': [readerView, () => desktop],
  'the page to its rendering for telephones': [() => desktop, () => mobile],
  'the rendering for telephones to the page': [() => mobile, () => desktop],
};

const passages = [
  ...paragraphs,
  'không còn cách nào khác',
  'a levy that rises with its weight',
  'because its two boats cross the bay',
  'ninety pence a tonne',
];

function show(html: string): PageText {
  document.body.innerHTML = html;
  return buildPageText(document);
}

function rangeOf(pageText: PageText, words: string): Range {
  const start = pageText.raw.indexOf(words);
  if (start === -1) throw new Error(`expected "${words}" in the page`);
  const ranges = pageText.rangesOf({ start, end: start + words.length });
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) throw new Error(`expected "${words}" in the document`);
  const range = document.createRange();
  range.setStart(first.startContainer, first.startOffset);
  range.setEnd(last.endContainer, last.endOffset);
  return range;
}

describe('anchorAll from one rendering of an article to another', () => {
  it.each(Object.entries(renderings))('finds every passage from %s', (_, [one, other]) => {
    const before = show(one());
    const selectors = passages.map((words) => describeRange(before, rangeOf(before, words)) ?? []);
    const after = show(other());
    const found = anchorAll(after, selectors).map((answer) => rangesOf(after, answer).join(''));
    expect(found).toEqual(passages);
  });

  it.each(Object.entries(renderings))('finds a passage by itself from %s', (_, [one, other]) => {
    const before = show(one());
    const stored = passages.map((words) => describeRange(before, rangeOf(before, words)) ?? []);
    const after = show(other());
    const found = stored.flatMap((selectors) => anchorAll(after, [selectors]));
    expect(found.map((answer) => rangesOf(after, answer).join(''))).toEqual(passages);
  });
});
