import type { PublishedTime } from '../../model/article.ts';
import type { DateContext } from './dates.ts';

const units = ['second', 'minute', 'hour', 'day', 'week', 'month'] as const;
type Unit = (typeof units)[number];
const unitMs: Record<Unit, number> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_592_000_000,
};

type Pattern = { readonly pattern: RegExp; readonly unit: Unit; readonly fixed: number | null };

const known = new Map<string, readonly Pattern[]>();

/** What "3 hours ago", "hôm qua" or "vor 5 Minuten" means at `now`, in the language of the context or English. */
export function findRelative(source: string, { lang, now }: DateContext): PublishedTime | null {
  const text = source.toLowerCase();
  for (const locale of new Set([lang ?? 'en', 'en'])) {
    for (const { pattern, unit, fixed } of patternsOf(locale)) {
      const found = pattern.exec(text);
      if (found === null) continue;
      const count = fixed ?? Number(found[1]);
      const date = new Date(now.getTime() - count * unitMs[unit]);
      const iso =
        unitMs[unit] >= unitMs.day ? date.toISOString().slice(0, 10) : `${date.toISOString().slice(0, 16)}Z`;
      return { iso, isZoneInferred: true };
    }
  }
  return null;
}

/** The browser knows how each language says it; we ask for examples and put a number's pattern in their numbers. */
function patternsOf(locale: string): readonly Pattern[] {
  const cached = known.get(locale);
  if (cached !== undefined) return cached;
  const patterns: Pattern[] = [];
  for (const style of ['long', 'short'] as const) {
    const format = relativeFormat(locale, { style });
    if (format === null) break;
    for (const unit of units) {
      // Languages have up to six plural forms; these counts meet all of the ones in use.
      for (const count of [1, 2, 3, 5, 11, 21]) {
        const example = escapePattern(format.format(-count, unit).normalize('NFC').toLowerCase());
        if (example.includes(String(count))) {
          patterns.push({
            pattern: new RegExp(boundaries(example.replace(String(count), '(\\d{1,3})')), 'u'),
            unit,
            fixed: null,
          });
        }
      }
    }
  }
  const words = relativeFormat(locale, { numeric: 'auto' });
  for (const days of words === null ? [] : [1, 0]) {
    const word = escapePattern(words?.format(-days, 'day').normalize('NFC').toLowerCase() ?? '');
    if (!/\d/u.test(word))
      patterns.push({ pattern: new RegExp(boundaries(word), 'u'), unit: 'day', fixed: days });
  }
  known.set(locale, patterns);
  return patterns;
}

function boundaries(pattern: string): string {
  return `(?<![\\p{L}\\d])${pattern}(?!\\p{L})`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

function relativeFormat(
  locale: string,
  options: Intl.RelativeTimeFormatOptions,
): Intl.RelativeTimeFormat | null {
  try {
    return new Intl.RelativeTimeFormat(locale, options);
  } catch {
    // A page may declare anything as its language.
    return null;
  }
}
