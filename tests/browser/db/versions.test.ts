import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { undoAct } from '../../../utils/db/acts.ts';
import { createAnnotation, deleteAnnotation } from '../../../utils/db/annotations.ts';
import { purgeDeleted } from '../../../utils/db/purge.ts';
import type { Library } from '../../../utils/db/database.ts';
import { correctArticle, keepPage, mergePages, splitPage } from '../../../utils/db/page-acts.ts';
import { listPages, touchPage } from '../../../utils/db/pages.ts';
import {
  listVersions,
  mostVersions,
  noteVersion,
  readSinceLastTime,
  reportVersion,
  sealVersion,
  type SealedVersion,
} from '../../../utils/db/versions.ts';
import { createId } from '../../../utils/model/id.ts';
import type { Version } from '../../../utils/model/version.ts';
import { article, at, draft, openLibrary } from './library.ts';

const address = (path: string): string => `https://harbour.example/${path}`;
const lines = Array.from(
  { length: 12 },
  (_, index) =>
    `Tàu số ${index} rời bến lúc ${index} giờ sáng, chở theo ${index * 7} tấn cá và hai mươi người.`,
);
const edited = lines.with(3, 'Tàu số 3 rời bến lúc 4 giờ sáng, chở theo 21 tấn cá và hai mươi người.');
const [first, second, third] = [createId(), createId(), createId()];

let library: Library;

beforeEach(() => {
  library = openLibrary();
});

async function versionOf(texts: readonly string[], visit = first): Promise<SealedVersion> {
  return await sealVersion({ visit, blocks: texts.map((text) => ({ role: 'paragraph', text })) });
}

/** Keeps an annotation with what the article says. */
async function keep(
  texts: readonly string[],
  minute: number,
  path = 'levy',
): Promise<{ id: string; pageId: string }> {
  const url = address(path);
  const page = { url, urls: [url], article: { ...article, title: path, text: lines.join('\n') } };
  const input = { ...draft({ page }), version: await versionOf(texts) };
  const { annotation } = await createAnnotation(library, input, at(minute));
  return { id: annotation.id, pageId: annotation.pageId };
}

type Reading = {
  readonly texts: readonly string[];
  readonly visit: string;
  readonly minute: number;
  readonly path?: string;
};

/** Visits a page that shows this text. */
async function visit(
  pageId: string,
  { texts, visit: id, minute, path = 'levy' }: Reading,
): Promise<string | null> {
  const version = await versionOf(texts, id);
  return await reportVersion(library, { pageId, url: address(path), version }, at(minute));
}

/** What a version is told as changed from, by its text. */
async function sinceOf(versionId: string | null): Promise<readonly string[] | null> {
  const since = await readSinceLastTime(library, versionId ?? '');
  return since === null ? null : textsOf(since.before);
}

const textsOf = ({ blocks }: Version): string[] => blocks.map(({ text }) => text);

describe('sealVersion', () => {
  it('gives equal digests to texts that differ in typography alone', async () => {
    const [curly, straight, other] = [
      ['“Không,” bà nói…'],
      ['"Không," bà nói...'.normalize('NFD')],
      ['“Có,” bà nói…'],
    ];
    const digests = await Promise.all(
      [curly, straight, other].map(async (texts) => (await versionOf(texts)).digest),
    );
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/u);
    expect(digests[1]).toBe(digests[0]);
    expect(digests[2]).not.toBe(digests[0]);
  });
});

describe('createAnnotation', () => {
  it('keeps what the article says with the first annotation, once', async () => {
    const { pageId } = await keep(lines, 0);
    await keep(lines, 1);
    const [version, ...others] = await listVersions(library, pageId);
    expect(others).toEqual([]);
    expect(version).toMatchObject({
      url: address('levy'),
      firstSeen: at(0),
      lastSeen: at(1),
      noted: at(0),
      isPart: false,
    });
    expect(textsOf(version as Version)).toEqual(lines);
  });

  it('stores nothing when the version can not be stored', async () => {
    vi.spyOn(library.versions, 'add').mockRejectedValueOnce(new Error('no space'));
    await expect(keep(lines, 0)).rejects.toThrow('no space');
    expect([await library.annotations.count(), await library.pages.count()]).toEqual([0, 0]);
  });

  it('keeps an annotation of a page that was not read well enough for a version', async () => {
    await createAnnotation(library, { ...draft(), version: null }, at(0));
    expect(await library.versions.count()).toBe(0);
  });
});

