import { normaliseUrl } from '../extraction/identity.ts';
import { compareArticles } from '../extraction/likeness.ts';
import { createId } from '../model/id.ts';
import type { Page } from '../model/page.ts';
import type { Version, VersionDraft } from '../model/version.ts';
import { compareVersions } from '../versions/compare.ts';
import { foldedTextOf } from '../versions/fold-blocks.ts';
import type { Library, Rows, VersionMove } from './database.ts';
import { digestOf } from './digest.ts';
import { isReadersWork, readPage } from './pages.ts';
import { writeAll } from './write.ts';

/** A draft with its digest, ready to be stored: a transaction would not wait for a digest. */
export type SealedVersion = VersionDraft & { readonly digest: string };

/** A draft with the digest by which its text is told from others. */
export async function sealVersion(draft: VersionDraft): Promise<SealedVersion> {
  return { ...draft, digest: await digestOf(foldedTextOf(draft.blocks)) };
}

/** As many versions are kept of a page: the first one, and the latest. */
export const mostVersions = 100;

export type NewVersion = { readonly pageId: string; readonly url: string; readonly version: SealedVersion };

/**
 * Stores what the article says now, at an address of the page; answers the version's id. A text that is what it was
 * at that address only moves the time it was seen last. Versions are no acts of the reader: undo leaves them alone.
 * Runs inside the caller's transaction.
 */
export async function recordVersion(library: Library, input: NewVersion, now: string): Promise<string> {
  const { pageId, version } = input;
  const url = normaliseUrl(input.url);
  const last = await latest(library, pageId, (one) => one.url === url);
  if (last?.digest === version.digest) {
    await library.versions.update(last.id, { lastSeen: now, visit: version.visit });
    return last.id;
  }
  if (last !== undefined && isUnfinished(last, version)) {
    await library.versions.delete(last.id);
    // What was there before it may be what is there now.
    if (last.isPart) return await recordVersion(library, input, now);
  }
  const id = createId();
  const whole = await latest(library, pageId, ({ isPart }) => !isPart);
  await library.versions.add({
    ...version,
    id,
    pageId,
    url,
    firstSeen: now,
    lastSeen: now,
    noted: await notedOf(library, { pageId, version, last }, now),
    isPart: whole !== undefined && compareVersions(whole.blocks, version.blocks).extent === 'part',
  });
  await dropOldest(library, pageId);
  return id;
}

/**
 * The same for a page that the reader is at, in a transaction of its own. `null`, and nothing is stored, when nothing is
 * kept of the page, or when the text is another article's: an application may still show the one before, and some
 * addresses lead to other news every day.
 */
export async function reportVersion(
  library: Library,
  input: NewVersion,
  now: string,
): Promise<string | null> {
  return await writeAll(library, async () => {
    const page = await readPage(library, input.pageId);
    if (page === null || !(await isKept(library, page))) return null;
    const title = input.version.blocks.find(({ role }) => role === 'headline')?.text ?? '';
    const text = input.version.blocks.map((block) => block.text).join('\n');
    if (compareArticles(page.article, { title, text }) === 'different') return null;
    return await recordVersion(library, input, now);
  });
}

async function isKept(library: Library, page: Page): Promise<boolean> {
  if (isReadersWork(page)) return true;
  const ofPage = library.annotations.where('pageId').equals(page.id);
  return (await ofPage.filter(({ deleted }) => deleted === null).first()) !== undefined;
}

/** Within one visit, what turns out to be a part gives way: the page had not loaded all when it was read first. */
function isUnfinished(last: Version, version: SealedVersion): boolean {
  if (last.visit !== version.visit) return false;
  return last.isPart || compareVersions(last.blocks, version.blocks).extent === 'more';
}

type Arrival = {
  readonly pageId: string;
  readonly version: SealedVersion;
  /** What was there before at the same address. */
  readonly last: Version | undefined;
};

