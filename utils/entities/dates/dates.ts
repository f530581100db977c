import { readCalendar } from './calendar.ts';
import { figurePatterns } from './figures.ts';
import { formattingLanguageOf, plainDigits } from './numbers.ts';
import { relativePatterns } from './relative.ts';
import { vaguePatterns } from './vague.ts';
import { writtenPatterns } from './written.ts';

/** A date in a text: `[start, end)` in UTF-16 code units, and its value where the words tell it. */
export type FoundDate = {
  readonly start: number;
  readonly end: number;
  /**
   * ISO 8601: `2020-09-25`, `2020-09`, `2020`, `--09-25`, `--09`; ranges `2015/2020`; decades and centuries as
   * `199X` and `18XX` (EDTF). `null` for a weekday or "last year", whose date the text alone does not tell.
   */
  readonly value: string | null;
  /** Only for "yesterday" and the like, which mean another day in each article. */
  readonly isRelative?: true;
};

const readers = new Map<string, (text: string) => FoundDate[]>();

/** The dates in a text, in order, by patterns that `Intl` gives for its language. */
export function findDates(text: string, lang: string): FoundDate[] {
  const language = formattingLanguageOf(lang);
  let read = readers.get(language);
  if (read === undefined) readers.set(language, (read = makeReader(language)));
  return read(text);
}

function makeReader(language: string): (text: string) => FoundDate[] {
  const calendar = readCalendar(language);
  const base = language.split('-')[0] ?? language;
  const patterns = [
    ...writtenPatterns(calendar),
    ...figurePatterns(calendar, base),
    ...vaguePatterns(calendar, base),
    ...relativePatterns(base),
  ];
  return (raw) => {
    const text = plainDigits(raw);
    // Digits beyond the first plane are two units long, so that offsets would move.
    if (text.length !== raw.length) return [];
    const found: FoundDate[] = [];
    const taken = new Uint8Array(text.length);
    for (const { regex, read, isRelative } of patterns) {
      for (const match of text.matchAll(regex)) {
        const start = match.index;
        const end = start + match[0].length;
        if (taken[start] === 1 || taken[end - 1] === 1) continue;
        const around = {
          before: text.slice(Math.max(0, start - 24), start),
          after: text.slice(end, end + 24),
          words: match[0],
        };
        const value = read(match.groups ?? {}, around);
        if (value === undefined) continue;
        found.push(isRelative === true ? { start, end, value, isRelative } : { start, end, value });
        taken.fill(1, start, end);
      }
    }
    return found.toSorted((a, b) => a.start - b.start);
  };
}
