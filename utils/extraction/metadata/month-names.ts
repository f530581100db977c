export type MonthNames = {
  /** All names, as alternatives of a regular expression. */
  readonly pattern: string;
  /** From 1 to 12. */
  readonly numberOf: (name: string) => number | null;
};

/** Not asked of the browser, which takes a millisecond for each format. */
const englishMonths =
  'january february march april may june july august september october november december'.split(' ');

const known = new Map<string, MonthNames>();

/** The names of months in a language and in English, long and short, in the forms that dates use. */
export function monthNumbers(lang: string | null): MonthNames {
  const key = lang ?? 'en';
  const found = known.get(key) ?? buildMonthNames(key);
  known.set(key, found);
  return found;
}

function buildMonthNames(lang: string): MonthNames {
  const numbers = new Map<string, number>();
  englishMonths.forEach((name, index) => {
    for (const form of [name, name.slice(0, 3)]) numbers.set(form, index + 1);
  });
  numbers.set('sept', 9);
  if (!/^en\b/.test(lang)) addNames(lang, numbers);
  const names = [...numbers.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  // Vietnamese counts its months, and also writes the numbers as words.
  return { pattern: names.join('|'), numberOf: (name) => numbers.get(name.toLowerCase()) ?? null };
}

function addNames(locale: string, numbers: Map<string, number>): void {
  for (const month of ['long', 'short'] as const) {
    for (const options of [{ month }, { month, day: 'numeric' }] as const) {
      const format = dateFormat(locale, { ...options, timeZone: 'UTC' });
      if (format === null) return;
      for (let number = 1; number <= 12; number++) {
        const part = format
          .formatToParts(Date.UTC(2020, number - 1, 15))
          .find(({ type }) => type === 'month');
        const name = part?.value.normalize('NFC').toLowerCase().replace(/\.$/u, '') ?? '';
        // A number is no name; "thg 9" is one.
        if (/\p{L}/u.test(name) && name.length > 1) numbers.set(name, number);
      }
    }
  }
}

/** `null` for what is no language tag; pages declare all kinds of things. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    // The English names are still there.
    return null;
  }
}
