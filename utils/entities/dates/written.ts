import { ambiguousMonths, type Calendar } from './calendar.ts';
import { dash, day, edge, isYear, isoOf, year, type Groups, type Pattern } from './pattern.ts';

/** Dates with the name of the month. */
export function writtenPatterns({ months, monthPattern, weekdayPattern, linkPattern }: Calendar): Pattern[] {
  if (monthPattern === '') return [];
  const month = `(?<month>${monthPattern})\\.?`;
  const link = linkPattern === '' ? '' : `(?:(?:${linkPattern})\\s+)?`;
  const weekday = `(?:(?:${weekdayPattern})\\.?,?\\s+(?:${linkPattern === '' ? 'the' : linkPattern}|the|den|le)?\\s*)?`;
  const ordinal = '(?:st|nd|rd|th|er|re|º|ª|°|\\.|,)?';
  const to = `(?:(?:${dash}|\\s(?:to|and|until|bis|und|y|et|au|al|a|e|i)\\s)(?:the\\s)?${day('lastDay')}${ordinal})?`;
  const withYear = `(?:,?\\s*${link}${year}(?!\\d))?`;
  const read = ({ day, lastDay, month, year }: Groups): string =>
    isoOf({ year, month: months.get((month ?? '').toLowerCase().replace(/\s+/gu, ' ')), day, lastDay });
  const make = (pattern: string): RegExp => new RegExp(`${edge}${pattern}(?![\\p{L}\\p{N}])`, 'giu');
  return [
    { regex: make(`${weekday}${day('day')}${ordinal}${to}\\s*${link}${month}${withYear}`), read },
    {
      regex: make(
        `${weekday}${month}\\s+(?:the\\s+)?${day('day')}(?:st|nd|rd|th)?${to}(?!\\d)(?![:.,]\\d)${withYear}`,
      ),
      read,
    },
    {
      regex: make(`${month},?\\s+${link}${year}`),
      read: (groups, around) =>
        isYear({ ...around, before: '', words: groups['year'] ?? '' }) ? read(groups) : undefined,
    },
    {
      regex: make(`(?<month>${monthPattern})`),
      read: (groups, { before, after, words }) => {
        const isClear = !ambiguousMonths.test(words.toLowerCase().replace('.', ''));
        const isCued = monthCue.test(before);
        // June and July are called after, too: "June Quill".
        const isWhole = words.length > 4 || (words.length === 4 && !/^\s\p{Lu}/u.test(after));
        return isCued || (isClear && isWhole) ? read(groups) : undefined;
      },
    },
  ];
}

const monthCue =
  /(?:^|[\s(])(?:in|between|since|until|till|by|last|next|this|late|early|mid|from|through|during|of|each|every|im|seit|bis|ab|ende|anfang|mitte|vergangenen|kommenden|en|depuis|fin|début|desde|hasta|para|em|in|nel|da|a)[\s-]+$/iu;