/** A new version waits to be told, unless the reader was there when it came, or knows its text already. */
async function notedOf(
  library: Library,
  { pageId, version, last }: Arrival,
  now: string,
): Promise<string | null> {
  if (last?.visit === version.visit) return last.noted;
  const any = await latest(library, pageId, () => true);
  const known = await latest(library, pageId, isBaseline);
  return any === undefined || known?.digest === version.digest ? now : null;
}

/** What changes are told from: a text that the reader knows, and knows in full. */
function isBaseline({ noted, isPart }: Version): boolean {
  return noted !== null && !isPart;
}

/** Of a page that was always changing, the versions between the first and the latest go. */
async function dropOldest(library: Library, pageId: string): Promise<void> {
  const ids = await versionsOf(library, pageId).primaryKeys();
  await library.versions.bulkDelete(ids.slice(1, Math.max(1, ids.length - mostVersions + 1)));
}

/** The versions of a page, the one seen longest ago first. */
function versionsOf(library: Library, pageId: string): Rows<Version> {
  return library.versions.where('[pageId+lastSeen]').between([pageId, ''], [pageId, '\uffff']);
}

/** The version seen last among those that fit. Reads no more of them than it must: each is a whole article. */
async function latest(
  library: Library,
  pageId: string,
  fits: (version: Version) => boolean,
): Promise<Version | undefined> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie's, not an array
  return await versionsOf(library, pageId).reverse().filter(fits).first();
}

/** All versions of a page, the one seen longest ago first. */
export async function listVersions(library: Library, pageId: string): Promise<Version[]> {
  return await versionsOf(library, pageId).toArray();
}

/** The text that the reader knew and the one that is there now. */
export type SinceLastTime = { readonly before: Version; readonly after: Version };

/**
 * What a version is to be compared with: the text that the reader knew last, at the same address where there is one,
 * since other addresses of an article may render it otherwise. `null` when there is nothing to tell: the version is
 * not there, it was noted, or it is the first.
 */
export async function readSinceLastTime(library: Library, versionId: string): Promise<SinceLastTime | null> {
  const after = await library.versions.get(versionId);
  if (after === undefined || after.noted !== null) return null;
  const { pageId, url } = after;
  const before =
    (await latest(library, pageId, (one) => isBaseline(one) && one.url === url)) ??
    (await latest(library, pageId, isBaseline));
  return before === undefined ? null : { before, after };
}

/** Remembers when the reader noted a version, `null` for not yet; nothing happens when it is no longer kept. */
export async function noteVersion(library: Library, id: string, noted: string | null): Promise<void> {
  await library.versions.update(id, { noted });
}

/** The moves that bring the versions of a page, or those read at one of its addresses, to another page. */
export async function planVersionMoves(
  library: Library,
  from: string,
  to: string,
  url?: string,
): Promise<VersionMove[]> {
  const fitting = versionsOf(library, from).filter((one) => url === undefined || one.url === url);
  return (await fitting.primaryKeys()).map((versionId) => ({ versionId, from, to }));
}

/** The moves that take versions back; one that was moved on, or is gone, stays. */
export async function turnVersionMoves(
  library: Library,
  moves: readonly VersionMove[],
): Promise<VersionMove[]> {
  const rows = await library.versions.bulkGet(moves.map(({ versionId }) => versionId));
  return moves.flatMap(({ versionId, from, to }, index) =>
    rows[index]?.pageId === to ? [{ versionId, from: to, to: from }] : [],
  );
}

/** Removes the versions of pages that go. Runs inside the caller's transaction. */
export async function deleteVersionsOf(library: Library, pageIds: readonly string[]): Promise<void> {
  for (const pageId of pageIds) await versionsOf(library, pageId).delete();
}

/** Gives versions to other pages. Runs inside the caller's transaction. */
export async function moveVersions(library: Library, moves: readonly VersionMove[]): Promise<void> {
  for (const { versionId, to } of moves) await library.versions.update(versionId, { pageId: to });
}
