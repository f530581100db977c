import type { Calendar } from './calendar.ts';
import { dash, day, edge, edgeAfter, isoOf, year, type Groups, type Pattern } from './pattern.ts';

/** Dates in figures: ISO anywhere, the language's own order, class words of Vietnamese, Chinese, Japanese, Korean. */
export function figurePatterns({ isMonthFirst }: Calendar, base: string): Pattern[] {
  const make = (pattern: string): RegExp => new RegExp(`${edge}${pattern}${edgeAfter}`, 'giu');
  const ordered = ({ first, second, year }: Groups): string | undefined => {
    const [a, b] = [Number(first), Number(second)];
    const isDayFirst = a > 12 || (b <= 12 && !isMonthFirst);
    const [d, m] = isDayFirst ? [a, b] : [b, a];
    if (d < 1 || d > 31 || m < 1 || m > 12) return undefined;
    return isoOf({ year, month: m, day: String(d), lastDay: undefined });
  };
  const patterns: Pattern[] = [
    {
      regex: make(
        '(?<year>1\\d{3}|20\\d{2})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?:T\\d{2}:\\d{2}\\S*)?',
      ),
      read: ({ year, month, day }) => isoOf({ year, month: Number(month), day, lastDay: undefined }),
    },
    {
      regex: make(
        '(?<first>\\d{1,2})(?<sign>[/.-])(?<second>\\d{1,2})\\k<sign>(?<year>1[5-9]\\d{2}|20\\d{2})',
      ),
      read: ordered,
    },
    {
      regex: new RegExp(
        '(?<![\\p{Nd}])(?:(?<year>\\d{4})\\s?[年년]\\s?)?(?<month>1[0-2]|0?[1-9])\\s?[月월]\\s?(?:(?<day>\\d{1,2})\\s?[日일号])?',
        'gu',
      ),
      read: ({ year, month, day }) => isoOf({ year, month: Number(month), day, lastDay: undefined }),
    },
    { regex: /(?<!\d)(?<year>1\d{3}|20\d{2})\s?[年년](?!\p{L}*級)/gu, read: ({ year }) => year },
  ];
  if (base === 'vi') patterns.push(...vietnamesePatterns(make));
  if (base === 'de') {
    patterns.push({
      regex: new RegExp(
        `(?<=(?:am|vom|zum|bis|ab|der|den|dem)\\s)(?<first>\\d{1,2})\\.\\s?(?<second>\\d{1,2})\\.(?!\\d)`,
        'giu',
      ),
      read: ordered,
    });
  }
  return patterns;
}

/** Figures without a year are ratios as often ("5/8 Bí thư"), so a word of time has to stand before them. */
function vietnamesePatterns(make: (pattern: string) => RegExp): Pattern[] {
  const month = '(?<month>0?[1-9]|1[0-2])';
  const cue =
    /(?:^|[\s(,])(?:ngày|sáng|trưa|chiều|tối|đêm|khuya|hôm|mùng|mồng|nay|qua|lúc \d+[hg:]\d*|\d+h\d*|rạng sáng)\s*\(?$/iu;
  const weakCue = /(?:^|[\s(,])(?:từ|đến|tới|hết|trước|sau|vào|hạn|giờ|và)\s*$/iu;
  const isLast = /^\s*(?:[,.)(;:]|$|đến|tới|-\s?\d)/iu;
  const near = /(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|nay|qua)\s+[^.;]{0,24}$/iu;
  const read = ({ year, month, day, lastDay }: Groups): string =>
    isoOf({ year, month: Number(month), day, lastDay });
  return [
    {
      regex: make(
        `${day('day')}(?:${dash}${day('lastDay')})?\\s+tháng\\s+${month}(?:\\s*(?:/|,?\\s*năm)\\s*${year})?`,
      ),
      read,
    },
    { regex: make(`tháng\\s+${month}\\s*(?:[/-]|,?\\s*năm)\\s*${year}`), read },
    {
      regex: make(`(?:(?:rằm|tháng)\\s+(?:giêng|chạp)|tháng\\s+${month}(?!\\s*tuổi)(?:\\s+âm lịch)?)`),
      read: ({ month }) =>
        month === undefined
          ? null
          : isoOf({ year: undefined, month: Number(month), day: undefined, lastDay: undefined }),
    },
    {
      regex: make(
        `${day('day')}(?:${dash}${day('lastDay')})?[/-]${month}(?:[/-](?:${year}|(?<short>\\d{2})))?`,
      ),
      read: (groups, { before, after, words }) => {
        const isDated = groups['year'] !== undefined;
        const isBracketed = before.endsWith('(') && /^\s*[),-]/u.test(after);
        const isCued =
          cue.test(before) ||
          (weakCue.test(before) && isLast.test(after)) ||
          (near.test(before) && words.includes('/') && /^\s*(?:[,.)(;]|$)/u.test(after));
        if (!isBracketed && !isCued && !isDated) return undefined;
        if (
          !isDated &&
          words.includes('-') &&
          !words.includes('/') &&
          !/(?:ngày|sáng|chiều|tối|hôm|trưa)\s*$/iu.test(before)
        )
          return undefined;
        const { short, ...rest } = groups;
        return read(short === undefined ? rest : { ...rest, year: `20${short}` });
      },
    },
    { regex: make(`${month}/${year}`), read },
    {
      regex: make(`quý\\s+(?<quarter>[1-4]|I{1,3}|IV)(?:\\s*/\\s*|\\s+năm\\s+)${year}`),
      read: ({ year }) => year,
    },
    {
      regex: make('(?:thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\s+nhật)'),
      read: (_, { before, after, words }) => {
        const isCued = /(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|vào|rạng sáng)\s+$/iu.test(before);
        const isSunday = /^chủ/iu.test(words);
        const goesOn =
          /^\s*(?:tuần|\(|,\s*(?:ngày|\d))/u.test(after) &&
          !/(?:lần|người|hạng|bàn|vị trí|con)\s+$/iu.test(before);
        return isCued || isSunday || goesOn ? null : undefined;
      },
    },
  ];
}
