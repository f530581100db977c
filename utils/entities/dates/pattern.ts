/** Named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;
/** A pattern, and what a match of it says: `null` when that is no date in the calendar, `undefined` when it is none at all. */
export type Pattern = {
  readonly regex: RegExp;
  readonly read: (groups: Groups, around: Around) => string | null | undefined;
  /** Whether what matches is told from the day of writing. */
  readonly isRelative?: true;
};
/** What stands around a match, and the match. */
export type Around = { readonly before: string; readonly after: string; readonly words: string };

/** Pieces of patterns. */
export const day = (name: string): string => `(?<${name}>0?[1-9]|[12]\\d|3[01])`;
/** A year. */
export const year = '(?<year>1[0-9]\\d{2}|20\\d{2})';
/** What stands between the ends of a range. */
export const dash = '\\s?[-–—]\\s?';
/** Nothing that would make a number part of a longer one. */
export const edge = '(?<![\\p{L}\\p{N}])(?<!\\p{N}[.,/:-])(?<![$€£¥#]\\s?)';
/** The same behind it. */
export const edgeAfter = '(?![\\p{L}\\p{N}])(?![.,/:-]\\p{N})(?!\\s?[%€£$])';

/** Four figures are a year unless they count something. */
export function isYear({ before, after, words }: Around): boolean {
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

/** ISO 8601 of the parts that are there. */
export function isoOf({ year, month, day, lastDay }: Parts): string {
  const two = (part: string | number): string => String(part).padStart(2, '0');
  if (month === undefined || Number.isNaN(month)) return year ?? '';
  const head = year === undefined ? `--${two(month)}` : `${year}-${two(month)}`;
  if (day === undefined) return head;
  return lastDay === undefined ? `${head}-${two(day)}` : `${head}-${two(day)}/${head}-${two(lastDay)}`;
}
