import {
  differingTables,
  emptyTally,
  findOutdated,
  pack,
  tallyRow,
  toJson,
  type CopyEntry,
  type Key,
  type RowState,
  type Tallies,
  type Tally,
} from '../backup/index.ts';
import { headKey, ownTables } from '../db/changes.ts';
import type { Library } from '../db/database.ts';
import { copyKey, copyKeys, journalKey, readHoldings, writeHoldings, type Shelf } from './shelf.ts';

/** Rows are read in pages of so many, and packed in parts of about so many characters. */
const rowsAtOnce = 500;
const partLength = 1_000_000;

/** The names of the tables that copies hold. */
export function keptTables(library: Library): string[] {
  return library.tables.map(({ name }) => name).filter((name) => !ownTables.includes(name));
}

/**
 * Makes a whole copy of the library, and drops what it makes superfluous. What is written meanwhile may be in it or
 * not: the journal has it too, and says what each row became in the end. The rows are added up on the way; where
 * nothing was written meanwhile and the sum is not what the library says of itself, nothing is kept of the copy.
 * @returns the tables that are damaged; none when the copy is made.
 */
export async function makeCopy(library: Library, shelf: Shelf, now: string): Promise<readonly string[]> {
  const before = await library.head.get(headKey);
  if (before === undefined) return [];
  const holdings = await readHoldings(shelf);
  const number = Math.max(0, ...holdings.copies.map((copy) => copy.number)) + 1;
  const { parts, rows, bytes, tallies } = await writeParts(library, shelf, number);
  const after = await library.head.get(headKey);
  const damaged = after?.last === before.last ? differingTables(before.tallies, tallies) : [];
  if (damaged.length > 0) {
    await shelf.remove(copyKeys({ number, parts }));
    return damaged;
  }
  const copy: CopyEntry = {
    number,
    id: before.id,
    from: before.last,
    schema: library.verno,
    at: now,
    parts,
    rows,
    bytes,
  };
  // Changes may have been carried over meanwhile.
  const current = await readHoldings(shelf);
  const copies = [...current.copies.filter(({ id }) => id === before.id), copy];
  const outdated = findOutdated(copies, current.journal);
  await writeHoldings(shelf, {
    certificate: current.certificate,
    copies: copies.filter((one) => !outdated.copies.includes(one)),
    journal: current.journal.filter((one) => !outdated.journal.includes(one)),
  });
  const superfluous = [...outdated.copies, ...current.copies.filter(({ id }) => id !== before.id)];
  await shelf.remove([...superfluous.flatMap(copyKeys), ...outdated.journal.map(journalKey)]);
  return [];
}

type Written = { parts: number; rows: number; bytes: number; tallies: Tallies };

async function writeParts(library: Library, shelf: Shelf, number: number): Promise<Written> {
  const written = { parts: 0, rows: 0, bytes: 0 };
  const tallies: Record<string, Tally> = {};
  let lines: string[] = [];
  let length = 0;
  const store = async (): Promise<void> => {
    const packed = await pack(lines.join('\n'));
    await shelf.set({ [copyKey(number, written.parts)]: packed });
    written.parts += 1;
    written.bytes += packed.data.length;
    lines = [];
    length = 0;
  };
  for (const table of keptTables(library)) {
    for await (const state of readRows(library, table)) {
      tallies[table] = tallyRow(tallies[table] ?? emptyTally, state, 1);
      const line = toJson(state);
      lines.push(line);
      length += line.length;
      written.rows += 1;
      if (length >= partLength) await store();
    }
  }
  if (lines.length > 0) await store();
  return { ...written, tallies };
}

/** What the rows of a table add up to. */
export async function tallyTable(library: Library, table: string): Promise<Tally> {
  let tally = emptyTally;
  for await (const state of readRows(library, table)) tally = tallyRow(tally, state, 1);
  return tally;
}

/** All rows of a table in the order of their keys; each page of them is a transaction of its own. */
export async function* readRows(library: Library, table: string): AsyncGenerator<RowState> {
  const { primKey } = library.table(table).schema;
  let after: Key | null = null;
  for (;;) {
    const rows = library.table<unknown, Key>(table).orderBy(primKey.keyPath as string);
    const behind = after === null ? rows : library.table<unknown, Key>(table).where(':id').above(after);
    const page: unknown[] = await behind.limit(rowsAtOnce).toArray();
    for (const value of page) {
      const key = (value as Record<string, Key>)[primKey.keyPath as string] as Key;
      after = key;
      yield { table, key, value };
    }
    if (page.length < rowsAtOnce) return;
  }
}
