import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeAnnotation, createAnnotation, deleteAnnotation } from '../../../utils/db/annotations.ts';
import { purgeDeleted } from '../../../utils/db/purge.ts';
import { undoAct } from '../../../utils/db/acts.ts';
import { countLibrary } from '../../../utils/db/counts.ts';
import { discardDraft, readDraft, saveDraft } from '../../../utils/db/drafts.ts';
import { toFailure, withStorageFailures } from '../../../utils/db/failures.ts';
import { listPages, readPage, touchPage } from '../../../utils/db/pages.ts';
import { listEntities, readEntities } from '../../../utils/db/entities.ts';
import {
  addOwnEntityType,
  changeSettings,
  listOwnEntityTypes,
  readSettings,
  removeOwnEntityType,
} from '../../../utils/db/settings.ts';
import { noteVersion, reportVersion, sealVersion } from '../../../utils/db/versions.ts';
import { correctArticle } from '../../../utils/db/page-acts.ts';
import { createId } from '../../../utils/model/id.ts';
import { Failure } from '../../../utils/model/failure.ts';
import { article, at, draft, openLibrary } from './library.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('Library', () => {
  it('asks for strict durability in every transaction that writes', async () => {
    // Dexie takes hold of the method when it opens.
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const library = openLibrary();
    const { annotation, actId } = await createAnnotation(library, draft(), at(0));
    await changeAnnotation(library, { id: annotation.id, note: 'x' }, at(1));
    await deleteAnnotation(library, annotation.id, at(2));
    await undoAct(library, actId, at(3));
    await touchPage(library, annotation.pageId, at(4));
    await saveDraft(library, { key: 'k', value: 'v' }, at(4));
    await discardDraft(library, 'k');
    await addOwnEntityType(library, 'Tàu');
    await removeOwnEntityType(library, 'Tàu');
    await changeSettings(library, { theme: 'dark' });
    const version = await sealVersion({
      visit: createId(),
      blocks: [{ role: 'paragraph', text: 'Phí cảng' }],
    });
    await correctArticle(library, annotation.pageId, { title: 'Phí' }, at(4));
    const { pageId } = annotation;
    const versionId = await reportVersion(
      library,
      { pageId, url: 'https://harbour.example/levy', version },
      at(4),
    );
    await noteVersion(library, versionId ?? '', at(4));
    await purgeDeleted(library, at(5));
    const writing = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing.length).toBeGreaterThanOrEqual(13);
    expect(writing.map(([, , options]) => options?.durability)).toEqual(writing.map(() => 'strict'));
  });

  it('lets a newer version in, and tells that it is outdated from then on', async () => {
    const library = openLibrary();
    await createAnnotation(library, draft(), at(0));
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(library.name, 990);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('expected the newer version to open')));
      request.addEventListener('blocked', () => reject(new Error('expected the older version to let go')));
    });
    expect(newer.version).toBe(990);
    const failing = withStorageFailures(() => createAnnotation(library, draft(), at(1)));
    await expect(failing).rejects.toMatchObject({ code: 'storageOutdated' });
    newer.close();
  });
});

describe('toFailure', () => {
  const failures: Record<string, [unknown, string]> = {
    'a full disk': [new DOMException('no space', 'QuotaExceededError'), 'storageFull'],
    'a full disk inside an abort': [
      Object.assign(new Error('aborted'), {
        name: 'AbortError',
        inner: new DOMException('no space', 'QuotaExceededError'),
      }),
      'storageFull',
    ],
    'a full disk in Firefox': [{ name: 'NS_ERROR_FILE_NO_DEVICE_SPACE' }, 'storageFull'],
    'a database that let go': [
      Object.assign(new Error('closed'), { name: 'DatabaseClosedError' }),
      'storageOutdated',
    ],
    'a newer database': [
      Object.assign(new Error('open failed'), {
        name: 'OpenFailedError',
        inner: new DOMException('newer', 'VersionError'),
      }),
      'storageOutdated',
    ],
    'any other abort': [new DOMException('aborted', 'AbortError'), 'storageFailed'],
    'a value that is no error': ['broken', 'storageFailed'],
    'nothing at all': [undefined, 'storageFailed'],
  };
  it.each(Object.entries(failures))('names %s', (_, [error, code]) => {
    vi.spyOn(console, 'error').mockReturnValue();
    expect(toFailure(error)).toMatchObject({ code, cause: error });
  });

  it('passes a failure on as it is', () => {
    const failure = new Failure('annotationGone');
    expect(toFailure(failure)).toBe(failure);
  });

  it('ends on errors that contain themselves', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const error: { name: string; inner: unknown } = { name: 'AbortError', inner: null };
    error.inner = error;
    expect(toFailure(error).code).toBe('storageFailed');
  });

  it('names a full disk from what Dexie makes of it', async () => {
    const library = openLibrary();
    await library.open();
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    const failing = withStorageFailures(() => createAnnotation(library, draft(), at(0)));
    await expect(failing).rejects.toMatchObject({ code: 'storageFull' });
  });
});

