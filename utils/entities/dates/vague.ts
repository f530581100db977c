import type { Calendar } from './calendar.ts';
import { dash, edge, edgeAfter, isYear, type Pattern } from './pattern.ts';

/** Years, decades, centuries, seasons and weekdays. */
export function vaguePatterns({ weekdayPattern }: Calendar, base: string): Pattern[] {
  const make = (pattern: string): RegExp => new RegExp(`${edge}${pattern}${edgeAfter}`, 'giu');
  const span = `(?<year>1[1-9]\\d{2}|20\\d{2})${dash}(?<last>1[1-9]\\d{2}|20\\d{2}|\\d{2})`;
  const patterns: Pattern[] = [
    {
      regex: make(span),
      read: ({ year = '', last = '' }) => {
        const end = last.length === 2 ? year.slice(0, 2) + last : last;
        return Number(end) > Number(year) ? `${year}/${end}` : undefined;
      },
    },
    {
      regex: make(
        "(?:mid-?|early\\s|late\\s)?(?:the\\s)?(?<decade>1[5-9]\\d|20\\d)0(?:['’]?s|er(?:\\s+Jahren?)?)",
      ),
      read: ({ decade }) => `${decade}X`,
    },
    {
      regex: make(
        '(?:(?:early|mid|late|the)[\\s-])?(?<century>\\d{1,2})(?:st|nd|rd|th)[\\s-]+century|(?<jahrhundert>\\d{1,2})\\.\\s+Jahrhunderts?|thế\\s+kỷ\\s+(?:thứ\\s+)?(?<theky>\\d{1,2}|[XVI]+)',
      ),
      read: ({ century, jahrhundert, theky }) => {
        const number = Number(century ?? jahrhundert ?? theky);
        return number >= 1 && number <= 21 ? `${String(number - 1).padStart(2, '0')}XX` : null;
      },
    },
    {
      regex: make(
        '(?:spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver)(?:\\s+(?:of|de))?\\s+(?<year>1[5-9]\\d{2}|20\\d{2})',
      ),
      read: ({ year }) => year,
    },
    {
      regex: make('(?<year>1[5-9]\\d{2}|20\\d{2})'),
      read: ({ year }, around) => (isYear(around) ? year : undefined),
    },
  ];
  if (weekdayPattern !== '' && base !== 'vi') {
    patterns.push({
      regex: new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${weekdayPattern})(?:\\s(?:morning|afternoon|evening|night))?(?![\\p{L}\\p{N}])`,
        'gu',
      ),
      read: () => null,
    });
  }
  return patterns;
}
