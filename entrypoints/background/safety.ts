import { browser } from '#imports';
import type { Library } from '../../utils/db/database.ts';
import { toFailure } from '../../utils/db/failures.ts';
import { Keeper } from '../../utils/keeper/keeper.ts';
import { discardReport, readRemains, readReport } from '../../utils/keeper/report.ts';
import { readHoldings } from '../../utils/keeper/shelf.ts';
import type { ExtensionHandlers } from '../../utils/messaging/handle.ts';
import { Failure } from '../../utils/model/failure.ts';
import { ensureAlarm } from './alarms.ts';
import { createShelf } from './shelf.ts';

const copyAlarm = 'copy';
const hourMinutes = 60;
const startedKey = 'started';

export type SafetyCalls = Pick<
  ExtensionHandlers,
  'readSafety' | 'makeCopy' | 'discardReport' | 'readRemains'
>;

/** Looks after the library from the start of the worker, and answers what there is to say of it. */
export function keepSafe(library: Library): {
  /** Settles when the library may be used. @throws {Failure} `storageNewer` */
  readonly ready: Promise<void>;
  readonly calls: SafetyCalls;
} {
  const shelf = createShelf();
  const keeper = new Keeper(library, shelf, () => new Date().toISOString());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === copyAlarm) lookAfter(keeper).catch((error: unknown) => console.error(error));
  });
  const ready = start(keeper);
  // Each call that waits for it says so; here nobody does.
  ready.catch((error: unknown) => console.error(error));
  return {
    ready,
    calls: {
      async readSafety() {
        const { copies, journal, certificate } = await readHoldings(shelf);
        const own = copies.filter(({ id }) => id === certificate?.id);
        const newest = own.toSorted((a, b) => b.number - a.number);
        return {
          report: await readReport(shelf),
          copies: newest.map(({ at, rows, bytes }) => ({ at, rows, bytes })),
          until: journal.at(-1)?.at ?? newest[0]?.at ?? null,
        };
      },
      async makeCopy() {
        await keeper.copyNow().catch((error: unknown) => {
          throw toFailure(error);
        });
        return null;
      },
      async discardReport() {
        await discardReport(shelf);
        return null;
      },
      async readRemains() {
        return { gzip: (await readRemains(shelf))?.data ?? null };
      },
    },
  };
}

/** Other pages of ours write too, and nobody carries over at once what they wrote. */
async function lookAfter(keeper: Keeper): Promise<void> {
  await keeper.flush();
  await keeper.copyWhenDue();
}

async function start(keeper: Keeper): Promise<void> {
  try {
    const session = await browser.storage.session.get(startedKey);
    await keeper.start(session[startedKey] !== true);
    await browser.storage.session.set({ [startedKey]: true });
  } catch (error) {
    // Where the library does not open, each call says so itself; there may be nothing wrong with it the next time.
    if (error instanceof Failure) throw error;
    console.error(error);
  }
  keeper.flushSoon();
  await ensureAlarm(copyAlarm, { periodInMinutes: hourMinutes, delayInMinutes: 2 });
}