describe('reportVersion', () => {
  it('moves the time of a text that has not changed, whatever its typography', async () => {
    const { pageId } = await keep(lines, 0);
    const id = await visit(pageId, {
      texts: lines.map((line) => line.normalize('NFD')),
      visit: second,
      minute: 9,
    });
    expect(await listVersions(library, pageId)).toMatchObject([{ id, firstSeen: at(0), lastSeen: at(9) }]);
    expect(await sinceOf(id)).toBeNull();
  });

  it('tells what the reader knew until the reader has noted the change, however often they come back', async () => {
    const { pageId } = await keep(lines, 0);
    const id = await visit(pageId, { texts: edited, visit: second, minute: 5 });
    expect(await sinceOf(id)).toEqual(lines);
    expect(await visit(pageId, { texts: edited, visit: third, minute: 6 })).toBe(id);
    expect(await sinceOf(id)).toEqual(lines);
    await noteVersion(library, id ?? '', at(7));
    expect(await sinceOf(id)).toBeNull();
    await noteVersion(library, id ?? '', null);
    expect(await sinceOf(id)).toEqual(lines);
    await noteVersion(library, id ?? '', at(7));
    const next = await visit(pageId, { texts: lines.slice(1), visit: createId(), minute: 8 });
    expect(await sinceOf(next)).toEqual(edited);
  });

  it('tells several changes from the text that the reader knew', async () => {
    const { pageId } = await keep(lines, 0);
    await visit(pageId, { texts: edited, visit: second, minute: 5 });
    const id = await visit(pageId, { texts: edited.slice(1), visit: third, minute: 6 });
    expect(await sinceOf(id)).toEqual(lines);
    expect(await listVersions(library, pageId)).toHaveLength(3);
  });

  it('has nothing to tell when the publisher took the change back, and keeps both', async () => {
    const { pageId } = await keep(lines, 0);
    await visit(pageId, { texts: edited, visit: second, minute: 5 });
    const id = await visit(pageId, { texts: lines, visit: third, minute: 6 });
    expect(await sinceOf(id)).toBeNull();
    expect((await listVersions(library, pageId)).map(textsOf)).toEqual([lines, edited, lines]);
  });

  it('does not tell what changed before the reader’s eyes', async () => {
    const { pageId } = await keep(lines, 0);
    const id = await visit(pageId, { texts: edited, visit: first, minute: 1 });
    expect(await sinceOf(id)).toBeNull();
    expect(await listVersions(library, pageId)).toHaveLength(2);
  });

  it('calls a text that lost most of its paragraphs a part, and compares the next one with the whole', async () => {
    const { pageId } = await keep(lines, 0);
    const id = await visit(pageId, { texts: lines.slice(0, 3), visit: second, minute: 5 });
    expect(await library.versions.get(id ?? '')).toMatchObject({ isPart: true });
    await noteVersion(library, id ?? '', at(5));
    const next = await visit(pageId, { texts: edited, visit: third, minute: 6 });
    expect(await sinceOf(next)).toEqual(lines);
  });

  it('forgets what was read before the page had loaded all', async () => {
    const { pageId } = await keep(lines, 0);
    await visit(pageId, { texts: lines.slice(0, 3), visit: second, minute: 5 });
    const id = await visit(pageId, { texts: lines, visit: second, minute: 6 });
    expect(await listVersions(library, pageId)).toMatchObject([{ id, firstSeen: at(0), lastSeen: at(6) }]);
    expect(await sinceOf(id)).toBeNull();
  });

  it('compares an address with what it said itself, where that is known', async () => {
    const { pageId } = await keep(lines, 0);
    const amp = lines.slice(0, 10);
    await noteVersion(
      library,
      (await visit(pageId, { texts: amp, visit: second, minute: 1, path: 'amp' })) ?? '',
      at(1),
    );
    await visit(pageId, { texts: lines, visit: third, minute: 2 });
    const id = await visit(pageId, { texts: amp, visit: createId(), minute: 3, path: 'amp' });
    expect(await listVersions(library, pageId)).toHaveLength(2);
    expect(await sinceOf(id)).toBeNull();
  });

  it('stores nothing of a page that nothing is kept of any more, unless the reader set something right', async () => {
    const { id, pageId } = await keep(lines, 0);
    await deleteAnnotation(library, id, at(1));
    expect(await visit(pageId, { texts: edited, visit: second, minute: 2 })).toBeNull();
    expect(await visit(createId(), { texts: edited, visit: second, minute: 2 })).toBeNull();
    expect(await library.versions.count()).toBe(1);
    await correctArticle(library, pageId, { title: 'Phí cảng' }, at(3));
    expect(await visit(pageId, { texts: edited, visit: second, minute: 4 })).not.toBeNull();
  });

  it('stores nothing of another article that shows at the address', async () => {
    const { pageId } = await keep(lines, 0);
    const others = lines.map(
      (_, index) =>
        `The ferry no ${index} brought apples, ${index * 3} crates, and a very old piano to the pier.`,
    );
    expect(await visit(pageId, { texts: others, visit: second, minute: 2 })).toBeNull();
    expect(await library.versions.count()).toBe(1);
  });

  it('keeps the first and the latest of a page that always changes', async () => {
    const { pageId } = await keep(lines, 0);
    for (let index = 0; index < mostVersions + 5; index++) {
      await visit(pageId, { texts: [...lines, `Lần ${index}`], visit: createId(), minute: index + 1 });
    }
    const versions = await listVersions(library, pageId);
    expect(versions).toHaveLength(mostVersions);
    expect(versions[0]).toMatchObject({ firstSeen: at(0) });
    expect(versions.at(-1)).toMatchObject({ firstSeen: at(mostVersions + 5) });
  });
});

