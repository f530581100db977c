import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { readAct, undoAct } from '../../../utils/db/acts.ts';
import { createAnnotation, listAnnotations } from '../../../utils/db/annotations.ts';
import type { Library } from '../../../utils/db/database.ts';
import { correctArticle, keepApart, keepPage, mergePages, splitPage } from '../../../utils/db/page-acts.ts';
import { listPages, listRecentPages, readPage, recogniseIn } from '../../../utils/db/pages.ts';
import { createId } from '../../../utils/model/id.ts';
import { article, at, draft, openLibrary } from './library.ts';

const address = (path: string): string => `https://harbour.example/${path}`;
const text = Array.from({ length: 60 }, (_, index) => `Tàu số ${index} rời bến lúc ${index * 7} giờ.`).join(
  ' ',
);
const longArticle = { ...article, text };

let library: Library;

beforeEach(() => {
  library = openLibrary();
});

/** Keeps an annotation on a page with so many addresses, the first of which it was made at. */
async function keepOn(paths: readonly string[], minute: number): Promise<{ id: string; pageId: string }> {
  const urls = paths.map(address);
  const page = { url: urls[0] ?? '', urls, article: { ...longArticle, title: paths.join() } };
  const { annotation } = await createAnnotation(library, draft({ page }), at(minute));
  return { id: annotation.id, pageId: annotation.pageId };
}

async function idsOn(pageId: string): Promise<string[]> {
  return (await listAnnotations(library, pageId)).map(({ id }) => id).toSorted();
}

describe('correctArticle', () => {
  it('stays when the page is read anew, and can be undone field by field', async () => {
    const { pageId } = await keepOn(['levy'], 0);
    const first = await correctArticle(library, pageId, { title: 'Phí mới', authors: [] }, at(1));
    await correctArticle(library, pageId, { authors: ['Hoàng Lan'] }, at(2));
    await keepOn(['levy'], 3);
    expect((await readPage(library, pageId))?.corrections).toEqual({
      title: 'Phí mới',
      authors: ['Hoàng Lan'],
    });
    expect(first.pageIds).toEqual([pageId]);
    const undone = await undoAct(library, first.actId, at(4));
    expect((await readPage(library, pageId))?.corrections).toEqual({ authors: ['Hoàng Lan'] });
    await undoAct(library, undone.actId, at(5));
    expect((await readPage(library, pageId))?.corrections.title).toBe('Phí mới');
  });

  it('answers a repeated call with the act that did it', async () => {
    const { pageId } = await keepOn(['levy'], 0);
    const first = await correctArticle(library, pageId, { title: 'x' }, at(1));
    expect(await correctArticle(library, pageId, { title: 'x' }, at(2))).toEqual(first);
  });

  it('does not store the article’s text with the act', async () => {
    const { pageId } = await keepOn(['levy'], 0);
    const { actId } = await correctArticle(library, pageId, { title: 'x' }, at(1));
    expect(JSON.stringify(await readAct(library, actId))).not.toContain('rời bến');
  });

  it('tells when the page is gone', async () => {
    const gone = correctArticle(library, createId(), { title: 'x' }, at(0));
    await expect(gone).rejects.toMatchObject({ code: 'pageGone' });
  });
});

describe('keepPage', () => {
  it('keeps a page without annotations, once', async () => {
    const page = { url: address('levy'), urls: [address('levy')], article };
    const ids = [await keepPage(library, page, at(0)), await keepPage(library, page, at(1))];
    expect(new Set(ids).size).toBe(1);
    expect(await listPages(library)).toHaveLength(1);
  });
});

describe('mergePages', () => {
  it('brings addresses, annotations and corrections together, and undo parts them again', async () => {
    const levy = await keepOn(['levy'], 0);
    const print = await keepOn(['print-levy'], 1);
    await correctArticle(library, print.pageId, { publisher: 'Tin Cảng in', lang: 'vi' }, at(2));
    await correctArticle(library, levy.pageId, { publisher: 'Tin Cảng' }, at(2));
    const before = await listPages(library);
    const { actId, pageIds } = await mergePages(library, print.pageId, levy.pageId, at(3));
    expect(new Set(pageIds)).toEqual(new Set([print.pageId, levy.pageId]));
    expect(await listPages(library)).toMatchObject([
      {
        id: levy.pageId,
        urls: [address('levy'), address('print-levy')],
        url: address('print-levy'),
        corrections: { publisher: 'Tin Cảng', lang: 'vi' },
        created: at(0),
        visited: at(1),
      },
    ]);
    expect(await idsOn(levy.pageId)).toEqual([levy.id, print.id].toSorted());

    await undoAct(library, actId, at(4));
    expect(await listPages(library)).toEqual(before);
    expect(await idsOn(levy.pageId)).toEqual([levy.id]);
    expect(await idsOn(print.pageId)).toEqual([print.id]);
  });

  it('answers a repeated call with the act that did it, and merges no page into itself', async () => {
    const levy = await keepOn(['levy'], 0);
    const print = await keepOn(['print-levy'], 1);
    const first = await mergePages(library, print.pageId, levy.pageId, at(2));
    expect(await mergePages(library, print.pageId, levy.pageId, at(3))).toEqual(first);
    await expect(mergePages(library, levy.pageId, levy.pageId, at(4))).rejects.toMatchObject({
      code: 'invalidMessage',
    });
    expect(await idsOn(levy.pageId)).toEqual([levy.id, print.id].toSorted());
  });

  it('leaves what was kept since where it is when it is undone', async () => {
    const levy = await keepOn(['levy'], 0);
    const print = await keepOn(['print-levy'], 1);
    const { actId } = await mergePages(library, print.pageId, levy.pageId, at(2));
    const since = await keepOn(['print-levy'], 3);
    expect(since.pageId).toBe(levy.pageId);
    await undoAct(library, actId, at(4));
    expect(await idsOn(levy.pageId)).toEqual([levy.id, since.id].toSorted());
    expect(await idsOn(print.pageId)).toEqual([print.id]);
  });
});

