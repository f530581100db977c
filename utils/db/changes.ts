import type {
  DBCore,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import {
  emptyTally,
  tallyRow,
  type Head,
  type Key,
  type RowState,
  type Tallies,
  type Tally,
} from '../backup/index.ts';

/** Changes that are not in the journal yet, one row for each write to a table. */
export type ChangeRow = { readonly n: number; readonly at: string; readonly states: readonly RowState[] };

/** The one row of the table `head`. */
export type HeadRow = Head & { readonly key: typeof headKey };

export const headKey = 'library';
export const ownTables: readonly string[] = ['head', 'changes'];

/** What the recorder does with a change, and whom it tells. */
export type Recording = {
  /** While copies are put back, what is written is counted, and is no change. */
  isSilent: boolean;
  /** Called when changes are durable. */
  onStored: () => void;
  /** Called when the library is not the one that it was: taken away and made anew. Absent, such a one is written to. */
  onLost: (() => void) | null;
};

/**
 * Writes down every change of every table in the transaction that makes it, so that no write can forget it: what each
 * row became, and how many rows there are. Innermost, so that it sees what is stored, and not what was asked for.
 */
export function recordChanges(recording: Recording): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'recordChanges',
    level: -2,
    create(core) {
      const names = new Set(core.schema.tables.map(({ name }) => name));
      // An older schema, while it is being upgraded, has no place for it yet.
      if (!ownTables.every((own) => names.has(own))) return core;
      return {
        ...core,
        transaction(stores, mode, options) {
          const isChange = mode === 'readwrite' && stores.some((store) => !ownTables.includes(store));
          if (!isChange) return core.transaction(stores, mode, options);
          const trans = core.transaction([...new Set([...stores, ...ownTables])], mode, options);
          (trans as unknown as IDBTransaction).addEventListener('complete', () => {
            if (!recording.isSilent) recording.onStored();
          });
          return trans;
        },
        table(name) {
          const table = core.table(name);
          if (ownTables.includes(name)) return table;
          return { ...table, mutate: (request) => mutate(core, { table, request, recording }) };
        },
      };
    },
  };
}

type Mutation = {
  readonly table: DBCoreTable;
  readonly request: DBCoreMutateRequest;
  readonly recording: Recording;
};

/** The head as the transaction leaves it; writes that run side by side in it go on from each other. */
type Heading = { row: HeadRow | null };
const headings = new WeakMap<DBCoreTransaction, Promise<Heading>>();

function headingOf(core: DBCore, trans: DBCoreTransaction): Promise<Heading> {
  const known = headings.get(trans);
  if (known !== undefined) return known;
  const asked = core
    .table('head')
    .get({ trans, key: headKey })
    .then((row: HeadRow | undefined): Heading => ({ row: row ?? null }));
  headings.set(trans, asked);
  return asked;
}

/** In `then`s: the transaction stays alive only in the promises of the store itself. */
function mutate(core: DBCore, { table, request, recording }: Mutation): Promise<DBCoreMutateResponse> {
  const { trans } = request;
  return headingOf(core, trans).then((heading) => {
    if (heading.row === null) {
      if (recording.onLost === null) return table.mutate(request);
      recording.onLost();
      throw new Error('expected the library that was opened, and found an empty one');
    }
    return rowsBefore(table, request).then((before) =>
      table.mutate(request).then((response) => {
        const { row } = heading;
        const { gone, states } = whatBecame(before, rowsAfter(table, request, response), request.type);
        if (row === null || states.length === 0) return response;
        const tallies = tallyChange(row.tallies, gone, states);
        const n = recording.isSilent ? row.last : row.last + 1;
        heading.row = { ...row, last: n, tallies };
        const stored = core.table('head').mutate({ trans, type: 'put', values: [heading.row] });
        if (recording.isSilent) return stored.then(() => response);
        const change: ChangeRow = { n, at: new Date().toISOString(), states };
        const noted = core.table('changes').mutate({ trans, type: 'add', values: [change] });
        return stored.then(() => noted).then(() => response);
      }),
    );
  });
}

type Before = readonly RowState[];

function rowsBefore(table: DBCoreTable, request: DBCoreMutateRequest): Promise<Before> {
  const { trans } = request;
  const { primaryKey } = table.schema;
  const named = (values: readonly unknown[]): Before =>
    values.flatMap((value) =>
      value === undefined ? [] : [{ table: table.name, key: primaryKey.extractKey?.(value) as Key, value }],
    );
  if (request.type === 'deleteRange') {
    const query = { index: primaryKey, range: request.range };
    return table.query({ trans, values: true, query }).then(({ result }) => named(result));
  }
  // What is added was not there, or the addition fails.
  const keys = request.type === 'add' ? [] : keysOf(table, request);
  if (keys.length === 0) return Promise.resolve([]);
  return table.getMany({ trans, keys }).then(named);
}

function keysOf(table: DBCoreTable, request: DBCoreMutateRequest): Key[] {
  if (request.type === 'delete') return request.keys as Key[];
  if (request.type === 'deleteRange') return [];
  const keys = request.keys ?? request.values.map((value) => table.schema.primaryKey.extractKey?.(value));
  return (keys as (Key | undefined)[]).filter((key) => key !== undefined);
}

/** The rows as they are stored now, with the keys that the store made. */
function rowsAfter(
  table: DBCoreTable,
  request: DBCoreMutateRequest,
  { results, failures }: DBCoreMutateResponse,
): RowState[] {
  if (request.type !== 'add' && request.type !== 'put') return [];
  const { keyPath } = table.schema.primaryKey;
  return request.values.flatMap((value: unknown, index): RowState[] => {
    if (failures[index] !== undefined) return [];
    const key = results?.[index] as Key;
    const isComplete = typeof keyPath !== 'string' || Object.hasOwn(value as object, keyPath);
    const stored = isComplete ? value : { ...(value as object), [keyPath]: key };
    return [{ table: table.name, key, value: stored }];
  });
}

/** What was replaced or taken away, and what each row became; of a key that was written twice, the last counts. */
function whatBecame(
  before: Before,
  after: readonly RowState[],
  type: DBCoreMutateRequest['type'],
): { readonly gone: Before; readonly states: readonly RowState[] } {
  const was = new Map(before.map((row) => [row.key, row]));
  const is = new Map(after.map((row) => [row.key, row]));
  if (type === 'delete' || type === 'deleteRange') {
    const states = [...was.values()].map(({ table, key }) => ({ table, key, value: undefined }));
    return { gone: [...was.values()], states };
  }
  // A row that could not be replaced is as it was.
  return { gone: [...was.values()].filter(({ key }) => is.has(key)), states: [...is.values()] };
}

function tallyChange(tallies: Tallies, gone: Before, states: readonly RowState[]): Tallies {
  const next: Record<string, Tally> = { ...tallies };
  for (const row of gone) next[row.table] = tallyRow(next[row.table] ?? emptyTally, row, -1);
  for (const row of states) {
    if (row.value !== undefined) next[row.table] = tallyRow(next[row.table] ?? emptyTally, row, 1);
  }
  return next;
}
