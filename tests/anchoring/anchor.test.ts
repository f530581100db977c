// @vitest-environment jsdom
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { anchorAll, describeSpan, readSpan, type Anchoring } from '../../utils/anchoring/index.ts';
import type { Selector } from '../../utils/model/selector.ts';
import { buildPageText, trimSpan } from '../../utils/text/index.ts';
import type { PageText, Span } from '../../utils/text/types.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function show(...paragraphs: string[]): PageText {
  document.body.replaceChildren(
    ...paragraphs.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }),
  );
  return buildPageText(document);
}

function spanOf(pageText: PageText, words: string, from = 0): Span {
  const start = pageText.raw.indexOf(words, from);
  if (start === -1) throw new Error(`expected "${words}" in the page`);
  return { start, end: start + words.length };
}

function keep(pageText: PageText, words: string, from = 0): Selector[] {
  return describeSpan(pageText, spanOf(pageText, words, from));
}

function anchor(pageText: PageText, selectors: readonly Selector[]): Anchoring {
  const [anchoring] = anchorAll(pageText, [selectors]);
  if (anchoring === undefined) throw new Error('expected one answer for one target');
  return anchoring;
}

/** The words that were found, with the status; of an orphan the reason. */
function found(pageText: PageText, selectors: readonly Selector[]): string[] {
  const anchoring = anchor(pageText, selectors);
  return anchoring.status === 'orphan'
    ? ['orphan', anchoring.reason]
    : [anchoring.status, readSpan(pageText, anchoring)];
}

const opening = 'The council met on Monday to talk about the harbour levy and the state of the old pier.';
const middle =
  '“We cannot pay twice,” said the ferry owner, and the fishermen in the back row agreed with her.';
const closing = 'The vote is set for Friday, after the budget of the port has been read aloud once more.';

