import { differingTables, emptyTally, type Tallies } from './tally.ts';

/**
 * What is known of the library outside of it. Browsers make an empty database of a damaged one without a word; this
 * tells such a one from a library that is new.
 */
export type Certificate = {
  /** The library's own id, made when it was. */
  readonly id: string;
  /** The last change that is in the journal, counted from the library's first. */
  readonly last: number;
  /** The version of the schema that its rows have. */
  readonly schema: number;
  /** The rows of each table after that change; `null` where more changes were waiting. */
  readonly tallies: Tallies | null;
};

/** What the library says of itself; in the same transaction as each change. */
export type Head = {
  readonly id: string;
  readonly last: number;
  readonly tallies: Tallies;
  /** Whether it is being put back from copies: what is there is not all. */
  readonly isRestoring: boolean;
};

/**
 * - `new`: nothing is known of any library.
 * - `uncertified`: the library is there, what is known of it outside is not.
 * - `fine`
 * - `vanished`: another library, or none, where one was.
 * - `behind`: it does not know of changes that were stored.
 * - `short`: it has another number of rows than it should.
 * - `damaged`: it has as many rows as it should, and they are not what was written.
 * - `unfinished`: it was being put back, and that was interrupted.
 */
export type Verdict =
  | 'new'
  | 'uncertified'
  | 'fine'
  | 'vanished'
  | 'behind'
  | 'short'
  | 'damaged'
  | 'unfinished';

/** @param found what the rows of each table add up to; `null` where nobody looked. */
export function judge(certificate: Certificate | null, head: Head | null, found: Tallies | null): Verdict {
  if (certificate === null) return head === null ? 'new' : 'uncertified';
  if (head === null || head.id !== certificate.id) return 'vanished';
  if (head.isRestoring) return 'unfinished';
  if (head.last < certificate.last) return 'behind';
  if (found === null) return 'fine';
  const count = (tallies: Tallies, table: string): number => (tallies[table] ?? emptyTally).count;
  const differing = differingTables(head.tallies, found);
  if (differing.some((table) => count(found, table) !== count(head.tallies, table))) return 'short';
  return differing.length > 0 ? 'damaged' : 'fine';
}

/** Whether that verdict asks for the copies. */
export function isLoss(verdict: Verdict): verdict is Exclude<Verdict, 'new' | 'uncertified' | 'fine'> {
  return verdict !== 'new' && verdict !== 'uncertified' && verdict !== 'fine';
}
