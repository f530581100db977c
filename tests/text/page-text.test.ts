// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { buildPageText } from '../../utils/text/index.ts';
import type { Bias, PageText } from '../../utils/text/types.ts';

function pageOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function textOf(html: string): PageText {
  return buildPageText(pageOf(html));
}

describe('buildPageText', () => {
  const pages: Record<string, { html: string; raw: string }> = {
    'parts blocks by one line break': {
      html: '<h1>Flood warning</h1>\n\n<div><p>The river rose.</p><p>Schools closed.</p></div>',
      raw: 'Flood warning\nThe river rose.\nSchools closed.',
    },
    'keeps inline elements in their line': {
      html: '<p>The <b>river</b> rose <i>again</i>.</p>',
      raw: 'The river rose again.',
    },
    'keeps white space between inline elements and drops it at the edges of a block': {
      html: '<p> <b>river</b> <i>rose</i> </p> <p>x</p>',
      raw: 'river rose\nx',
    },
    'leaves out what is never read': {
      html: '<body><style>p{}</style><script>1</script><noscript>n</noscript><template><p>t</p></template><textarea>a</textarea><select><option>o</select><p>text</p>',
      raw: 'text',
    },
    'leaves out hidden text': {
      html: '<p hidden>a</p><p style="display: none">b</p><p style="visibility:hidden">c</p><dialog>d</dialog><p>seen</p>',
      raw: 'seen',
    },
    'shows what becomes visible again inside invisible text': {
      html: '<div style="visibility:hidden">a<p style="visibility:visible">seen</p></div>',
      raw: 'seen',
    },
    'shows the summary of a closed details only': {
      html: '<details><summary>More</summary><p>inside</p></details><details open><summary>Less</summary><p>shown</p></details>',
      raw: 'More\nLess\nshown',
    },
    'takes br as a line break': { html: '<p>one<br>\ntwo</p>', raw: 'one\n\ntwo' },
    'ends a block at two br': { html: '<p>one<br> <br>two<br></p><p>three', raw: 'one\ntwo\nthree' },
    'parts table cells': {
      html: '<table><tr><td>Hà Nội</td><td>8,4</td></tr><tr><td>Huế</td><td>1,2</td></tr></table>',
      raw: 'Hà Nội\n8,4\nHuế\n1,2',
    },
    'leaves ruby annotations out': {
      html: '<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>へ</p>',
      raw: '東京へ',
    },
    'keeps preformatted text': { html: '<pre>a\n  b</pre>', raw: 'a\n  b' },
    'is empty for a page without text': { html: '<img src=x>', raw: '' },
  };
  it.each(Object.entries(pages))('%s', (_, { html, raw }) => {
    expect(textOf(html).raw).toBe(raw);
  });

  it('names the innermost block element around each block', () => {
    const { blocks, raw } = textOf('<article><h2>Head</h2><p>One <b>two</b></p></article>');
    expect(blocks.map(({ start, end, element }) => [element.localName, raw.slice(start, end)])).toEqual([
      ['h2', 'Head'],
      ['p', 'One two'],
    ]);
  });

  it('leaves our own elements out', () => {
    const page = pageOf('<p>a</p><pressmark-ui>ours</pressmark-ui>');
    const isOurs = (element: Element) => element.localName === 'pressmark-ui';
    expect(buildPageText(page, { isOurs }).raw).toBe('a');
  });

  it('is not misled by elements that take the names of properties', () => {
    const names = [
      'childNodes',
      'firstChild',
      'nextSibling',
      'localName',
      'getAttribute',
      'hasAttribute',
      'parentNode',
    ];
    const fields = names.map((name) => `<input name=${name}>`).join('');
    const images = ['body', 'documentElement', 'createRange', 'defaultView', 'querySelectorAll'].map(
      (name) => `<img name=${name}>`,
    );
    const pageText = textOf(`${images.join('')}<form>${fields}<p>text</p></form>`);
    expect(pageText.raw).toBe('text');
    expect(pageText.rangesOf({ start: 0, end: 4 }).join('')).toBe('text');
  });
});

