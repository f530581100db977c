import { fromJson, pack, toJson, unpack, type JournalEntry, type RowState } from '../backup/index.ts';
import type { ChangeRow, HeadRow } from '../db/changes.ts';
import { headKey } from '../db/changes.ts';
import type { Library } from '../db/database.ts';
import { journalKey, readHoldings, writeHoldings, type Holdings, type Shelf } from './shelf.ts';

/** As many changes as go into an entry at once. */
const mostAtOnce = 500;
/** With more entries than this, small ones are put together. */
const mostEntries = 80;
/** Entries are put together up to this size. */
const entryBytes = 400_000;

/**
 * Carries the changes that the library has written down over to the shelf. Until they are there they stay in the
 * library; a worker that dies in between carries them over again, under the same name.
 */
export async function flushChanges(library: Library, shelf: Shelf): Promise<void> {
  for (;;) {
    const { changes, head } = await nextChanges(library);
    const first = changes[0];
    const last = changes.at(-1);
    if (head === undefined || first === undefined || last === undefined) return;
    const holdings = await readHoldings(shelf);
    const packed = await pack(changes.map(toJson).join('\n'));
    const entry: JournalEntry = {
      id: head.id,
      first: first.n,
      last: last.n,
      schema: library.verno,
      at: last.at,
      bytes: packed.data.length,
    };
    const isAll = last.n === head.last;
    const certificate = {
      id: head.id,
      last: last.n,
      schema: library.verno,
      tallies: isAll ? head.tallies : null,
    };
    const journal = [...holdings.journal.filter((old) => old.id === head.id && old.first < first.n), entry];
    const next: Holdings = { ...holdings, certificate, journal };
    await writeHoldings(shelf, next, { [journalKey(entry)]: packed });
    await library.changes.where('n').belowOrEqual(last.n).delete();
    await foldJournal(shelf, next);
  }
}

async function nextChanges(
  library: Library,
): Promise<{ readonly changes: readonly ChangeRow[]; readonly head: HeadRow | undefined }> {
  return await library.transaction('r', library.changes, library.head, async () => ({
    changes: await library.changes.orderBy('n').limit(mostAtOnce).toArray(),
    head: await library.head.get(headKey),
  }));
}

/** Puts neighbouring small entries together, so that there are never many. */
async function foldJournal(shelf: Shelf, holdings: Holdings): Promise<void> {
  if (holdings.journal.length <= mostEntries) return;
  const run = longestSmallRun(holdings.journal);
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined || run.length < 2) return;
  const changes = await readEntries(shelf, run);
  const packed = await pack(changes.map(toJson).join('\n'));
  const entry = { ...last, first: first.first, bytes: packed.data.length };
  const journal = holdings.journal.flatMap((old) =>
    old === first ? [entry] : run.includes(old) ? [] : [old],
  );
  await writeHoldings(shelf, { ...holdings, journal }, { [journalKey(entry)]: packed });
  await shelf.remove(run.slice(1).map(journalKey));
}

/** The neighbours of the same schema that together are no larger than an entry should be. */
function longestSmallRun(journal: readonly JournalEntry[]): JournalEntry[] {
  let best: JournalEntry[] = [];
  let run: JournalEntry[] = [];
  let bytes = 0;
  for (const entry of journal) {
    const before = run.at(-1);
    const goesOn =
      before === undefined || (before.last + 1 === entry.first && before.schema === entry.schema);
    if (!goesOn || bytes + entry.bytes > entryBytes) {
      run = [];
      bytes = 0;
    }
    run = [...run, entry];
    bytes += entry.bytes;
    if (run.length > best.length) best = run;
  }
  return best;
}

/** The changes of entries, in order. @throws {DamagedCopy} when one cannot be read. */
export async function readEntries(shelf: Shelf, entries: readonly JournalEntry[]): Promise<ChangeRow[]> {
  const changes: ChangeRow[] = [];
  for (const entry of entries) {
    const key = journalKey(entry);
    const items = await shelf.get([key]);
    const text = await unpack(items[key]);
    changes.push(...text.split('\n').map((line) => fromJson(line) as ChangeRow));
  }
  return changes;
}

/** The rows that changes leave, each as the last change made it. */
export function lastStates(changes: readonly Pick<ChangeRow, 'states'>[]): RowState[] {
  const states = new Map<string, RowState>();
  for (const change of changes) {
    for (const state of change.states) states.set(`${state.table}\n${typeof state.key}:${state.key}`, state);
  }
  return [...states.values()];
}
