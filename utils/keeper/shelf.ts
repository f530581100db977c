import * as v from 'valibot';
import type { Certificate, CopyEntry, JournalEntry } from '../backup/index.ts';

/**
 * Where copies lie: named items, apart from the database, a set of them stored whole or not at all. In the browser
 * `storage.local`, which outlives the database when that is damaged or taken away.
 */
export type Shelf = {
  readonly get: (keys: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  readonly set: (items: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
};

/** What lies on the shelf. */
export type Holdings = {
  readonly certificate: Certificate | null;
  readonly copies: readonly CopyEntry[];
  readonly journal: readonly JournalEntry[];
};

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tally = v.object({ count, high: count, low: count });
const certificate = v.object({
  id: v.string(),
  last: count,
  schema: v.number(),
  tallies: v.nullable(v.record(v.string(), tally)),
});
const copyEntry = v.object({
  number: count,
  id: v.string(),
  from: count,
  schema: v.number(),
  at: v.string(),
  parts: count,
  rows: count,
  bytes: count,
});
const journalEntry = v.object({
  id: v.string(),
  first: count,
  last: count,
  schema: v.number(),
  at: v.string(),
  bytes: count,
});
const holdings = v.object({
  certificate: v.nullable(certificate),
  copies: v.array(copyEntry),
  journal: v.array(journalEntry),
});

const holdingsKey = 'holdings';
/** The certificate by itself, should the rest not be readable. */
const certificateKey = 'certificate';

/** The name of a journal entry's item. */
export function journalKey({ first }: Pick<JournalEntry, 'first'>): string {
  return `journal/${first}`;
}

/** The names of a copy's items. */
export function copyKeys({ number, parts }: Pick<CopyEntry, 'number' | 'parts'>): string[] {
  return Array.from({ length: parts }, (_, part) => copyKey(number, part));
}

/** The name of a part of a copy. */
export function copyKey(number: number, part: number): string {
  return `copy/${number}/${part}`;
}

/** What lies there, as far as it can be read. */
export async function readHoldings(shelf: Shelf): Promise<Holdings> {
  const items = await shelf.get([holdingsKey, certificateKey]);
  const whole = v.safeParse(holdings, items[holdingsKey]);
  if (whole.success) return whole.output;
  const alone = v.safeParse(certificate, items[certificateKey]);
  return { certificate: alone.success ? alone.output : null, copies: [], journal: [] };
}

/** Stores what lies there, together with items that are new. */
export async function writeHoldings(
  shelf: Shelf,
  next: Holdings,
  items: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await shelf.set({ ...items, [holdingsKey]: next, [certificateKey]: next.certificate });
}
