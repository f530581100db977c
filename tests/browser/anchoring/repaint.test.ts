import { afterEach, describe, expect, it } from 'vitest';
import { anchorAll, describeSpan, readSpan } from '../../../utils/anchoring/index.ts';
import { buildPageText } from '../../../utils/text/index.ts';
import type { PageText, Span } from '../../../utils/text/types.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function show(html: string): PageText {
  document.body.innerHTML = html;
  return buildPageText(document);
}

function spanOf({ raw }: PageText, words: string): Span {
  const start = raw.indexOf(words);
  if (start === -1) throw new Error(`expected "${words}" in the page`);
  return { start, end: start + words.length };
}

const story = `
  <h1>Cầu đóng đến tháng Ba</h1>
  <p>Hội đồng thành phố họp tối thứ Hai và quyết định đóng cây cầu cũ để sửa chữa.</p>
  <p>“Chúng tôi không còn cách nào khác,” bà Hạnh nói sau cuộc họp kéo dài bốn giờ.</p>
  <p>The ferry will run every half hour until then, the harbour office said on Tuesday.</p>`;

/** The same story as pages put it on another visit. */
const visits: Record<string, string> = {
  'with advertising between the paragraphs': story.replaceAll(
    '</p>',
    '</p><aside>Advertisement: buy a boat</aside>',
  ),
  'with every word in an element of its own': story.replaceAll(
    /([\p{L}\p{M}]+)(?=[^<>]*<)/gu,
    '<span>$1</span>',
  ),
  'with a consent banner before it': `<div>We value your privacy. Accept all? Reject all?</div>${story}`,
  'with words of the words set apart': story.replace(
    'không còn cách',
    'không <b>còn</b> <a href="#">cách</a>',
  ),
  'with a second column beside it': `<div style="display:flex"><main>${story}</main><nav>Hội đồng<br>Cầu<br>Ferry</nav></div>`,
  'with text that is hidden': story.replaceAll('<p>', '<p><span hidden>Share this</span>'),
};

describe('anchorAll on a page that is shown', () => {
  const passages = [
    'không còn cách nào khác',
    'đóng cây cầu cũ',
    'The ferry will run every half hour',
    'Cầu đóng',
  ];

  it.each(Object.entries(visits))('finds every passage of a page %s', (_, html) => {
    const before = show(story);
    const selectors = passages.map((words) => describeSpan(before, spanOf(before, words)));
    const after = show(html);
    const found = anchorAll(after, selectors).map((anchoring) =>
      anchoring.status === 'orphan' ? anchoring.reason : readSpan(after, anchoring),
    );
    expect(found).toEqual(passages);
  });

  it('leads to ranges in the live document that hold the words', () => {
    const before = show(story);
    const selectors = [describeSpan(before, spanOf(before, 'không còn cách nào khác'))];
    const after = show(visits['with words of the words set apart'] ?? '');
    const [anchoring] = anchorAll(after, selectors);
    if (anchoring === undefined || anchoring.status === 'orphan')
      throw new Error('expected the passage to be found');
    const ranges = after.rangesOf(anchoring);
    expect(ranges.map(String)).toEqual(['không ', 'còn', ' ', 'cách', ' nào khác']);
    expect(ranges.every((range) => range.startContainer === range.endContainer)).toBe(true);
  });
});