describe('offsetOf', () => {
  const page = pageOf('<body><p id=a>One</p><p hidden>gone</p><p id=b>two <b>three</b></p></body>');
  const pageText = buildPageText(page);
  const [a, b] = [page.querySelector('#a'), page.querySelector('#b')];

  it('answers a point between elements with the text on the asked side', () => {
    expect(pageText.offsetOf(page.body, 1, 'forward')).toBe(4);
    expect(pageText.offsetOf(page.body, 1, 'backward')).toBe(3);
    expect(a && pageText.offsetOf(a, 1, 'forward')).toBe(4);
  });

  it('answers a point in hidden text with its neighbours', () => {
    const hidden = page.querySelector('[hidden]')?.firstChild;
    expect(hidden && pageText.offsetOf(hidden, 2, 'forward')).toBe(4);
    expect(hidden && pageText.offsetOf(hidden, 2, 'backward')).toBe(3);
  });

  it('is null where no text lies on the asked side', () => {
    expect(pageText.offsetOf(page.body, 0, 'backward')).toBeNull();
    expect(b && pageText.offsetOf(b, 2, 'forward')).toBeNull();
    expect(pageText.offsetOf(pageOf('<p>other'), 0, 'forward')).toBeNull();
  });

  it('steps over an element without children', () => {
    const page = pageOf('<p>a<img id=i>b</p>');
    const image = page.querySelector('#i');
    const text = buildPageText(page);
    expect(image && text.offsetOf(image, 0, 'forward')).toBe(1);
  });
});

describe('the maps', () => {
  const word = fc.constantFrom('river', ' ', '\n', 'Huế', '😀', 'a\u0301', '\u00a0', '', '“so”');
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      word,
      fc
        .tuple(
          fc.constantFrom('p', 'b', 'div', 'span', 'li', 'br', 'details', 'td', 'script', 'ruby', 'rt'),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([tag, children]) => (tag === 'br' ? '<br>' : `<${tag}>${children.join('')}</${tag}>`)),
    ),
  }));
  const page = fc.array(node, { maxLength: 8 }).map((nodes) => pageOf(nodes.join('')));

  it('lead every offset to a place and back', () => {
    fc.assert(
      fc.property(page, (page) => {
        const { raw, segments, offsetOf, placeOf } = buildPageText(page);
        const roundTrip = (offset: number, bias: Bias): number | null => {
          const place = placeOf(offset, bias);
          return place === null ? null : offsetOf(place.node, place.offset, bias);
        };
        for (const { start, length } of segments) {
          const offsets = Array.from({ length }, (_, index) => start + index);
          expect(offsets.map((offset) => roundTrip(offset, 'forward'))).toEqual(offsets);
          expect(offsets.map((offset) => roundTrip(offset + 1, 'backward'))).toEqual(
            offsets.map((offset) => offset + 1),
          );
        }
        expect(placeOf(-1, 'forward')).toBeNull();
        expect(placeOf(raw.length + 1, 'backward')).toBeNull();
      }),
    );
  });

  it('give ranges whose text is the raw text but for the breaks', () => {
    fc.assert(
      fc.property(page, fc.nat(), fc.nat(), (page, x, y) => {
        const { raw, segments, rangesOf } = buildPageText(page);
        const [start = 0, end = 0] = [x % (raw.length + 1), y % (raw.length + 1)].sort((a, b) => a - b);
        const expected = segments
          .map((s) => raw.slice(Math.max(s.start, start), Math.max(start, Math.min(s.start + s.length, end))))
          .join('');
        expect(rangesOf({ start, end }).join('')).toBe(expected);
      }),
    );
  });

  it('keep blocks apart by exactly one line break', () => {
    fc.assert(
      fc.property(page, (page) => {
        const { raw, blocks } = buildPageText(page);
        expect(blocks.map(({ start, end }) => raw.slice(start, end)).join('\n')).toBe(raw);
      }),
    );
  });
});
