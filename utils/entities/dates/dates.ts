import { ambiguousMonths, readCalendar, type Calendar } from './calendar.ts';
import { formattingLanguageOf, plainDigits } from './numbers.ts';

/** A date in a text: `[start, end)` in UTF-16 code units, and its value where the words tell it. */
export type FoundDate = {
  readonly start: number;
  readonly end: number;
  /**
   * ISO 8601: `2020-09-25`, `2020-09`, `2020`, `--09-25`, `--09`; ranges `2015/2020`; decades and centuries as
   * `199X` and `18XX` (EDTF). `null` for a weekday, whose date the text alone does not tell.
   */
  readonly value: string | null;
};

const readers = new Map<string, (text: string) => FoundDate[]>();

/** The dates in a text, in order, by patterns that `Intl` gives for its language. */
export function findDates(text: string, lang: string): FoundDate[] {
  const language = formattingLanguageOf(lang);
  let read = readers.get(language);
  if (read === undefined) readers.set(language, (read = makeReader(language)));
  return read(text);
}

type Groups = Readonly<Record<string, string | undefined>>;
type Pattern = {
  readonly regex: RegExp;
  readonly read: (groups: Groups, around: Around) => string | null | undefined;
};
type Around = { readonly before: string; readonly after: string; readonly words: string };

const day = (name: string): string => `(?<${name}>0?[1-9]|[12]\\d|3[01])`;
const year = '(?<year>1[0-9]\\d{2}|20\\d{2})';
const dash = '\\s?[-–—]\\s?';
const edge = '(?<![\\p{L}\\p{N}])(?<!\\p{N}[.,/:-])(?<![$€£¥#]\\s?)';
const edgeAfter = '(?![\\p{L}\\p{N}])(?![.,/:-]\\p{N})(?!\\s?[%€£$])';

function makeReader(language: string): (text: string) => FoundDate[] {
  const calendar = readCalendar(language);
  const base = language.split('-')[0] ?? language;
  const patterns = [
    ...writtenPatterns(calendar),
    ...figurePatterns(calendar, base),
    ...vaguePatterns(calendar, base),
  ];
  return (raw) => {
    const text = plainDigits(raw);
    // Digits beyond the first plane are two units long, so that offsets would move.
    if (text.length !== raw.length) return [];
    const found: FoundDate[] = [];
    const taken = new Uint8Array(text.length);
    for (const { regex, read } of patterns) {
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
        found.push({ start, end, value });
        taken.fill(1, start, end);
      }
    }
    return found.toSorted((a, b) => a.start - b.start);
  };
}

/** Dates with the name of the month. */
function writtenPatterns({ months, monthPattern, weekdayPattern, linkPattern }: Calendar): Pattern[] {
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
      read: (groups, { before, words }) => {
        const isClear = !ambiguousMonths.test(words.toLowerCase().replace('.', ''));
        const isCued = monthCue.test(before);
        const isWhole = words.length > 4 && !words.endsWith('.');
        return isCued || (isClear && isWhole) ? read(groups) : undefined;
      },
    },
  ];
}

const monthCue =
  /(?:^|[\s(])(?:in|since|until|till|by|last|next|this|late|early|mid|from|through|during|of|each|every|im|seit|bis|ab|ende|anfang|mitte|vergangenen|kommenden|en|depuis|fin|début|desde|hasta|para|em|in|nel|da|a)[\s-]+$/iu;

/** Dates in figures: ISO anywhere, the language's own order, class words of Vietnamese, Chinese, Japanese, Korean. */
function figurePatterns({ isMonthFirst }: Calendar, base: string): Pattern[] {
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

/** Years, decades, centuries, seasons and weekdays. */
function vaguePatterns({ weekdayPattern }: Calendar, base: string): Pattern[] {
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

/** Four figures are a year unless they count something. */
function isYear({ before, after, words }: Around): boolean {
  if (
    /(?:\p{Sc}|№|[Nn]o\.|#|số|@|\+|=|\*|page|pp?\.|UTC|QL|ISO|RFC|room|flight|route|highway|section|§)\s*$/u.test(
      before,
    )
  )
    return false;
  if (
    /^\s*(?:\p{Sc}|[×x*+=°]\s|(?:km|kg|m|cm|mm|ha|mw|kw|hz|mhz|ghz|gb|mb|tons?|tonnes?|meters?|metres?|miles?|feet|ft|people|persons|men|women|workers|employees|soldiers|troops|jobs|votes|dollars|euros?|pounds|yen|words|pages|points|hours|years|days|minutes|seconds|percent|per\s?cent|million|billion|người|tỷ|tỉ|triệu|nghìn|đồng|lượt|hộ|chiếc|căn|Euro|Menschen|Personen|Meter|Kilometer|Einwohner|Mitarbeiter|Stück|Uhr|personnes|personas|mètres|metros)(?![\p{L}]))/iu.test(
      after,
    )
  )
    return false;
  const isRound = words.endsWith('00');
  const counts =
    /^\s+\p{Ll}{3,}s(?![\p{L}])/u.test(after) &&
    !/^\s+(?:was|has|is|this|elections?|olympics|games)(?![\p{L}])/u.test(after);
  return !(isRound && counts);
}

type Parts = {
  readonly year: string | undefined;
  readonly month: number | undefined;
  readonly day: string | undefined;
  readonly lastDay: string | undefined;
};

function isoOf({ year, month, day, lastDay }: Parts): string {
  const two = (part: string | number): string => String(part).padStart(2, '0');
  if (month === undefined || Number.isNaN(month)) return year ?? '';
  const head = year === undefined ? `--${two(month)}` : `${year}-${two(month)}`;
  if (day === undefined) return head;
  return lastDay === undefined ? `${head}-${two(day)}` : `${head}-${two(day)}/${head}-${two(lastDay)}`;
}
