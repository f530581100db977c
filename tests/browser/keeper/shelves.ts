import { keptTables, readRows } from '../../../utils/keeper/copy.ts';
import type { Library } from '../../../utils/db/database.ts';
import type { Shelf } from '../../../utils/keeper/shelf.ts';

/** A shelf in memory that takes what `storage.local` takes, and hands out copies as it does. */
export function createShelf(): Shelf & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    async get(keys) {
      const found = keys.filter((key) => items.has(key));
      return Object.fromEntries(found.map((key) => [key, JSON.parse(items.get(key) ?? 'null') as unknown]));
    },
    async set(next) {
      for (const [key, value] of Object.entries(next)) items.set(key, JSON.stringify(value));
    },
    async remove(keys) {
      for (const key of keys) items.delete(key);
    },
  };
}

/** Every row of every table that copies hold. */
export async function dump(library: Library): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of keptTables(library)) {
    rows[table] = [];
    for await (const { value } of readRows(library, table)) rows[table].push(value);
  }
  return rows;
}