describe('anchorAll', () => {
  it('finds a passage exactly on an unchanged page', () => {
    const pageText = show(opening, middle, closing);
    expect(anchor(pageText, keep(pageText, 'the harbour levy'))).toMatchObject({
      status: 'exact',
      ...spanOf(pageText, 'the harbour levy'),
    });
  });

  it('answers for many passages in the order they were asked for', () => {
    const pageText = show(opening, middle, closing);
    const words = ['Friday', 'The council', 'agreed with her.', 'pay twice'];
    const anchorings = anchorAll(
      pageText,
      words.map((one) => keep(pageText, one)),
    );
    expect(anchorings).toMatchObject(
      words.map((one) => Object.assign({ status: 'exact' }, spanOf(pageText, one))),
    );
  });

  it('tells repeats apart by the words around them', () => {
    const before = show(
      'Lan nói không. Ông Bình cười.',
      'Ông Minh nói không. Bà Tư khóc.',
      'Ông Sáu nói không và bỏ về.',
    );
    const second = spanOf(before, 'nói không', 30);
    const selectors = describeSpan(before, second);
    expect(anchor(before, selectors)).toMatchObject({ status: 'exact', ...second });
    const after = show(
      'Một đoạn mới được thêm vào đầu bài, với chữ nói không.',
      before.raw.replaceAll('\n', ' '),
    );
    const anchoring = anchor(after, selectors);
    expect(anchoring).toMatchObject({
      status: 'moved',
      ...spanOf(after, 'nói không', after.raw.indexOf('Ông Minh')),
    });
  });

  it('tells twins with equal words around them apart by their place, while it holds', () => {
    const line = 'Subscribe to our newsletter and never miss a story about the harbour again.';
    const pageText = show(...Array.from({ length: 12 }, () => line));
    const third = spanOf(pageText, 'never miss a story', line.length * 5);
    expect(anchor(pageText, describeSpan(pageText, third))).toMatchObject({ status: 'exact', ...third });
  });

  it('makes an orphan of twins that nothing tells apart', () => {
    const line = 'Subscribe to our newsletter and never miss a story about the harbour again.';
    const before = show(...Array.from({ length: 40 }, () => line));
    const selectors = keep(before, 'never miss a story', line.length * 20);
    const after = show('New.', ...Array.from({ length: 30 }, () => line));
    expect(found(after, selectors)).toEqual(['orphan', 'ambiguous']);
  });

  it('makes an orphan of what is deleted', () => {
    const before = show(opening, middle, closing);
    const selectors = keep(before, 'the fishermen in the back row agreed with her');
    expect(found(show(opening, closing), selectors)).toEqual(['orphan', 'deleted']);
  });

  it('makes an orphan of a short quote whose surroundings are gone, though its words still stand somewhere', () => {
    const before = show(opening, middle, closing);
    const selectors = keep(before, 'Monday');
    expect(found(show('Nothing happened here on a quiet Monday, says another article.'), selectors)).toEqual([
      'orphan',
      'deleted',
    ]);
  });

  it('offers a long quote that stands by itself elsewhere, and leaves the choice to the reader', () => {
    const before = show(opening, middle, closing);
    const words = 'the fishermen in the back row agreed';
    const after = show('Another article altogether.', `“${words}”, it was written.`);
    const anchoring = anchor(after, keep(before, words));
    expect(anchoring).toMatchObject({ status: 'orphan', reason: 'deleted' });
    expect(
      anchoring.status === 'orphan' && anchoring.candidates.map((candidate) => readSpan(after, candidate)),
    ).toEqual([words]);
  });

  it('finds a passage that moved', () => {
    const before = show(opening, middle, closing);
    const selectors = keep(before, 'the ferry owner');
    const after = show('A correction was added on Tuesday.', closing, opening, middle);
    expect(found(after, selectors)).toEqual(['moved', 'the ferry owner']);
  });

  const typography: Record<string, [string, string, string]> = {
    'quotation marks': [
      'She said "we cannot pay twice" and left the room.',
      'She said “we cannot pay twice” and left the room.',
      'said "we cannot pay twice" and',
    ],
    'dashes and ellipses': [
      'The pier – built in 1902… – is closed to the public.',
      'The pier - built in 1902... - is closed to the public.',
      'built in 1902… – is',
    ],
    'non-breaking spaces': [
      'Phí tăng lên 3 triệu đồng mỗi tháng từ tháng Ba.',
      'Phí tăng lên 3\u00a0triệu\u00a0đồng mỗi tháng từ tháng\u00a0Ba.',
      '3 triệu đồng',
    ],
    'soft hyphens': [
      'The harbourmaster refused to comment on the closure.',
      'The harbour\u00admaster re\u00adfused to com\u00adment on the closure.',
      'harbourmaster refused',
    ],
    'decomposed letters': [
      'Bà Nguyễn Thị Hạnh không đồng ý với hội đồng.',
      'Bà Nguyễn Thị Hạnh không đồng ý với hội đồng.'.normalize('NFD'),
      'Nguyễn Thị Hạnh',
    ],
  };
  it.each(Object.entries(typography))(
    'finds a passage after a change of %s, both ways',
    (_, [one, other, words]) => {
      const before = show(opening, one, closing);
      const span = spanOf(before, words);
      const selectors = describeSpan(before, span);
      const folded = before.folded.text.slice(
        before.folded.fromRaw(span.start),
        before.folded.fromRaw(span.end),
      );

      const after = show(opening, other, closing);
      const there = anchor(after, selectors);
      expect(
        there.status === 'orphan'
          ? there
          : after.folded.text.slice(after.folded.fromRaw(there.start), after.folded.fromRaw(there.end)),
      ).toBe(folded);

      const back = show(opening, one, closing);
      expect(there.status === 'orphan' ? there : anchor(back, describeSpan(after, there))).toMatchObject(
        span,
      );
    },
  );

  it('finds a passage that goes over paragraphs when they are joined', () => {
    const before = show(opening, middle, closing);
    const selectors = describeSpan(before, {
      start: before.raw.indexOf('old pier'),
      end: before.raw.indexOf(' said'),
    });
    const after = show(`${opening} ${middle}`, closing);
    expect(found(after, selectors)).toEqual(['exact', 'old pier. “We cannot pay twice,”']);
  });

  it('makes an orphan of a target without a quote', () => {
    const pageText = show(opening);
    expect(found(pageText, [{ type: 'TextPositionSelector', start: 0, end: 3 }])).toEqual([
      'orphan',
      'deleted',
    ]);
    expect(found(pageText, [])).toEqual(['orphan', 'deleted']);
  });

  it('finds a quote that came without surroundings and place, as an import may', () => {
    const pageText = show(opening, middle);
    const selector: Selector = { type: 'TextQuoteSelector', exact: 'ferry owner', prefix: '', suffix: '' };
    expect(found(pageText, [selector])).toEqual(['moved', 'ferry owner']);
  });

  it('finds every word of a page of a few words', () => {
    const pageText = show('Lan đi.');
    expect(found(pageText, keep(pageText, 'Lan'))).toEqual(['exact', 'Lan']);
    expect(found(pageText, keep(pageText, 'đi.'))).toEqual(['exact', 'đi.']);
  });

  it('never takes a twin for a letter that stands thousands of times on the page', () => {
    const sentence = 'a banana and a papaya; a mango, a guava: a salad at a stall near a canal. ';
    const pageText = show(sentence.repeat(150), 'Zoe saw a fox', sentence.repeat(10));
    const span = spanOf(pageText, 'a fox');
    const selectors = describeSpan(pageText, { start: span.start, end: span.start + 1 });
    expect(anchor(pageText, selectors)).toMatchObject({
      status: 'exact',
      start: span.start,
      end: span.start + 1,
    });
  });
});