describe('splitPage', () => {
  it('makes a page of an address and of what was kept there, and undo joins them again', async () => {
    const levy = await keepOn(['levy', 'live'], 0);
    const live = await keepOn(['live'], 1);
    expect(live.pageId).toBe(levy.pageId);
    const { actId, newId } = await splitPage(library, levy.pageId, address('live'), at(2));
    expect(await splitPage(library, levy.pageId, address('live'), at(2))).toMatchObject({ actId, newId });
    expect(await idsOn(levy.pageId)).toEqual([levy.id]);
    expect(await idsOn(newId)).toEqual([live.id]);
    const found = await recogniseIn(library, { urls: [address('live')], article: longArticle });
    expect(found).toEqual({ id: newId, doubt: null });

    await undoAct(library, actId, at(3));
    expect(await listPages(library)).toMatchObject([{ id: levy.pageId, apart: [] }]);
    expect(new Set((await readPage(library, levy.pageId))?.urls)).toEqual(
      new Set([address('levy'), address('live')]),
    );
    expect(await idsOn(levy.pageId)).toEqual([levy.id, live.id].toSorted());
  });

  it('keeps the new page when something was kept of it before the undo', async () => {
    const levy = await keepOn(['levy', 'live'], 0);
    const { actId, newId } = await splitPage(library, levy.pageId, address('live'), at(1));
    const since = await keepOn(['live'], 2);
    await undoAct(library, actId, at(3));
    expect(await idsOn(newId)).toEqual([since.id]);
    const addresses = (await listPages(library)).flatMap(({ urls }) => urls);
    expect(addresses.toSorted()).toEqual([address('levy'), address('live')]);
  });

  it('refuses to take the last address away', async () => {
    const { pageId } = await keepOn(['levy'], 0);
    await expect(splitPage(library, pageId, address('levy'), at(1))).rejects.toMatchObject({
      code: 'pageGone',
    });
    expect(await listPages(library)).toHaveLength(1);
  });
});

describe('recogniseIn', () => {
  it('finds an article by its words under an address that nothing leads to', async () => {
    const page = { url: address('levy'), urls: [address('levy')], article: longArticle };
    const pageId = await keepPage(library, page, at(0));
    const elsewhere = { urls: [address('story/77')], article: longArticle };
    expect(await recogniseIn(library, elsewhere)).toEqual({ id: pageId, doubt: null });
  });

  it('asks about the same words under another headline until the reader has said', async () => {
    const known = { url: address('levy'), urls: [address('levy')], article: longArticle };
    const other = {
      url: address('story'),
      urls: [address('story')],
      article: { ...longArticle, title: 'Bến tàu' },
    };
    const pageId = await keepPage(library, known, at(0));
    expect(await recogniseIn(library, other)).toEqual({ id: null, doubt: pageId });
    const otherId = await keepPage(library, other, at(1));
    expect(otherId).not.toBe(pageId);
    expect(await recogniseIn(library, other)).toEqual({ id: otherId, doubt: pageId });
    const { actId } = await keepApart(library, otherId, pageId, at(2));
    expect(await recogniseIn(library, other)).toEqual({ id: otherId, doubt: null });
    await undoAct(library, actId, at(3));
    expect((await recogniseIn(library, other)).doubt).toBe(pageId);
  });

  it('does not give an address that one article has to another which claims it', async () => {
    await keepPage(library, { url: address('a'), urls: [address('a')], article: longArticle }, at(0));
    const other = {
      url: address('b'),
      urls: [address('b'), address('a')],
      article: { ...article, title: 'Con mèo', text: 'Con mèo qua phà hai lần mỗi ngày. '.repeat(20) },
    };
    const id = await keepPage(library, other, at(1));
    expect((await readPage(library, id))?.urls).toEqual([address('b')]);
  });
});

describe('listRecentPages', () => {
  it('gives the latest visits, and no more than asked for', async () => {
    const ids = [];
    for (const [minute, path] of ['a', 'b', 'c'].entries()) {
      const page = { url: address(path), urls: [address(path)], article };
      ids.push(await keepPage(library, { ...page, article: { ...article, title: path } }, at(minute)));
    }
    expect((await listRecentPages(library, 2)).map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  });
});

describe('a library of the first version', () => {
  it('opens with everything in it, and its pages are found by their words', async () => {
    const name = `test-${createId()}`;
    const old = new Dexie(name);
    old.version(1).stores({
      pages: 'id, *urls, visited',
      annotations: 'id, pageId, modified, deleted, *entityIds',
      entities: 'id, key, [key+type]',
      acts: '++id, annotationId, at',
      drafts: 'key, modified',
      settings: 'key',
    });
    const { title, publisher, authors, published, modified, lang, wordCount, readingMinutes } = article;
    const oldArticle = { title, publisher, authors, published, modified, lang, wordCount, readingMinutes };
    const pageId = createId();
    await old.table('pages').add({
      id: pageId,
      url: address('levy'),
      urls: [address('levy')],
      article: { ...oldArticle, text },
      created: at(0),
      visited: at(0),
    });
    old.close();
    const library = openLibrary(name);
    expect(await readPage(library, pageId)).toEqual({
      id: pageId,
      url: address('levy'),
      urls: [address('levy')],
      article: longArticle,
      corrections: {},
      apart: [],
      created: at(0),
      visited: at(0),
    });
    const page = { urls: [address('story/77')], article: longArticle };
    expect((await recogniseIn(library, page)).id).toBe(pageId);
  });
});
