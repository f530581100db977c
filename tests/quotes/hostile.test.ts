import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../utils/quotes/index.ts';
import { isGraphemeBoundary } from '../../utils/text/index.ts';

const pieces = fc.constantFrom(
  ..."“ ” „ ‟ \" « » ‹ › 「 」 『 』 ‘ ’ ‚ ' '' `` ″ ′ — – - : , . ? ! ( ) \n".split(' '),
  ' ',
  '\n\n',
  '\u00a0',
  ' said ',
  'Ann Lee',
  'he',
  ' sagte ',
  ' nói ',
  'Tô Lâm',
  '6',
  '🇻🇳',
  'e\u0301',
  '👩‍👧',
  'と述べた',
  '表示',
  ' according to ',
  ' laut ',
  '\ud83d',
  '\u0301',
  '\u200d',
);
const langs = fc.constantFrom('en', 'vi', 'de', 'fr', 'es', 'ja', 'zh', 'ko', 'it', null);

describe('findQuotes with any text', () => {
  it('never throws, and answers spans in bounds, in order and between graphemes', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), langs, (parts, lang) => {
        const text = parts.join('');
        const quotes = findQuotes(text, { lang, people: ['Ann Lee'] });
        for (const { start, end, speaker, person, cue, confidence } of quotes) {
          for (const span of [{ start, end }, speaker, person, cue]) {
            if (span === undefined) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(isGraphemeBoundary(text, span.start)).toBe(true);
            expect(isGraphemeBoundary(text, span.end)).toBe(true);
          }
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        expect(quotes.map(({ start }) => start)).toEqual(
          quotes.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps a mark with the sign that stands on it', () => {
    const text = 'She said “go”\u0301 twice.';
    expect(findQuotes(text, { lang: 'en' }).map(({ start, end }) => text.slice(start, end))).toEqual([
      '“go”\u0301',
    ]);
  });

  it('takes blocks beyond the text', () => {
    const blocks = [{ kind: 'paragraph', start: -5, end: 900 }];
    expect(() => findQuotes('“Go,” he said.', { lang: 'en', blocks })).not.toThrow();
  });
});

describe('the time that findQuotes takes', () => {
  const hostile: Record<string, string> = {
    'opening marks': '“',
    'closing marks': '”',
    'typewriter marks': '"',
    apostrophes: "'",
    'marks around letters': '"a"',
    'open marks with words': '“a b ',
    'nested marks': '“‘',
    'verbs of saying': 'said ',
    'names and commas': 'Ann Lee, ',
    'quotes without an end of the sentence': '“a” said he, ',
    'lines of dialogue': '— a, dit-il, b — dit Paul — c\n',
    'tags that never end': '<a ',
    brackets: '(“',
    'sources and commas': 'according to a, ',
  };
  it.each(Object.entries(hostile))(
    'is linear for 100,000 characters of %s',
    (_, piece) => {
      const time = (length: number): number => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        const started = performance.now();
        for (const lang of ['en', 'de']) findQuotes(text, { lang });
        return performance.now() - started;
      };
      // The better of two: the machine has other work to do.
      const best = (length: number): number => Math.min(time(length), time(length));
      time(5_000);
      const short = Math.max(100, best(25_000));
      // Four times the text: a square would take sixteen times as long.
      expect(best(100_000)).toBeLessThan(12 * short);
    },
    30_000,
  );
});
