import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, isGraphemeBoundary } from '../../utils/text/index.ts';

const piece = fc.constantFrom(
  'river ', 'Huế', 'Hue\u0302\u0301', '\u00ad', '\u200b', '\u200d', '\u00a0', '\u2009', '\n', '  ', '“', '”', '’', '—', '…',
  '\u1112\u1161\u11ab', '한', '\u0301', '\u0323', 'e', '👩\u200d👩', '🇻🇳', '\ufeff', '\u212b', '\r\n', '\ufb1d', '\ud800', '\u09c7\u09be',
); // prettier-ignore
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

describe('foldText', () => {
  const cases: Record<string, [string, string]> = {
    'composes decomposed letters': ['Hue\u0302\u0301', 'Huế'],
    'composes Hangul from its letters': ['\u1112\u1161\u11ab', '한'],
    'takes white space runs as one space': ['a \n\t b\u00a0c\u2009d', 'a b c d'],
    'drops soft hyphens and zero-width characters': ['co\u00adoper\u200bate\ufeff', 'cooperate'],
    'takes white space with invisible characters in it as one space': ['a \u200b b', 'a b'],
    'folds typographic quotes': ['“Không” ‘so’ „ja“ «oui» don’t', '"Không" \'so\' "ja" "oui" don\'t'],
    'folds dashes and ellipses': ['a – b — c‑d…', 'a - b - c-d...'],
    'brings a mark to its base across a dropped character': ['e\u00ad\u0301', 'é'],
    'keeps case': ['Ánh', 'Ánh'],
  };
  it.each(Object.entries(cases))('%s', (_, [raw, folded]) => {
    expect(foldText(raw).text).toBe(folded);
  });

  it('maps a folded span to the whole raw letters behind it', () => {
    const raw = 'ở Hue\u0302\u0301, “xưa”';
    const { text, toRaw } = foldText(raw);
    const start = text.indexOf('Huế');
    const span = toRaw({ start, end: start + 3 });
    expect(raw.slice(span.start, span.end)).toBe('Hue\u0302\u0301');
  });

  it('maps a span without the invisible characters beside it', () => {
    const raw = 'a\u00adb\u00adc';
    expect(foldText(raw).toRaw({ start: 1, end: 2 })).toEqual({ start: 2, end: 3 });
  });

  it('equals NFC for every character alone and before a mark', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const char = String.fromCodePoint(code);
      if (char.normalize('NFC') === char && code > 0x3ff) continue;
      // Read in a text that is not NFC, so that the list of exceptions is used.
      const folded = foldText(`e\u0301|${char}|x`).text.slice(2, -2);
      if (folded !== folded.normalize('NFC')) wrong.push(code.toString(16));
      if (folded !== foldText(char.normalize('NFC')).text) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('changes nothing when folded again', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text } = foldText(raw);
        expect(foldText(text).text).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('folds composed and decomposed text alike', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text } = foldText(raw);
        expect(text).toBe(text.normalize('NFC'));
        expect(foldText(raw.normalize('NFD')).text).toBe(foldText(raw.normalize('NFC')).text);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers with raw spans on grapheme boundaries that fold to the same text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (raw, x, y) => {
        const { text, toRaw, fromRaw } = foldText(raw);
        const [start = 0, end = 0] = [x % (text.length + 1), y % (text.length + 1)].sort((a, b) => a - b);
        const span = toRaw({ start, end });
        expect(isGraphemeBoundary(raw, span.start) && isGraphemeBoundary(raw, span.end)).toBe(true);
        expect(fromRaw(span.start)).toBeLessThanOrEqual(start);
        fc.pre(end > start);
        expect(fromRaw(span.end)).toBeGreaterThanOrEqual(end);
        expect(foldText(raw.slice(span.start, span.end)).text).toContain(text.slice(start, end).trim());
      }),
      { numRuns: 1000 },
    );
  });

  it('maps raw offsets without ever going back', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text, fromRaw } = foldText(raw);
        const offsets = Array.from({ length: raw.length + 1 }, (_, offset) => fromRaw(offset));
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(offsets[0]).toBe(0);
        expect(offsets.at(-1)).toBe(text.length);
      }),
    );
  });
});
