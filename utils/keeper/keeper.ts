import {
  countRows,
  emptyTally,
  isCopyDue,
  isLoss,
  judge,
  type Tallies,
  type Tally,
} from '../backup/index.ts';
import { headKey } from '../db/changes.ts';
import type { Library } from '../db/database.ts';
import { Failure } from '../model/failure.ts';
import { createId } from '../model/id.ts';
import type { LossReport } from '../model/safety.ts';
import { keptTables, makeCopy, tallyTable } from './copy.ts';
import { packRemains } from './remains.ts';
import { flushChanges } from './journal.ts';
import { writeRemains, writeReport } from './report.ts';
import { restore } from './restore.ts';
import { readHoldings, writeHoldings, type Shelf } from './shelf.ts';

/** What is in more rows than this is looked at when a copy is made; it would hold the reader up at the start. */
const mostRowsAtStart = 50_000;

/** ISO 8601 UTC. */
type Clock = () => string;

/**
 * Keeps copies of a library on a shelf, and puts the library back from them. What it does is done one after the
 * other; nothing of it holds up a write of the reader's.
 */
export class Keeper {
  readonly #library: Library;
  readonly #shelf: Shelf;
  readonly #now: Clock;
  #work: Promise<unknown> = Promise.resolve();
  #isFlushAsked = false;

  constructor(library: Library, shelf: Shelf, now: Clock) {
    this.#library = library;
    this.#shelf = shelf;
    this.#now = now;
  }

  /**
   * Looks whether the library is what it should be, and puts it back when it is not. Nothing may read or change the
   * library before that is done.
   * @param isThorough adds the rows up as well, which takes some 20 ms for 1,000; of a great library they are counted.
   * @returns what the reader is to be told, or `null`.
   * @throws {Failure} `storageNewer` when a newer version has written it.
   */
  async start(isThorough: boolean): Promise<LossReport | null> {
    return await this.#next(async () => {
      this.#library.recording.onLost = null;
      const { certificate } = await readHoldings(this.#shelf);
      // Written with a schema that this version does not know; its rows would be damaged.
      if ((certificate?.schema ?? 0) > this.#library.verno) throw new Failure('storageNewer');
      const head = (await this.#library.head.get(headKey)) ?? null;
      const found = isThorough && head !== null ? await this.#addUp(head.tallies) : null;
      const verdict = judge(certificate, head, found);
      const report = isLoss(verdict) ? await this.#putBack(verdict) : null;
      if (verdict === 'new') await this.#certify();
      if (verdict === 'uncertified' && head !== null) {
        const { id, last, tallies } = head;
        await writeHoldings(this.#shelf, {
          certificate: { id, last, tallies, schema: this.#library.verno },
          copies: [],
          journal: [],
        });
      }
      this.#library.recording.onStored = () => this.flushSoon();
      this.#library.recording.onLost = () => {
        this.start(true).catch((error: unknown) => console.error(error));
      };
      return report;
    });
  }

  /** Carries what was written over to the journal, once for all that is asked for while one is under way. */
  flushSoon(): void {
    if (this.#isFlushAsked) return;
    this.#isFlushAsked = true;
    void this.flush().catch((error: unknown) => console.error(error));
  }

  /** Carries what was written over to the journal, and makes a whole copy where it is time for one. */
  async flush(): Promise<void> {
    await this.#next(async () => {
      this.#isFlushAsked = false;
      await flushChanges(this.#library, this.#shelf);
    });
  }

  /** Makes a whole copy where it is time for one, and looks at every row on the way. */
  async copyWhenDue(): Promise<LossReport | null> {
    const { copies, journal } = await readHoldings(this.#shelf);
    const now = Date.parse(this.#now());
    return isCopyDue(copies, journal, { now, schema: this.#library.verno }) ? await this.copyNow() : null;
  }

  /** Makes a whole copy. @returns what the reader is to be told when the library turned out to be damaged. */
  async copyNow(): Promise<LossReport | null> {
    return await this.#next(async () => {
      await flushChanges(this.#library, this.#shelf);
      const damaged = await makeCopy(this.#library, this.#shelf, this.#now());
      return damaged.length === 0 ? null : await this.#putBack('damaged');
    });
  }

  /** One piece of work after the other, also after one that failed. */
  async #next<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#work.then(work, work);
    this.#work = mine.catch(() => undefined);
    return await mine;
  }

  /** @param expected what the rows should add up to. */
  async #addUp(expected: Tallies): Promise<Tallies> {
    const names = keptTables(this.#library);
    const tallies: Record<string, Tally> = {};
    for (const name of names) {
      const count = await this.#library.table(name).count();
      tallies[name] = { ...(expected[name] ?? emptyTally), count };
    }
    if (countRows(tallies) > mostRowsAtStart) return tallies;
    for (const name of names) tallies[name] = await tallyTable(this.#library, name);
    return tallies;
  }

  /** A library that nobody knows of yet is counted, row by row, and gets its id. */
  async #certify(): Promise<void> {
    const library = this.#library;
    const names = keptTables(library);
    const tables = names.map((name) => library.table(name));
    const id = createId();
    const tallies: Record<string, Tally> = {};
    await library.transaction('rw', [...tables, library.head], async () => {
      for (const name of names) {
        tallies[name] = await tallyTable(library, name);
      }
      await library.head.put({ key: headKey, id, last: 0, tallies, isRestoring: false });
    });
    const certificate = { id, last: 0, tallies, schema: library.verno };
    await writeHoldings(this.#shelf, { certificate, copies: [], journal: [] });
    if (countRows(tallies) > 0) await makeCopy(library, this.#shelf, this.#now());
  }

  async #putBack(loss: LossReport['loss']): Promise<LossReport | null> {
    const remains = loss === 'unfinished' ? null : await packRemains(this.#library);
    if (remains !== null) await writeRemains(this.#shelf, remains);
    const { rows, until, isWhole } = await restore(this.#library, this.#shelf);
    const report: LossReport = {
      at: this.#now(),
      loss,
      annotations: await this.#library.annotations.filter(({ deleted }) => deleted === null).count(),
      until,
      isWhole,
      hasRemains: remains !== null,
    };
    // A library that had nothing in it has lost nothing.
    if (rows === 0 && isWhole && remains === null) return null;
    await writeReport(this.#shelf, report);
    return report;
  }
}
