import type { CorpusText, GoldSpan } from './corpus.ts';
import { makeRandom } from './ftrl.ts';

type Pools = {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly places: readonly string[];
  readonly organisations: readonly string[];
};

/**
 * Copies of texts with other names in the places of theirs, one name for one throughout a text: what stands around
 * a name then says more than the few names that the sets happen to hold (mention replacement, Dai and Adel 2020,
 * doi:10.18653/v1/2020.coling-main.343). Half of the names are from the lists, half from the other texts; texts in
 * capitals are left out.
 */
export function swapNames(
  texts: readonly CorpusText[],
  lists: Readonly<Record<string, readonly string[]>>,
  seed: number,
): CorpusText[] {
  const random = makeRandom(seed);
  const pools = readPools(texts);
  const title = (name: string): string =>
    name.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
  const pick = (own: readonly string[], list: string): string => {
    const names = random() < 0.5 || own.length === 0 ? (lists[list] ?? []) : own;
    const name = names[Math.floor(random() * names.length)] ?? '';
    return names === own ? name : title(name);
  };
  return texts
    .filter(({ text }) => text !== text.toUpperCase())
    .map((text) => {
      const known = new Map<string, string>();
      const once = (key: string, make: () => string): string => {
        const name = known.get(key) ?? make();
        known.set(key, name);
        return name;
      };
      const replace = (name: string, tag: string): string => {
        if (tag === 'PER') {
          const words = name.split(' ');
          return words
            .map((word, i) => {
              if (!isPlain(word)) return word;
              const isFirst = i === 0 && words.length > 1;
              return once(`PER ${word}`, () =>
                isFirst ? pick(pools.given, 'given') : pick(pools.family, 'family'),
              );
            })
            .join(' ');
        }
        if (!/^\p{Lu}/u.test(name) || (name.length > 1 && name === name.toUpperCase())) return name;
        if (tag === 'LOC') return once(`LOC ${name}`, () => pick(pools.places, 'place'));
        if (tag === 'ORG') return once(`ORG ${name}`, () => pool(pools.organisations, random));
        return name;
      };
      return replaceSpans(text, replace);
    });
}

function pool(names: readonly string[], random: () => number): string {
  return names[Math.floor(random() * names.length)] ?? 'Reuters';
}

function isPlain(word: string): boolean {
  return /^\p{Lu}\p{Ll}{2,}$/u.test(word);
}

function readPools(texts: readonly CorpusText[]): Pools {
  const given: string[] = [];
  const family: string[] = [];
  const places: string[] = [];
  const organisations: string[] = [];
  for (const { text, gold } of texts) {
    for (const { start, end, tag } of gold) {
      const name = text.slice(start, end);
      if (!/^\p{Lu}/u.test(name) || name.includes('\n')) continue;
      const words = name.split(' ');
      if (tag === 'LOC') places.push(name);
      else if (tag === 'ORG') organisations.push(name);
      else if (tag === 'PER') {
        const [first = '', last = ''] = [words[0], words.at(-1)];
        if (words.length > 1 && isPlain(first)) given.push(first);
        if (isPlain(last)) family.push(last);
      }
    }
  }
  return { given, family, places, organisations };
}

function replaceSpans(
  { text, gold, ...rest }: CorpusText,
  replace: (name: string, tag: string) => string,
): CorpusText {
  let written = '';
  let at = 0;
  const moved: GoldSpan[] = [];
  for (const { start, end, tag } of gold) {
    written += text.slice(at, start);
    const from = written.length;
    written += replace(text.slice(start, end), tag);
    moved.push({ start: from, end: written.length, tag });
    at = end;
  }
  return { ...rest, text: written + text.slice(at), gold: moved };
}
