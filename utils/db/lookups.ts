import { entityKeyOf, type WikidataEntry } from '../model/entity.ts';
import type { Library } from './database.ts';

type Question = { readonly name: string; readonly lang: string };

const keyOf = ({ name, lang }: Question): string => JSON.stringify([lang, entityKeyOf(name)]);

/** What Wikidata answered to that question; `null` when it was not asked lately. */
export async function readLookup(
  library: Library,
  question: Question,
): Promise<readonly WikidataEntry[] | null> {
  const row = await library.lookups.get(keyOf(question));
  // Only `saveLookup` writes here.
  return row === undefined ? null : (row.value as readonly WikidataEntry[]);
}

/** Keeps an answer, so that the same question goes out once. */
export async function saveLookup(
  library: Library,
  question: Question & { readonly entries: readonly WikidataEntry[] },
  now: string,
): Promise<void> {
  await library.lookups.put({ key: keyOf(question), value: question.entries, at: now });
}
