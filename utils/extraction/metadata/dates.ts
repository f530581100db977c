import type { PublishedTime } from '../../model/article.ts';
import { findRelative } from './relative-dates.ts';
import { monthNumbers } from './month-names.ts';

export type DateContext = {
  /** BCP 47; names of months are read in it and in English, and it decides whether the day comes first. */
  readonly lang: string | null;
  readonly now: Date;
};

type Day = { readonly year: number; readonly month: number; readonly day: number };
type FoundDay = Day & { readonly text: string };
type Clock = { readonly hour: number; readonly minute: number; readonly second: number | null };

const zoneOffsets: Record<string, string> = {
  z: 'Z', utc: 'Z', gmt: 'Z', bst: '+01:00', cet: '+01:00', mez: '+01:00', cest: '+02:00', mesz: '+02:00', eet: '+02:00',
  eest: '+03:00', msk: '+03:00', ict: '+07:00', wib: '+07:00', hkt: '+08:00', sgt: '+08:00',
  jst: '+09:00', kst: '+09:00', aest: '+10:00', aedt: '+11:00', est: '-05:00',
  edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00',
}; // prettier-ignore

/**
 * The point in time that a text names, in any of the forms that news pages use, `null` when it names none. The zone
 * is kept as given; only for Vietnamese, which has one zone, a missing one is inferred.
 */
export function parseTime(text: string, ctx: DateContext): PublishedTime | null {
  const source = westernDigits(text.normalize('NFC').replace(/[\u00a0\u202f\u2009]/gu, ' '))
    .trim()
    .slice(0, 400);
  // Without a number only a word such as "yesterday" is one.
  if (source === '' || (source.length > 24 && !/\d/.test(source))) return null;
  const stamp = parseStamp(source);
  if (stamp !== null) return stamp;
  const day = findDay(source, ctx);
  if (day === null) return findRelative(source, ctx);
  // The clock may stand inside of the day: "Fri Apr 28 19:20:36 CEST 2023".
  const rest = /\d:\d\d/u.test(day.text) ? source : source.replace(day.text, ' ; ');
  const clock = findClock(rest);
  if (clock === null) return { iso: formatDay(day), isZoneInferred: false };
  const zone = findZone(rest);
  const isInferred = zone === null && /^vi\b/i.test(ctx.lang ?? '');
  return {
    iso: `${formatDay(day)}T${formatClock(clock)}${zone ?? (isInferred ? '+07:00' : '')}`,
    isZoneInferred: isInferred,
  };
}

/** Formats made for machines: ISO 8601 and its sloppy relatives, RFC 2822, seconds since 1970. */
function parseStamp(source: string): PublishedTime | null {
  const iso =
    /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:t|\s+|t\s+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<zone>z|utc|gmt|(?:gmt|utc)?\s*[+-]\d{1,2}(?::?\d{2})?)?/i.exec(
      source,
    ) ??
    /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:[t\s-]?(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2}))?)?(?<zone>z|[+-]\d{2}:?\d{2})?$/i.exec(
      source,
    );
  if (iso?.groups !== undefined) {
    const { hour, minute, second, zone } = iso.groups;
    const day = dayOf(iso.groups['year'], iso.groups['month'], iso.groups['day']);
    if (day === null) return null;
    const clock = hour === undefined ? null : clockOf(hour, minute, second);
    const time = clock === null ? '' : `T${formatClock(clock)}${zone === undefined ? '' : formatZone(zone)}`;
    return { iso: `${formatDay(day)}${time}`, isZoneInferred: false };
  }
  if (/^\d{10}(?:\d{3})?$/u.test(source)) {
    const date = new Date(Number(source) * (source.length === 10 ? 1000 : 1));
    return { iso: date.toISOString().replace('.000', ''), isZoneInferred: false };
  }
  return null;
}