describe('listPages', () => {
  it('puts the latest visit first', async () => {
    const library = openLibrary();
    const ids: string[] = [];
    for (const [index, path] of ['a', 'b', 'c'].entries()) {
      const { annotation } = await createAnnotation(library, draft({ path }), at(index));
      ids.push(annotation.pageId);
    }
    await touchPage(library, ids[0] ?? '', at(9));
    expect((await listPages(library)).map(({ id }) => id)).toEqual([ids[0], ids[2], ids[1]]);
    expect(await readPage(library, ids[0] ?? '')).toMatchObject({ visited: at(9), created: at(0), article });
  });
});

describe('drafts', () => {
  it('keep the latest text under each key until it is discarded', async () => {
    const library = openLibrary();
    await saveDraft(library, { key: 'a', value: 'Phí' }, at(0));
    await saveDraft(library, { key: 'a', value: 'Phí cảng' }, at(1));
    await saveDraft(library, { key: 'b', value: 'tide' }, at(1));
    expect([await readDraft(library, 'a'), await readDraft(library, 'b')]).toEqual(['Phí cảng', 'tide']);
    await discardDraft(library, 'a');
    await discardDraft(library, 'never kept');
    expect([await readDraft(library, 'a'), await readDraft(library, 'b')]).toEqual([null, 'tide']);
  });
});

describe('own entity types', () => {
  it('stay in the order they were added, each once whatever its case', async () => {
    const library = openLibrary();
    for (const name of ['Tàu', 'Bão', ' tàu ', 'BÃO'.normalize('NFD'), 'Bến'])
      await addOwnEntityType(library, name);
    expect(await listOwnEntityTypes(library)).toEqual(['Tàu', 'Bão', 'Bến']);
  });

  it('are all kept when they are added at once', async () => {
    const library = openLibrary();
    const names = Array.from({ length: 12 }, (_, index) => `Loại ${index}`);
    await Promise.all(names.map(async (name) => await addOwnEntityType(library, name)));
    expect(new Set(await listOwnEntityTypes(library))).toEqual(new Set(names));
  });

  it('can be taken out again', async () => {
    const library = openLibrary();
    await addOwnEntityType(library, 'Tàu');
    await addOwnEntityType(library, 'Bão');
    await removeOwnEntityType(library, 'Tàu');
    expect(await listOwnEntityTypes(library)).toEqual(['Bão']);
  });

  it('are none in a new library, and none of what is no text', async () => {
    const library = openLibrary();
    expect(await listOwnEntityTypes(library)).toEqual([]);
    await library.settings.put({ key: 'ownEntityTypes', value: ['Tàu', 7, null] });
    expect(await listOwnEntityTypes(library)).toEqual(['Tàu']);
  });
});

describe('entities', () => {
  it('are listed by name and read by id, each once', async () => {
    const library = openLibrary();
    for (const name of ['Minh', 'an', 'Bình']) {
      await createAnnotation(library, draft({ kind: 'entity', subject: { name, type: 'person' } }), at(0));
    }
    const entities = await listEntities(library);
    expect(entities.map(({ name }) => name)).toEqual(['an', 'Bình', 'Minh']);
    const [first] = entities;
    const id = first?.id ?? '';
    expect(await readEntities(library, [id, 'gone', id])).toEqual([first]);
    expect(first).not.toHaveProperty('key');
  });
});

describe('countLibrary', () => {
  it('counts what is kept, and not what was deleted', async () => {
    const library = openLibrary();
    expect(await countLibrary(library)).toEqual({ articles: 0, annotations: 0, entities: 0 });
    const subject = { name: 'Cảng Đông', type: 'place' };
    await createAnnotation(library, draft({ kind: 'entity', subject }), at(0));
    const { annotation } = await createAnnotation(library, draft(), at(1));
    await createAnnotation(library, draft({ path: 'ferry' }), at(2));
    await deleteAnnotation(library, annotation.id, at(3));
    expect(await countLibrary(library)).toEqual({ articles: 2, annotations: 2, entities: 1 });
  });
});

describe('changeSettings', () => {
  it('loses no change of two windows at once', async () => {
    const library = openLibrary();
    await Promise.all([
      changeSettings(library, { keys: { copy: 'y' } }),
      changeSettings(library, { keys: { keepQuote: 'k' } }),
      changeSettings(library, { theme: 'dark' }),
    ]);
    const { theme, keys } = await readSettings(library);
    expect([theme, keys.copy, keys.keepQuote]).toEqual(['dark', 'y', 'k']);
  });
});
