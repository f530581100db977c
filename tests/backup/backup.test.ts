// @vitest-environment node
import { Buffer } from 'node:buffer';
import { assert, constantFrom, jsonValue, property, record, string, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DamagedCopy,
  differingTables,
  emptyTally,
  findOutdated,
  followJournal,
  fromJson,
  isCopyDue,
  judge,
  pack,
  tallyRow,
  toJson,
  unpack,
  type Certificate,
  type CopyEntry,
  type Head,
  type JournalEntry,
  type RowState,
} from '../../utils/backup/index.ts';

describe('toJson and fromJson', () => {
  it('give back plain data and bytes', () => {
    const row = {
      id: 'a',
      note: 'Phí cảng “tăng”',
      tags: ['x'],
      weights: Uint8Array.of(0, 255, 7),
      none: null,
    };
    expect(fromJson(toJson(row))).toEqual(row);
    const numbers = { slots: Int32Array.of(-1, 70_000), steps: Float32Array.of(0.5, -2).subarray(1) };
    expect(fromJson(toJson(numbers))).toEqual({ slots: numbers.slots, steps: Float32Array.of(-2) });
    const { buffer } = fromJson(toJson({ buffer: Uint8Array.of(1, 2, 3).buffer })) as { buffer: ArrayBuffer };
    expect([...new Uint8Array(buffer)]).toEqual([1, 2, 3]);
  });

  it('give back any JSON', () => {
    assert(
      property(jsonValue(), (value) => {
        expect(fromJson(toJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('pack and unpack', () => {
  it('give back the text', async () => {
    const text = 'Hoàng Lan nói rằng phí cảng sẽ tăng. '.repeat(500);
    const packed = await pack(text);
    expect(packed.data.length).toBeLessThan(text.length / 10);
    expect(await unpack(packed)).toBe(text);
  });

  it('refuse what is not what was packed, wherever it was changed', async () => {
    const { sum, data } = await pack('Bridgetown, Tuesday');
    for (let at = 0; at < data.length - 4; at++) {
      const changed = `${data.slice(0, at)}${data[at] === 'A' ? 'B' : 'A'}${data.slice(at + 1)}`;
      await expect(unpack({ sum, data: changed })).rejects.toBeInstanceOf(DamagedCopy);
    }
  });

  it.each([undefined, null, 7, {}, { sum: '', data: '' }, { sum: 'x', data: '!' }])(
    'refuse %j',
    async (item) => {
      await expect(unpack(item)).rejects.toBeInstanceOf(DamagedCopy);
    },
  );
});

describe('tallyRow', () => {
  const rows = uniqueArray(
    record({ table: constantFrom('pages', 'acts'), key: string(), value: jsonValue() }),
    { selector: ({ table, key }) => `${table} ${key}`, maxLength: 30 },
  );
  const tallyAll = (all: readonly RowState[]): ReturnType<typeof tallyRow> =>
    all.reduce((tally, row) => tallyRow(tally, row, 1), emptyTally);

  it('does not depend on the order, and forgets what went', () => {
    assert(
      property(rows, rows, (some, others) => {
        const tally = others.reduce((sum, row) => tallyRow(sum, row, -1), tallyAll([...others, ...some]));
        expect(tally).toEqual(tallyAll(some.toReversed()));
      }),
    );
  });

  it('differs by one letter, one key, one table', () => {
    const row: RowState = { table: 'pages', key: 'a', value: { title: 'Levy' } };
    const others: RowState[] = [
      { ...row, value: { title: 'Lavy' } },
      { ...row, key: 'b' },
      { ...row, table: 'acts' },
    ];
    for (const other of others) {
      expect(differingTables({ t: tallyAll([row]) }, { t: tallyAll([other]) })).toEqual(['t']);
    }
    expect(differingTables({ t: tallyAll([row]), empty: emptyTally }, { t: tallyAll([row]) })).toEqual([]);
  });
});

describe('judge', () => {
  const certificate: Certificate = { id: 'one', last: 5, schema: 6, tallies: null };
  const head: Head = {
    id: 'one',
    last: 5,
    tallies: { pages: { ...emptyTally, count: 2 } },
    isRestoring: false,
  };

  it.each([
    ['new', null, null, null],
    ['uncertified', null, head, null],
    ['fine', certificate, head, null],
    ['fine', certificate, head, head.tallies],
    ['damaged', certificate, head, { pages: { ...emptyTally, count: 2, low: 7 } }],
    ['fine', certificate, { ...head, last: 9 }, null],
    ['vanished', certificate, null, null],
    ['vanished', certificate, { ...head, id: 'other' }, null],
    ['behind', certificate, { ...head, last: 4 }, null],
    ['short', certificate, head, { pages: { ...emptyTally, count: 1 } }],
    ['short', certificate, head, {}],
    ['short', certificate, head, { ...head.tallies, acts: { ...emptyTally, count: 1 } }],
    ['unfinished', certificate, { ...head, isRestoring: true }, null],
  ] as const)('says %s', (verdict, of, as, found) => {
    expect(judge(of, as, found)).toBe(verdict);
  });
});

const copy = (number: number, from: number): CopyEntry => ({
  number,
  id: 'one',
  from,
  schema: 6,
  at: `2026-11-20T07:0${number}:00.000Z`,
  parts: 1,
  rows: 1,
  bytes: 10,
});
const entry = (first: number, last: number): JournalEntry => ({
  id: 'one',
  first,
  last,
  schema: 6,
  at: '2026-11-20T07:30:00.000Z',
  bytes: 10,
});

describe('findOutdated', () => {
  it('keeps two copies, and what happened since the older one', () => {
    const copies = [copy(1, 5), copy(2, 10), copy(3, 15)];
    const journal = [entry(1, 5), entry(6, 10), entry(11, 15), entry(16, 20)];
    expect(findOutdated(copies, journal)).toEqual({ copies: [copies[0]], journal: journal.slice(0, 2) });
  });

  it('keeps the whole journal beside a single copy', () => {
    expect(findOutdated([copy(1, 5)], [entry(1, 5)])).toEqual({ copies: [], journal: [] });
  });
});

describe('followJournal', () => {
  it('goes on from a copy in the middle of an entry', () => {
    const journal = [entry(1, 5), entry(6, 10), entry(11, 12)];
    expect(followJournal(journal, 7, 12)).toEqual({ entries: journal.slice(1), isWhole: true });
  });

  it('ends at a gap, and says so', () => {
    expect(followJournal([entry(1, 5), entry(7, 9)], 0, 9)).toEqual({
      entries: [entry(1, 5)],
      isWhole: false,
    });
  });

  it('reads entries that overlap', () => {
    const journal = [entry(1, 5), entry(4, 9)];
    expect(followJournal(journal, 0, 9)).toEqual({ entries: journal, isWhole: true });
  });
});

describe('isCopyDue', () => {
  const now = Date.parse('2026-11-20T12:00:00.000Z');

  it('is at once where there is none, or none of this schema', () => {
    expect(isCopyDue([], [], { now, schema: 6 })).toBe(true);
    expect(isCopyDue([copy(1, 5)], [], { now, schema: 7 })).toBe(true);
  });

  it('is after a day, when something was written since', () => {
    const day = 24 * 60 * 60 * 1000;
    expect(isCopyDue([copy(1, 5)], [entry(6, 7)], { now, schema: 6 })).toBe(false);
    expect(isCopyDue([copy(1, 5)], [entry(6, 7)], { now: now + day, schema: 6 })).toBe(true);
    expect(isCopyDue([copy(1, 5)], [entry(1, 5)], { now: now + day, schema: 6 })).toBe(false);
  });

  it('is when the journal has grown', () => {
    expect(isCopyDue([copy(1, 5)], [{ ...entry(6, 7), bytes: 5_000_000 }], { now, schema: 6 })).toBe(true);
  });
});

it('has base64 that others read', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);
  expect(JSON.parse(toJson(bytes))).toMatchObject({
    as: 'Uint8Array',
    '$pressmark-bytes': Buffer.from(bytes).toString('base64'),
  });
});