/** Hundreds of pages take their time on a busy machine. */
const propertyMs = 60_000;

describe('anchorAll after describeSpan', () => {
  const sentence = fc.constantFrom(
    'The levy doubles.',
    'Phí tăng gấp đôi, bà Hạnh nói.',
    '“No,” she said…',
    'Huế '.normalize('NFD'),
    'non\u00a0breaking soft\u00adhyphen',
    '👩\u200d🚒 🇻🇳 saw it',
    '港口費用加倍',
    'a a a a',
    '  two  spaces ',
    '- 1 -',
    '…',
  );
  const pages = fc.array(fc.array(sentence, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

  it(
    'finds every span exactly on a page that did not change',
    () => {
      fc.assert(
        fc.property(pages, fc.nat(), fc.nat(), (paragraphs, x, y) => {
          const pageText = show(...paragraphs.map((sentences) => sentences.join(' ')));
          const [start = 0, end = 0] = [x % (pageText.raw.length + 1), y % (pageText.raw.length + 1)].sort(
            (a, b) => a - b,
          );
          const span = trimSpan(pageText.raw, { start, end });
          fc.pre(span.end > span.start);
          expect(anchor(pageText, describeSpan(pageText, span))).toMatchObject({ status: 'exact', ...span });
        }),
        { numRuns: 500, seed: 7 },
      );
    },
    propertyMs,
  );

  it(
    'finds a span where its words stand, or not at all, when something was put before it',
    () => {
      fc.assert(
        fc.property(pages, sentence, fc.nat(), fc.nat(), (paragraphs, added, x, y) => {
          const texts = paragraphs.map((sentences) => sentences.join(' '));
          const before = show(...texts);
          const [start = 0, end = 0] = [x % (before.raw.length + 1), y % (before.raw.length + 1)].sort(
            (a, b) => a - b,
          );
          const span = trimSpan(before.raw, { start, end });
          fc.pre(span.end > span.start);
          const selectors = describeSpan(before, span);
          const after = show(added, ...texts);
          const anchoring = anchor(after, selectors);
          fc.pre(anchoring.status !== 'orphan');
          const shift = after.raw.length - before.raw.length;
          expect(after.raw.slice(anchoring.start, anchoring.end)).toBe(
            before.raw.slice(span.start, span.end),
          );
          // Elsewhere only when the old offsets now hold a twin with the very same surroundings.
          expect(anchoring.start === span.start + shift || anchoring.status === 'exact').toBe(true);
        }),
        { numRuns: 300, seed: 7 },
      );
    },
    propertyMs,
  );
});
