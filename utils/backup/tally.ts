import { toJson } from './codec.ts';

/**
 * How many rows a table has, and a sum over all of them that does not depend on their order. A row that is lost, or
 * that holds something else than what was written, changes the sum; rows are added and taken away one by one.
 */
export type Tally = { readonly count: number; readonly high: number; readonly low: number };

/** The tally of each table. */
export type Tallies = Readonly<Record<string, Tally>>;

export type Key = string | number;
/** A row of a table, or that there is none any more. */
export type RowState = { readonly table: string; readonly key: Key; readonly value: unknown };

export const emptyTally: Tally = { count: 0, high: 0, low: 0 };

/** The tally once a row has come (`by` 1) or gone (-1). */
export function tallyRow(tally: Tally, row: RowState, by: 1 | -1): Tally {
  const { high, low } = digestOf(row);
  return { count: tally.count + by, high: (tally.high ^ high) >>> 0, low: (tally.low ^ low) >>> 0 };
}

/** The tables of which two tallies differ; a table without rows needs no tally. */
export function differingTables(a: Tallies, b: Tallies): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((table) => {
    const one = a[table] ?? emptyTally;
    const other = b[table] ?? emptyTally;
    return one.count !== other.count || one.high !== other.high || one.low !== other.low;
  });
}

/** How many rows all tables have together. */
export function countRows(tallies: Tallies): number {
  return Object.values(tallies).reduce((sum, { count }) => sum + count, 0);
}

/**
 * Two lanes of 32 bits, mixed as MurmurHash3 mixes (Appleby, public domain). It guards against accidents, not against
 * somebody who wants two rows to look alike.
 */
function digestOf({ table, key, value }: RowState): { readonly high: number; readonly low: number } {
  const text = `${table}\n${typeof key}:${key}\n${toJson(value)}`;
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0xcc9e2d51);
    low = Math.imul(low ^ unit, 0x1b873593);
    high = (high << 13) | (high >>> 19);
    low = (low << 15) | (low >>> 17);
  }
  return { high: finish(high ^ low), low: finish(low + high) };
}

function finish(lane: number): number {
  let mixed = lane;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
