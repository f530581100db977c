import type { Library } from './database.ts';

/** Keeps what was typed under a key, replacing what was there. */
export async function saveDraft(
  library: Library,
  draft: { key: string; value: string },
  now: string,
): Promise<void> {
  await library.drafts.put({ ...draft, modified: now });
}

/** What was typed under a key, or `null`. */
export async function readDraft(library: Library, key: string): Promise<string | null> {
  return (await library.drafts.get(key))?.value ?? null;
}

/** What was typed under each key, `null` where nothing was, in one read. */
export async function readDrafts(library: Library, keys: readonly string[]): Promise<(string | null)[]> {
  const drafts = await library.drafts.bulkGet([...keys]);
  return drafts.map((draft) => draft?.value ?? null);
}

/** Forgets what was typed under a key. */
export async function discardDraft(library: Library, key: string): Promise<void> {
  await library.drafts.delete(key);
}
