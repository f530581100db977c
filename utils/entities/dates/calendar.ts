import { anyOf } from './numbers.ts';

/** What a language's calendar calls things, as patterns and as tables from lower-cased words to numbers. */
export type Calendar = {
  readonly months: ReadonlyMap<string, number>;
  readonly monthPattern: string;
  readonly weekdayPattern: string;
  /** Whether the month stands before the day in figures: 9/25. */
  readonly isMonthFirst: boolean;
  /** Words that may stand between day, month and year: "de", "of", "tháng", "năm". */
  readonly linkPattern: string;
};

const extraLinks: Readonly<Record<string, readonly string[]>> = {
  en: ['of', 'of the year'],
  vi: ['tháng', 'năm'],
  es: ['de', 'del', 'de año'],
  pt: ['de', 'do'],
};
/** Months whose names are words of another kind too: they need a day, a year or a word of time beside them. */
export const ambiguousMonths =
  /^(?:may|march|mar|mars|mai|mayo|maggio|maio|sept?|set|mei|maj|august|ago|dec|jun|jan|apr|out|abril|avril)$/u;

/** The calendar of a language, from what `Intl` writes in it. */
export function readCalendar(lang: string): Calendar {
  const months = new Map<string, number>();
  const links = new Set<string>(extraLinks[lang.split('-')[0] ?? '']);
  for (let month = 0; month < 12; month++) {
    const date = new Date(Date.UTC(2013, month, 23));
    for (const style of ['long', 'short'] as const) {
      for (const options of [{ day: 'numeric', year: 'numeric' }, { year: 'numeric' }, {}] as const) {
        const parts = format(lang, { ...options, month: style }).formatToParts(date);
        for (const { type, value } of parts) {
          if (type === 'month' && /\p{L}/u.test(value)) addMonth(months, value, month + 1);
          if (type === 'literal') for (const word of value.match(/\p{L}+/gu) ?? []) links.add(word);
        }
      }
    }
  }
  const weekdays = Array.from({ length: 7 }, (_, day) =>
    (['long'] as const).map((weekday) =>
      format(lang, { weekday }).format(new Date(Date.UTC(2013, 8, 1 + day))),
    ),
  ).flat();
  const figures = format(lang, { day: 'numeric', month: 'numeric', year: 'numeric' })
    .formatToParts(new Date(Date.UTC(2013, 8, 23)))
    .map(({ type }) => type);
  return {
    months,
    monthPattern: anyOf(months.keys()),
    weekdayPattern: anyOf(weekdays.flatMap((day) => [day, day.toLowerCase()])),
    isMonthFirst: figures.indexOf('month') < figures.indexOf('day') && !figures.slice(0, 1).includes('year'),
    linkPattern: anyOf(links),
  };
}

function format(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC', calendar: 'gregory' });
}

function addMonth(months: Map<string, number>, value: string, month: number): void {
  const name = value.normalize('NFC').toLowerCase();
  // "tháng 9" and "9月" are figures with a class word, which have a pattern of their own.
  if (/\p{Nd}/u.test(name)) return;
  const bare = name.replace(/\.$/u, '');
  if (bare.length < 2) return;
  months.set(bare, month);
  if (bare !== name) months.set(name, month);
}
