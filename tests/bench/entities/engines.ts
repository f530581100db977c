import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTagger, decodeNameSets, suggestEntities, type Tagger } from '../../../utils/entities/index.ts';
import type { TypedSpan } from './score.ts';

/** Whatever finds entities in a text of a language; `null` for a language that it does not do. */
export type Engine = {
  readonly name: string;
  readonly find: (text: string, lang: string) => TypedSpan[] | null;
};

/** The taggers in a folder of models, by language. */
export function readTaggers(folder: string): Map<string, Tagger> {
  const taggers = new Map<string, Tagger>();
  if (!existsSync(join(folder, 'names.bin'))) return taggers;
  const names = decodeNameSets(readFileSync(join(folder, 'names.bin')));
  for (const lang of ['en', 'de', 'vi']) {
    const path = join(folder, `${lang}.bin`);
    if (existsSync(path)) taggers.set(lang, createTagger(readFileSync(path), names));
  }
  return taggers;
}

export function makeEngines(taggers: ReadonlyMap<string, Tagger>): Engine[] {
  return [
    {
      name: 'pressmark',
      find(text, lang) {
        const tagger = taggers.get(lang);
        return suggestEntities(text, { lang, ...(tagger && { tagger }) });
      },
    },
    { name: 'rules', find: (text, lang) => suggestEntities(text, { lang }) },
  ];
}

/** The library `compromise`, which does English; `null` where it is not installed. */
export async function loadCompromise(): Promise<Engine | null> {
  try {
    const { default: nlp } = await import('compromise');
    return {
      name: 'compromise',
      find(text, lang) {
        if (lang !== 'en') return null;
        const parsed = nlp(text);
        const read = (view: { json: (options: object) => unknown }, type: string): TypedSpan[] =>
          (
            view.json({ offset: true, text: true }) as {
              text: string;
              offset?: { start: number; length: number };
            }[]
          ).flatMap(({ text: words, offset }) => {
            if (offset === undefined) return [];
            // Its spans take punctuation after the name, and a possessive ending.
            const name = words.trim().replace(/(?:['’]s)?[\s.,;:!?)"”'’]*$/u, '');
            const start = text.indexOf(name, offset.start);
            return start === -1 || name === '' ? [] : [{ start, end: start + name.length, type }];
          });
        return [
          ...read(parsed.people(), 'person'),
          ...read(parsed.places(), 'place'),
          ...read(parsed.organizations(), 'organisation'),
        ];
      },
    };
  } catch {
    // Measuring goes on without the peer; the report says so.
    return null;
  }
}
