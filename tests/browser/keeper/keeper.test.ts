import { afterEach, describe, expect, it } from 'vitest';
import { changeAnnotation, createAnnotation, deleteAnnotation } from '../../../utils/db/annotations.ts';
import { purgeDeleted } from '../../../utils/db/purge.ts';
import { headKey, type HeadRow } from '../../../utils/db/changes.ts';
import type { Library } from '../../../utils/db/database.ts';
import { saveDraft } from '../../../utils/db/drafts.ts';
import { changeSettings } from '../../../utils/db/settings.ts';
import { Keeper } from '../../../utils/keeper/keeper.ts';
import { readReport } from '../../../utils/keeper/report.ts';
import { readHoldings } from '../../../utils/keeper/shelf.ts';
import { at, draft, openLibrary } from '../db/library.ts';
import { createShelf, dump } from './shelves.ts';

type Kept = { library: Library; shelf: ReturnType<typeof createShelf>; keeper: Keeper };

async function openKept(shelf = createShelf(), name?: string): Promise<Kept> {
  const library = openLibrary(name);
  const keeper = new Keeper(library, shelf, () => at(0));
  keepers.push(keeper);
  await keeper.start(true);
  return { library, shelf, keeper };
}

/** A morning's work: notes, a deletion, a purge, a draft, a setting. */
async function work(library: Library): Promise<void> {
  const { annotation } = await createAnnotation(library, draft(), at(1));
  await changeAnnotation(library, { id: annotation.id, note: 'Hỏi lại cảng.', tags: ['phí'] }, at(2));
  const second = draft({ path: 'port', kind: 'quote', speaker: 'Hoàng Lan' });
  await createAnnotation(library, second, at(3));
  const third = draft({ kind: 'entity', subject: { name: 'Hoàng Lan', type: 'person' } });
  await createAnnotation(library, third, at(4));
  await deleteAnnotation(library, third.id, at(5));
  await purgeDeleted(library, at(6));
  await saveDraft(library, { key: 'card', value: 'dở dang' }, at(7));
  await changeSettings(library, { theme: 'dark' });
}

/**
 * Changes rows as a damaged database does: the library says of itself what it said before, or what is given.
 * A database that came back from half of its log has lost rows, and says nothing.
 */
async function damage(library: Library, work: () => Promise<unknown>, says?: HeadRow): Promise<void> {
  const head = says ?? (await library.head.get(headKey));
  library.recording.isSilent = true;
  await work();
  if (head !== undefined) await library.head.put(head);
  library.recording.isSilent = false;
}

async function clearAll(library: Library): Promise<void> {
  await library.delete();
  await library.open();
}

const keepers: Keeper[] = [];

afterEach(async () => {
  for (const keeper of keepers.splice(0)) await keeper.flush();
});

