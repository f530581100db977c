import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapToGrapheme, trimSpan } from '../../utils/text/index.ts';

const part = fc.constantFrom(
  'a', ' ', '\u00a0', '\u3000', 'e\u0301', '👩\u200d👩\u200d👧', '🇻🇳', '🇩🇪', '👍🏽', '한', '\u1112\u1161\u11ab', '\r\n', '漢', 'क्षि', '\u0301', '\u200b',
); // prettier-ignore
const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));

function boundariesOf(text: string): Set<number> {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  return new Set([...Array.from(segments, ({ index }) => index), text.length]);
}

describe('snapToGrapheme', () => {
  it('agrees with segmenting the whole text', () => {
    fc.assert(
      fc.property(text, (text) => {
        const boundaries = [...boundariesOf(text)].sort((a, b) => a - b);
        for (let offset = 0; offset <= text.length; offset++) {
          expect(snapToGrapheme(text, offset, 'backward')).toBe(boundaries.findLast((b) => b <= offset));
          expect(snapToGrapheme(text, offset, 'forward')).toBe(boundaries.find((b) => b >= offset));
        }
      }),
    );
  });

  it('answers in bounded time in endless flags and marks', () => {
    for (const text of ['🇻🇳'.repeat(100_000), `a${'\u0301'.repeat(100_000)}`]) {
      const start = performance.now();
      expect(snapToGrapheme(text, 50_002, 'backward')).toBeLessThanOrEqual(50_002);
      expect(performance.now() - start).toBeLessThan(50);
    }
  });
});

describe('trimSpan', () => {
  it('strips white space and invisible characters at both ends', () => {
    expect(trimSpan('\u200b  a b \u00a0', { start: 0, end: 8 })).toEqual({ start: 3, end: 6 });
  });

  it('widens a span that cuts a letter from its mark', () => {
    expect(trimSpan('cafe\u0301s', { start: 0, end: 4 })).toEqual({ start: 0, end: 5 });
  });

  it('answers with an empty span for nothing but white space', () => {
    const { start, end } = trimSpan('a   b', { start: 1, end: 4 });
    expect(end).toBe(start);
  });

  it('never cuts a grapheme', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (text, x, y) => {
        const [start = 0, end = 0] = [x % (text.length + 1), y % (text.length + 1)].sort((a, b) => a - b);
        const span = trimSpan(text, { start, end });
        const boundaries = boundariesOf(text);
        expect(boundaries.has(span.start) && boundaries.has(span.end)).toBe(true);
      }),
    );
  });
});
