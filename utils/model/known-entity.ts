import { searchable } from './filter.ts';
import type { NamedEntity } from './view.ts';

/** An entity of the library to choose from. */
export type KnownEntity = NamedEntity & {
  /** Other names it goes by. */
  readonly aliases?: readonly string[];
};

/** One that an act can be about. */
export type ListedEntity = KnownEntity & { readonly id: string };

/** How well a name fits what was typed; the less the better. */
const fits = { whole: 0, start: 1, word: 2, inside: 3, within: 4 } as const;
/** Of a shorter name it says little that the typed words hold it. */
const shortestWithin = 3;

/**
 * The entities whose name or alias fits what was typed, the best first: the whole name, its beginning, the beginning
 * of its words, a part of it, and last names that are part of what was typed (as of "President Hoàng Lan"). Among
 * equals the order given stays, so give those first that were used last. Accents and case do not count.
 */
export function suggestEntities<Known extends KnownEntity>(
  known: readonly Known[],
  typed: string,
  count: number,
): readonly Known[] {
  const query = searchable(typed).trim();
  if (query === '') return known.slice(0, count);
  return known
    .flatMap((entity) => {
      const found = [entity.name, ...(entity.aliases ?? [])].flatMap((name) => fitOf(name, query) ?? []);
      return found.length === 0 ? [] : [{ entity, fit: Math.min(...found) }];
    })
    .toSorted((a, b) => a.fit - b.fit)
    .slice(0, count)
    .map(({ entity }) => entity);
}

/** The known entity that goes by just this name; the first where there are several, `null` where there is none. */
export function entityNamed(known: readonly KnownEntity[], typed: string): KnownEntity | null {
  const [best] = suggestEntities(known, typed, 1);
  const isWhole = [best?.name, ...(best?.aliases ?? [])].some(
    (name) => name !== undefined && fitOf(name, searchable(typed).trim()) === fits.whole,
  );
  return best !== undefined && isWhole ? best : null;
}

function fitOf(name: string, query: string): number | null {
  const text = searchable(name).trim();
  if (text === query) return fits.whole;
  if (text.startsWith(query)) return fits.start;
  const words = wordsOf(text);
  if (wordsOf(query).every((part) => words.some((word) => word.startsWith(part)))) return fits.word;
  if (text.includes(query)) return fits.inside;
  const isWithin = text.length >= shortestWithin && ` ${query} `.includes(` ${text} `);
  return isWithin ? fits.within : null;
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
