// @vitest-environment jsdom
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { anchorAll, describeSpan } from '../../utils/anchoring/index.ts';
import type { Selector } from '../../utils/model/selector.ts';
import { buildPageText, isGraphemeBoundary } from '../../utils/text/index.ts';
import type { PageText } from '../../utils/text/types.ts';

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

/** Pieces that a folded text, a token or a grapheme could be cut in: marks, halves of pairs, joiners, blanks. */
const piece = fc.oneof(
  fc.constantFrom(
    'The levy doubles in March. ',
    'Phí tăng gấp đôi, bà Hạnh nói. ',
    'Huế '.normalize('NFD'),
    '👩\u200d🚒',
    '🇻🇳',
    '港口費用加倍',
    'เรือออกจากท่า',
    '\u0301',
    '\ud83d',
    '\udc69',
    '\u00ad',
    '\n',
    '…',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const paragraphs = fc.array(text, { minLength: 1, maxLength: 5 });
const offset = fc.oneof(fc.integer({ min: -10, max: 400 }), fc.constantFrom(NaN, Infinity, 2 ** 40, 1.5));
const nearby = fc.option(fc.record({ text, distance: offset }));

const selector = fc.oneof(
  fc.record({ type: fc.constant('TextQuoteSelector'), exact: text, prefix: text, suffix: text }),
  fc.record({ type: fc.constant('TextPositionSelector'), start: offset, end: offset }),
  fc.record({
    type: fc.constant('PressmarkTextSelector'),
    role: fc.constantFrom('p', '', 'h1'),
    before: text,
    after: text,
    previous: nearby,
    next: nearby,
    rivals: fc.array(
      fc.record(
        { likeness: fc.double(), distance: offset, unlike: fc.array(offset), words: fc.array(text) },
        { requiredKeys: ['likeness', 'words'] },
      ),
    ),
  }),
  fc.record({ type: text }),
) as fc.Arbitrary<Selector>;

function expectSound(pageText: PageText, targets: readonly (readonly Selector[])[]): void {
  const answers = anchorAll(pageText, targets);
  expect(answers).toHaveLength(targets.length);
  for (const answer of answers) {
    expect(answer.confidence).toBeGreaterThanOrEqual(0);
    expect(answer.confidence).toBeLessThanOrEqual(1);
    for (const { start, end } of answer.status === 'orphan' ? answer.candidates : [answer]) {
      expect(start).toBeLessThan(end);
      expect([start, end].map((at) => isGraphemeBoundary(pageText.raw, at))).toEqual([true, true]);
    }
  }
}

describe('anchorAll, whatever it is given', () => {
  it('answers every target with whole graphemes of the page', () => {
    fc.assert(
      fc.property(
        paragraphs,
        fc.array(fc.array(selector, { maxLength: 4 }), { maxLength: 4 }),
        (texts, targets) => {
          expectSound(show(...texts), targets);
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);

  it('answers with whole graphemes when passages of one page are looked for on another', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, fc.array(fc.tuple(fc.nat(), fc.nat())), (texts, others, picks) => {
        const before = show(...texts);
        const targets = picks.map(([x, y]) => {
          const ends = [x % (before.raw.length + 1), y % (before.raw.length + 1)].sort((a, b) => a - b);
          return describeSpan(before, { start: ends[0] ?? 0, end: ends[1] ?? 0 });
        });
        expectSound(show(...others), targets);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  const pageText = (): PageText =>
    show(
      ...Array.from(
        { length: 200 },
        (_, at) => `Paragraph ${at} of the levy that the council wants to double.`,
      ),
    );
  const floods: Record<string, string> = {
    'of one letter': 'a'.repeat(1_000_000),
    'of one word': 'levy '.repeat(200_000),
    'of words of the page': 'the levy that the council wants to double. '.repeat(23_000),
    'of marks': '\u0301'.repeat(1_000_000),
    'of blanks': ' '.repeat(1_000_000),
  };
  it.each(Object.entries(floods))(
    'bounds its work for a quote of a megabyte %s',
    (_, exact) => {
      const quote: Selector = { type: 'TextQuoteSelector', exact, prefix: exact, suffix: exact };
      const page = pageText();
      const begin = performance.now();
      expectSound(page, [[quote]]);
      expect(performance.now() - begin).toBeLessThan(20_000);
    },
    60_000,
  );

  it('bounds its work for forty passages of a page that repeats itself', () => {
    const page = show(...Array.from({ length: 2_000 }, () => 'Share by post. Share by phone. Read more.'));
    const selectors = describeSpan(page, { start: 42 * 1_000, end: 42 * 1_000 + 13 });
    const other = show(
      'New.',
      ...Array.from({ length: 1_500 }, () => 'Share by post. Share by phone. Read more.'),
    );
    const begin = performance.now();
    expectSound(
      other,
      Array.from({ length: 40 }, () => selectors),
    );
    expect(performance.now() - begin).toBeLessThan(20_000);
  }, 60_000);
});
