import {
  countRows,
  differingTables,
  followJournal,
  fromJson,
  unpack,
  type Certificate,
  type CopyEntry,
  type JournalEntry,
  type RowState,
  type Tallies,
} from '../backup/index.ts';
import { headKey, type ChangeRow } from '../db/changes.ts';
import type { Library } from '../db/database.ts';
import { keptTables } from './copy.ts';
import { lastStates, readEntries } from './journal.ts';
import { copyKeys, readHoldings, type Holdings, type Shelf } from './shelf.ts';

/** What came of putting the library back. */
export type Restored = {
  /** Rows that are there now. */
  readonly rows: number;
  /** When the latest change was made that is in it, ISO 8601 UTC; `null` when nothing could be put back. */
  readonly until: string | null;
  /** Whether everything is there that the certificate speaks of. */
  readonly isWhole: boolean;
};

const rowsAtOnce = 500;

/**
 * Puts the library back from the newest copy that can be read, and from the journal behind it. What is in the
 * library is replaced; changes that it wrote down and that are in no journal yet are made again at the end.
 * Interrupted, it is begun anew at the next start.
 */
export async function restore(library: Library, shelf: Shelf): Promise<Restored> {
  const holdings = await readHoldings(shelf);
  if (holdings.certificate === null) return nothing;
  const { id } = holdings.certificate;
  const left = await changesLeft(library, holdings.certificate);
  const journal = holdings.journal.filter((entry) => entry.id === id);
  const copies = holdings.copies.filter((copy) => copy.id === id).toSorted((a, b) => b.number - a.number);
  library.recording.isSilent = true;
  try {
    for (const copy of [...copies, null]) {
      const done = await restoreFrom(library, shelf, { copy, journal, left, holdings });
      if (done !== null) return done;
    }
  } finally {
    library.recording.isSilent = false;
  }
  // Nothing to put back, or nothing that can be read: what comes now is a library all the same.
  await finish(library, holdings.certificate.last);
  return { ...nothing, isWhole: holdings.certificate.last === 0 };
}

const nothing: Restored = { rows: 0, until: null, isWhole: false };

type Source = {
  /** `null`: the journal alone, from the library's first change on. */
  readonly copy: CopyEntry | null;
  readonly journal: readonly JournalEntry[];
  readonly left: readonly ChangeRow[];
  readonly holdings: Holdings;
};

/** `null` when the copy is damaged: the next older one may be whole. */
async function restoreFrom(library: Library, shelf: Shelf, source: Source): Promise<Restored | null> {
  const { copy, left, holdings } = source;
  const { id = '', last = 0, tallies: promised = null } = holdings.certificate ?? {};
  await empty(library, id);
  let until: string | null = copy?.at ?? null;
  if (copy !== null && !(await putCopy(library, shelf, copy))) return null;
  const { entries, isWhole: reachesEnd } = followJournal(source.journal, copy?.from ?? 0, last);
  if (copy === null && entries.length === 0) return null;
  let isWhole = reachesEnd;
  for (const entry of entries) {
    const changes = await readEntries(shelf, [entry]).catch(() => null);
    if (changes === null) {
      // What comes behind it builds on what is in it; but a row that is there is better than one that is not.
      isWhole = false;
      continue;
    }
    await putStates(library, lastStates(changes));
    until = entry.at;
  }
  await putStates(library, lastStates(left));
  until = left.at(-1)?.at ?? until;
  const tallies = await finish(library, Math.max(last, left.at(-1)?.n ?? 0));
  if (left.length === 0 && promised !== null) {
    isWhole &&= differingTables(tallies, promised).length === 0;
  }
  return { rows: countRows(tallies), until, isWhole };
}

async function finish(library: Library, last: number): Promise<Tallies> {
  return await library.transaction('rw', library.head, async () => {
    const head = await library.head.get(headKey);
    if (head === undefined) throw new Error('expected the library to have a head while it is put back');
    await library.head.put({ ...head, last, isRestoring: false });
    return head.tallies;
  });
}

/**
 * Changes that the library wrote down and nobody carried over; none when it is another library. What was carried over
 * already may have been overtaken.
 */
async function changesLeft(library: Library, { id, last }: Certificate): Promise<ChangeRow[]> {
  try {
    if ((await library.head.get(headKey))?.id !== id) await library.changes.clear();
    await library.changes.where('n').belowOrEqual(last).delete();
    return await library.changes.orderBy('n').toArray();
  } catch (error) {
    console.error(error);
    return [];
  }
}

async function empty(library: Library, id: string): Promise<void> {
  const tables = keptTables(library).map((name) => library.table(name));
  await library.transaction('rw', [...tables, library.head], async () => {
    await Promise.all(tables.map(async (table) => await table.clear()));
    await library.head.put({ key: headKey, id, last: 0, tallies: {}, isRestoring: true });
  });
}

async function putCopy(library: Library, shelf: Shelf, copy: CopyEntry): Promise<boolean> {
  for (const key of copyKeys(copy)) {
    const items = await shelf.get([key]);
    const text = await unpack(items[key]).catch(() => null);
    if (text === null) return false;
    await putStates(
      library,
      text.split('\n').map((line) => fromJson(line) as RowState),
    );
  }
  return true;
}

async function putStates(library: Library, states: readonly RowState[]): Promise<void> {
  const known = new Set(keptTables(library));
  for (let at = 0; at < states.length; at += rowsAtOnce) {
    const some = states.slice(at, at + rowsAtOnce).filter(({ table }) => known.has(table));
    const byTable = Map.groupBy(some, ({ table }) => table);
    const tables = [...byTable.keys()].map((name) => library.table(name));
    if (tables.length === 0) continue;
    await library.transaction('rw', tables, async () => {
      for (const [name, rows] of byTable) {
        const table = library.table(name);
        await table.bulkPut(rows.flatMap(({ value }) => (value === undefined ? [] : [value])));
        await table.bulkDelete(rows.flatMap(({ key, value }) => (value === undefined ? [key] : [])));
      }
    });
  }
}