describe('a library with a keeper', () => {
  it('is new at the first start, and fine at the next', async () => {
    const { library, shelf } = await openKept();
    await work(library);
    const again = new Keeper(library, shelf, () => at(0));
    expect(await again.start(true)).toBeNull();
  });

  it('comes back whole from the journal when it vanished', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    const before = await dump(library);
    await keeper.flush();
    await clearAll(library);
    const report = await new Keeper(library, shelf, () => at(9)).start(false);
    expect(report).toMatchObject({ loss: 'vanished', annotations: 2, isWhole: true, at: at(9) });
    expect(await dump(library)).toEqual(before);
    expect(await readReport(shelf)).toEqual(report);
  });

  it('comes back whole from a copy and the journal behind it', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    expect(await keeper.copyNow()).toBeNull();
    await work(library);
    const before = await dump(library);
    await keeper.flush();
    await clearAll(library);
    const report = await new Keeper(library, shelf, () => at(9)).start(false);
    expect(report).toMatchObject({ isWhole: true, annotations: 4 });
    expect(await dump(library)).toEqual(before);
  });

  it('goes on where it was after it came back', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    await keeper.flush();
    await clearAll(library);
    const second = new Keeper(library, shelf, () => at(9));
    await second.start(false);
    await work(library);
    await second.copyNow();
    await work(library);
    await second.flush();
    const before = await dump(library);
    await clearAll(library);
    expect(await new Keeper(library, shelf, () => at(10)).start(false)).toMatchObject({ isWhole: true });
    expect(await dump(library)).toEqual(before);
  });

  it('takes the older copy when the newest is damaged', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    await keeper.copyNow();
    await work(library);
    await keeper.copyNow();
    const before = await dump(library);
    await keeper.flush();
    const { copies } = await readHoldings(shelf);
    const newest = copies.at(-1)?.number ?? 0;
    const part = shelf.items.get(`copy/${newest}/0`) ?? '';
    shelf.items.set(`copy/${newest}/0`, part.replace(/"data":"..../u, '"data":"AAAA'));
    await clearAll(library);
    expect(await new Keeper(library, shelf, () => at(9)).start(false)).toMatchObject({ isWhole: true });
    expect(await dump(library)).toEqual(before);
  });

  it('says so when a part of the journal is gone', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    await keeper.flush();
    const { certificate } = await readHoldings(shelf);
    await work(library);
    await keeper.flush();
    for (const { first } of (await readHoldings(shelf)).journal) {
      if (first > (certificate?.last ?? 0)) shelf.items.delete(`journal/${first}`);
    }
    await clearAll(library);
    const report = await new Keeper(library, shelf, () => at(9)).start(false);
    expect(report).toMatchObject({ isWhole: false, annotations: 2 });
  });

  it('notices rows that went missing', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    const before = await dump(library);
    await keeper.flush();
    await damage(library, async () => await library.annotations.clear());
    const report = await new Keeper(library, shelf, () => at(9)).start(true);
    expect(report).toMatchObject({ loss: 'short', isWhole: true, hasRemains: true });
    expect(await dump(library)).toEqual(before);
  });

  it('notices a row that is not what was written, when it makes a copy', async () => {
    const { library, keeper } = await openKept();
    await work(library);
    const before = await dump(library);
    await keeper.flush();
    await damage(library, async () => await library.annotations.toCollection().modify({ colour: 'pink' }));
    expect(await keeper.copyNow()).toMatchObject({ loss: 'damaged', isWhole: true });
    expect(await dump(library)).toEqual(before);
  });

  it('notices that it went back in time', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    await keeper.flush();
    const early = await library.head.get(headKey);
    await work(library);
    const before = await dump(library);
    await keeper.flush();
    await damage(library, async () => await library.annotations.clear(), early);
    const report = await new Keeper(library, shelf, () => at(9)).start(false);
    expect(report).toMatchObject({ loss: 'behind', isWhole: true });
    expect(await dump(library)).toEqual(before);
  });

  it('is put back again when that was interrupted', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    const before = await dump(library);
    await keeper.flush();
    const head = await library.head.get(headKey);
    if (head === undefined) throw new Error('expected the library to have a head');
    await damage(library, async () => await library.pages.clear(), { ...head, isRestoring: true });
    const report = await new Keeper(library, shelf, () => at(9)).start(false);
    expect(report).toMatchObject({ loss: 'unfinished', isWhole: true });
    expect(await dump(library)).toEqual(before);
  });

  it('keeps what was not carried over before it was put back', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    await keeper.flush();
    library.recording.onStored = () => undefined;
    await work(library);
    const before = await dump(library);
    const first = library.annotations.where('id').startsWith('').limit(1);
    await damage(library, async () => await first.delete());
    const report = await new Keeper(library, shelf, () => at(9)).start(true);
    expect(report).toMatchObject({ loss: 'short', annotations: 4 });
    expect(await dump(library)).toEqual(before);
  });

  it('lies down beside what it finds in a library that is older than it', async () => {
    const library = openLibrary();
    await work(library);
    const before = await dump(library);
    const shelf = createShelf();
    await new Keeper(library, shelf, () => at(0)).start(true);
    expect((await readHoldings(shelf)).copies).toHaveLength(1);
    await clearAll(library);
    expect(await new Keeper(library, shelf, () => at(1)).start(true)).toMatchObject({ isWhole: true });
    expect(await dump(library)).toEqual(before);
  });

  it('is certified anew where nothing is known of it outside', async () => {
    const { library } = await openKept();
    await work(library);
    const before = await dump(library);
    const shelf = createShelf();
    const keeper = new Keeper(library, shelf, () => at(9));
    expect(await keeper.start(true)).toBeNull();
    expect(await dump(library)).toEqual(before);
    await keeper.copyWhenDue();
    await clearAll(library);
    expect(await new Keeper(library, shelf, () => at(9)).start(true)).toMatchObject({ isWhole: true });
    expect(await dump(library)).toEqual(before);
  });

  it('tells nobody of an empty library that vanished', async () => {
    const { library, shelf } = await openKept();
    await clearAll(library);
    expect(await new Keeper(library, shelf, () => at(9)).start(true)).toBeNull();
    expect(await new Keeper(library, shelf, () => at(9)).start(true)).toBeNull();
  });

  it('comes back while it is in use, and refuses what would be written in between', async () => {
    const { library, keeper } = await openKept();
    await work(library);
    const before = await dump(library);
    await keeper.flush();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(library.name).addEventListener('success', resolve);
    });
    await expect(createAnnotation(library, draft(), at(8))).rejects.toThrow('found an empty one');
    await keeper.flush();
    expect(await dump(library)).toEqual(before);
    await createAnnotation(library, draft(), at(8));
  });

  it('is not touched by a version that is older than it', async () => {
    const { library, shelf, keeper } = await openKept();
    await work(library);
    await keeper.flush();
    const { certificate, ...rest } = await readHoldings(shelf);
    await shelf.set({ holdings: { ...rest, certificate: { ...certificate, schema: library.verno + 1 } } });
    await expect(new Keeper(library, shelf, () => at(9)).start(true)).rejects.toMatchObject({
      code: 'storageNewer',
    });
  });

  it('keeps few entries, however many writes there are', async () => {
    const { library, shelf, keeper } = await openKept();
    for (let minute = 0; minute < 100; minute++) {
      await saveDraft(library, { key: `draft ${minute}`, value: 'x' }, at(minute));
      await keeper.flush();
    }
    const before = await dump(library);
    expect((await readHoldings(shelf)).journal.length).toBeLessThan(90);
    await clearAll(library);
    expect(await new Keeper(library, shelf, () => at(9)).start(true)).toMatchObject({ isWhole: true });
    expect(await dump(library)).toEqual(before);
  });
});