function findDay(source: string, ctx: DateContext): FoundDay | null {
  return findNumericDay(source, ctx) ?? findNamedDay(source, ctx) ?? findDayWithoutYear(source, ctx);
}

function findNumericDay(source: string, ctx: DateContext): FoundDay | null {
  const asian = /(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u.exec(source);
  if (asian !== null) return withText(dayOf(asian[1], asian[2], asian[3]), asian[0]);
  const yearFirst = /(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/u.exec(source);
  if (yearFirst !== null) return withText(dayOf(yearFirst[1], yearFirst[3], yearFirst[4]), yearFirst[0]);
  const yearLast = /(?<![\d.,:])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d:])/u.exec(source);
  if (yearLast === null) return null;
  const [text, first, separator, second, year] = yearLast;
  // Nobody who puts the month first parts by dots.
  const order = separator === '.' ? { ...ctx, lang: null } : ctx;
  return withText(readOrder(first, second, { year: fullYear(year), ctx: order }), text);
}

function findNamedDay(source: string, ctx: DateContext): FoundDay | null {
  const months = monthNumbers(ctx.lang);
  const names = months.pattern;
  const dayFirst = new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª|:e|-го)?[\\s-]*(?:de |of |di |d['’])?\\p{L}?(?<month>${names})\\.?(?!\\p{L}{4})\\p{L}{0,3}[\\s,-]*(?:de |del |of |năm |m\\.? )?'?(?<year>\\d{4}|\\d{2}(?![\\d:.h]))?`,
    'iu',
  ).exec(source);
  const monthFirst = new RegExp(
    `(?<!\\p{L})(?<month>${names})\\.?(?!\\p{L})[\\s-]*(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?!\\d|:)[\\s,]*(?:\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:[a-z+]{1,5}[\\d:]*\\s+)?)?(?<year>\\d{4})?`,
    'iu',
  ).exec(source);
  const yearFirst = new RegExp(
    `(?<year>\\d{4})\\.?\\s*(?:m\\.)?\\s*(?<month>${names})\\.?\\s*(?<day>\\d{1,2})(?!\\d|:)`,
    'iu',
  ).exec(source);
  for (const found of [yearFirst, dayFirst, monthFirst]) {
    const { day, month, year } = found?.groups ?? {};
    if (found === null || day === undefined || month === undefined) continue;
    const number = months.numberOf(month);
    if (number === null) continue;
    const whole =
      year === undefined ? withoutYear(number, Number(day), ctx) : dayOf(fullYear(year), String(number), day);
    if (whole !== null) return { ...whole, text: found[0] };
  }
  return null;
}

/** `25/9`: the latest such day that is not in the future. */
function findDayWithoutYear(source: string, ctx: DateContext): FoundDay | null {
  const found =
    /(?<![\d/])(\d{1,2})\s?\/\s?(\d{1,2})(?![\d/])/u.exec(source) ??
    /(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u.exec(source);
  if (found === null) return null;
  const isAsian = /[月월]/u.test(found[0]);
  const day = readOrder(found[1], found[2], { year: '2000', ctx: isAsian ? { ...ctx, lang: 'en-US' } : ctx });
  return day === null ? null : withText(withoutYear(day.month, day.day, ctx), found[0]);
}

function withoutYear(month: number, day: number, { now }: DateContext): Day | null {
  const year = now.getUTCFullYear();
  // A day's grace: the publisher's clock may be ahead of ours.
  const isAhead = Date.UTC(year, month - 1, day) > now.getTime() + 86_400_000;
  return dayOf(String(isAhead ? year - 1 : year), String(month), String(day));
}

function readOrder(
  first: string | undefined,
  second: string | undefined,
  { year, ctx }: { readonly year: string | undefined; readonly ctx: DateContext },
): Day | null {
  const isMonthFirst =
    Number(second) > 12 || (Number(first) <= 12 && /^en(?:$|[-_](?:us|ph))/i.test(ctx.lang ?? ''));
  return isMonthFirst ? dayOf(year, first, second) : dayOf(year, second, first);
}

function findClock(source: string): Clock | null {
  const found =
    /(?<!\d)(?<hour>\d{1,2})\s*(?::|h|giờ|時|시|点|\.(?=\d{2}\s*(?:uhr|h\b|wib)))\s*(?<minute>\d{2})(?!\d)(?:(?::|分|분|m)\s*(?<second>\d{2})(?!\d))?/i.exec(
      source,
    ) ??
    /(?:kl\.?|um|klo)\s*(?<hour>\d{1,2})[.:](?<minute>\d{2})(?!\d)/i.exec(source) ??
    /(?<!\d)(?<hour>\d{1,2})\s*(?=[ap]\.?m\b)/i.exec(source);
  if (found?.groups === undefined) return null;
  const { hour, minute, second } = found.groups;
  const clock = clockOf(hour, minute ?? '0', second);
  if (clock === null || clock.hour > 12) return clock;
  const around =
    source.slice(Math.max(0, found.index - 4), found.index) +
    source.slice(found.index + found[0].length).slice(0, 6);
  if (/p\.?\s?m\b|(?<!\p{L})CH(?!\p{L})|下午|午後|오후/iu.test(around))
    return { ...clock, hour: (clock.hour % 12) + 12 };
  if (/a\.?\s?m\b|(?<!\p{L})SA(?!\p{L})|上午|午前|오전/iu.test(around))
    return { ...clock, hour: clock.hour % 12 };
  return clock;
}

function findZone(source: string): string | null {
  const offset = /(?:gmt|utc)\s*([+-]\s*\d{1,2}(?::?\d{2})?)|(?<=\d\s?)([+-]\d{2}:?\d{2})(?!\d)/i.exec(
    source,
  );
  if (offset !== null) return formatZone(offset[1] ?? offset[2] ?? '');
  for (const [word] of source.matchAll(/(?<!\p{L})[a-z]{1,4}(?!\p{L})/giu)) {
    // Lower-case words such as "est" are words of other languages.
    const known = word === word.toUpperCase() ? zoneOffsets[word.toLowerCase()] : undefined;
    if (known !== undefined) return known;
  }
  return null;
}

function formatZone(zone: string): string {
  const found = /([+-])\s*(\d{1,2}):?(\d{2})?$/u.exec(zone);
  if (found === null) return 'Z';
  return `${found[1] ?? '+'}${(found[2] ?? '0').padStart(2, '0')}:${found[3] ?? '00'}`;
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): Day | null {
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const check = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const isReal =
    date.year >= 1900 && date.year < 2200 && check.getUTCMonth() === date.month - 1 && date.month > 0;
  return isReal && check.getUTCDate() === date.day ? date : null;
}

function clockOf(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
): Clock | null {
  const clock = {
    hour: Number(hour),
    minute: Number(minute),
    second: second === undefined ? null : Number(second),
  };
  return clock.hour < 24 && clock.minute < 60 && (clock.second ?? 0) < 60 ? clock : null;
}

function withText(day: Day | null, text: string): FoundDay | null {
  return day === null ? null : { ...day, text };
}

function fullYear(year: string | undefined): string | undefined {
  return year?.length === 2 ? `20${year}` : year;
}

function formatDay({ year, month, day }: Day): string {
  return `${year}-${pad(month)}-${pad(day)}`;
}

function formatClock({ hour, minute, second }: Clock): string {
  return `${pad(hour)}:${pad(minute)}${second === null ? '' : `:${pad(second)}`}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** Arabic, Persian, Devanagari and other decimal digits as ASCII ones. */
function westernDigits(text: string): string {
  return text.replace(/(?!\d)\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Unicode keeps decimal digits in runs of ten that begin at a multiple of ten or sixteen less its rest.
    for (let value = 0; value < 10; value++) {
      if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value);
    }
    return digit;
  });
}
