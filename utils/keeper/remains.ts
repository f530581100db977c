import { pack, toJson, type Packed } from '../backup/index.ts';
import type { Library } from '../db/database.ts';
import { keptTables, readRows } from './copy.ts';

/** As many characters as are kept of a damaged library: more would be in the way of the one that is put back. */
const mostLength = 50_000_000;

/**
 * What can be read of a library that is about to be replaced, one row a line; `null` when there is nothing. A table
 * that cannot be read ends where it cannot.
 */
export async function packRemains(library: Library): Promise<Packed | null> {
  const lines: string[] = [];
  let length = 0;
  for (const table of keptTables(library)) {
    try {
      for await (const state of readRows(library, table)) {
        const line = toJson(state);
        length += line.length;
        if (length > mostLength) break;
        lines.push(line);
      }
    } catch (error) {
      console.error(error);
    }
  }
  return lines.length === 0 ? null : await pack(lines.join('\n'));
}