describe('pages that come and go', () => {
  it('bring their versions along when they are joined, and take them back when that is undone', async () => {
    const levy = await keep(lines, 0);
    const print = await keep(edited, 1, 'print');
    const { actId } = await mergePages(library, print.pageId, levy.pageId, at(2));
    expect((await listVersions(library, levy.pageId)).map(textsOf)).toEqual([lines, edited]);
    const undone = await undoAct(library, actId, at(3));
    expect((await listVersions(library, levy.pageId)).map(textsOf)).toEqual([lines]);
    expect((await listVersions(library, print.pageId)).map(textsOf)).toEqual([edited]);
    await undoAct(library, undone.actId, at(4));
    expect((await listVersions(library, levy.pageId)).map(textsOf)).toEqual([lines, edited]);
  });

  it('part the versions by the address they were read at, and lose none when that is undone', async () => {
    const levy = await keep(lines, 0);
    const print = await keep(edited, 1, 'print');
    await mergePages(library, print.pageId, levy.pageId, at(2));
    const { newId, actId } = await splitPage(library, levy.pageId, address('print'), at(3));
    expect((await listVersions(library, levy.pageId)).map(textsOf)).toEqual([lines]);
    expect((await listVersions(library, newId)).map(textsOf)).toEqual([edited]);
    await visit(newId, { texts: edited.slice(1), visit: second, minute: 4, path: 'print' });
    await undoAct(library, actId, at(5));
    expect(await listVersions(library, newId)).toEqual([]);
    expect(await listVersions(library, levy.pageId)).toHaveLength(3);
  });

  it('take their versions with them when they are purged', async () => {
    const { id, pageId } = await keep(lines, 0);
    const other = await keep(lines, 0, 'other');
    await touchPage(library, pageId, at(1));
    await deleteAnnotation(library, id, at(1));
    await purgeDeleted(library, at(2));
    expect((await listPages(library)).map((page) => page.id)).toEqual([other.pageId]);
    expect(await listVersions(library, pageId)).toEqual([]);
    expect(await listVersions(library, other.pageId)).toHaveLength(1);
  });

  it('are kept with what their article says', async () => {
    const url = address('levy');
    const pageId = await keepPage(
      library,
      { url, urls: [url], article, version: await versionOf(lines) },
      at(0),
    );
    expect((await listVersions(library, pageId)).map(textsOf)).toEqual([lines]);
  });
});

describe('a library of the second version', () => {
  it('opens with everything in it, and gets its first version on the next visit', async () => {
    const name = `test-${createId()}`;
    const old = new Dexie(name);
    old.version(2).stores({
      pages: 'id, *urls, visited, *sketch, *apart',
      annotations: 'id, pageId, modified, deleted, *entityIds',
      entities: 'id, key, [key+type]',
      acts: '++id, annotationId, at',
      drafts: 'key, modified',
      settings: 'key',
    });
    const { pageId } = await keep(lines, 0);
    for (const table of ['pages', 'annotations', 'acts']) {
      await old.table(table).bulkAdd(await library.table(table).toArray());
    }
    old.close();
    library = openLibrary(name);
    expect(await library.annotations.count()).toBe(1);
    const id = await visit(pageId, { texts: edited, visit: second, minute: 5 });
    expect(await sinceOf(id)).toBeNull();
    expect((await listVersions(library, pageId)).map(textsOf)).toEqual([edited]);
  });
});
