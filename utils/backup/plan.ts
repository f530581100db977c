/** A whole copy of the library, in parts. It holds at least every change up to `from`; the journal has the later ones. */
export type CopyEntry = {
  readonly number: number;
  readonly id: string;
  readonly from: number;
  readonly schema: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly parts: number;
  readonly rows: number;
  /** Of the packed text. */
  readonly bytes: number;
};

/** Changes in a row, first and last counted in. */
export type JournalEntry = {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly schema: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly bytes: number;
};

/** So many whole copies are kept: should the newest be damaged, there is another. */
const keptCopies = 2;

/** The copies that are no longer needed, and the journal entries that no copy needs that stays. */
export function findOutdated(
  copies: readonly CopyEntry[],
  journal: readonly JournalEntry[],
): { readonly copies: readonly CopyEntry[]; readonly journal: readonly JournalEntry[] } {
  const newest = copies.toSorted((a, b) => b.number - a.number);
  const kept = newest.slice(0, keptCopies);
  const from = Math.min(...kept.map((copy) => copy.from));
  return {
    copies: newest.slice(keptCopies),
    // While there is no second copy, the journal alone can stand in for it.
    journal: kept.length < keptCopies ? [] : journal.filter(({ last }) => last <= from),
  };
}

/** The journal entries behind a change, in order, up to where one is missing, and whether that is all of them. */
export function followJournal(
  journal: readonly JournalEntry[],
  from: number,
  until: number,
): { readonly entries: readonly JournalEntry[]; readonly isWhole: boolean } {
  const entries: JournalEntry[] = [];
  let reached = from;
  for (const entry of journal.toSorted((a, b) => a.first - b.first)) {
    if (entry.last <= reached) continue;
    if (entry.first > reached + 1) break;
    entries.push(entry);
    reached = entry.last;
  }
  return { entries, isWhole: reached >= until };
}

/** The journal may grow to this before a new copy is made that it starts anew from. */
const mostJournalBytes = 4_000_000;
const copyEveryMs = 24 * 60 * 60 * 1000;

/** Whether it is time for a new whole copy. @param now milliseconds since 1970 */
export function isCopyDue(
  copies: readonly CopyEntry[],
  journal: readonly JournalEntry[],
  { now, schema }: { readonly now: number; readonly schema: number },
): boolean {
  const newest = copies.toSorted((a, b) => b.number - a.number)[0];
  if (newest === undefined || newest.schema !== schema) return true;
  const later = journal.filter(({ last }) => last > newest.from);
  const bytes = later.reduce((sum, entry) => sum + entry.bytes, 0);
  return bytes > mostJournalBytes || (later.length > 0 && now - Date.parse(newest.at) > copyEveryMs);
}
