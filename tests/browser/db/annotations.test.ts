import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  changeAnnotation,
  changePieces,
  createAnnotation,
  deleteAnnotation,
  listAllAnnotations,
  listAnnotations,
  listDeleted,
  readAnnotation,
  restoreAnnotation,
} from '../../../utils/db/annotations.ts';
import { purgeDeleted } from '../../../utils/db/purge.ts';
import { readAct, undoAct } from '../../../utils/db/acts.ts';
import type { Library } from '../../../utils/db/database.ts';
import { saveDraft } from '../../../utils/db/drafts.ts';
import {
  noteOf,
  quoteOf,
  speakerOf,
  subjectIdOf,
  tagsOf,
  type Annotation,
} from '../../../utils/model/annotation.ts';
import { createId } from '../../../utils/model/id.ts';
import type { Selector } from '../../../utils/model/selector.ts';
import { article, at, draft, openLibrary } from './library.ts';

let library: Library;

beforeEach(() => {
  library = openLibrary();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** How many rows each table holds. */
async function countRows(): Promise<Record<string, number>> {
  const counts = await Promise.all(
    library.tables.map(async (table) => [table.name, await table.count()] as const),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

async function read(id: string): Promise<Annotation> {
  const annotation = await readAnnotation(library, id);
  if (annotation === null) throw new Error('expected the annotation to be stored');
  return annotation;
}

describe('createAnnotation', () => {
  it('stores annotation, page, entity and act together', async () => {
    const input = draft({ kind: 'entity', colour: 'green', subject: { name: 'Hoàng Lan', type: 'person' } });
    const { annotation, actId } = await createAnnotation(library, input, at(0));
    expect(await countRows()).toEqual({ pages: 1, annotations: 1, entities: 1, acts: 1 });
    expect(await read(input.id)).toEqual(annotation);
    expect(annotation).toMatchObject({
      id: input.id,
      kind: 'entity',
      motivation: 'identifying',
      created: at(0),
      modified: at(0),
      deleted: null,
      target: { source: 'https://harbour.example/levy', selector: input.selector },
    });
    expect(await readAct(library, actId)).toMatchObject({ kind: 'create', before: null, after: annotation });
  });

  it('stores nothing more when it is repeated with the same id', async () => {
    const input = draft({ kind: 'quote', speaker: 'một ngư dân' });
    const first = await createAnnotation(library, input, at(0));
    const rows = await countRows();
    const second = await createAnnotation(library, input, at(5));
    expect(second).toEqual(first);
    expect(await countRows()).toEqual(rows);
  });

  it('stores once when two calls with the same id run at once', async () => {
    const input = draft();
    const [one, other] = await Promise.all([
      createAnnotation(library, input, at(0)),
      createAnnotation(library, input, at(0)),
    ]);
    expect(one).toEqual(other);
    expect(await countRows()).toEqual({ pages: 1, annotations: 1, acts: 1 });
  });

  it('files annotations of one article under one page, by whichever address', async () => {
    const www = 'https://www.harbour.example/levy';
    const plain = 'https://harbour.example/levy';
    const first = await createAnnotation(library, draft(), at(0));
    const second = await createAnnotation(
      library,
      draft({ page: { url: www, urls: [www, plain], article } }),
      at(1),
    );
    const third = await createAnnotation(library, draft({ page: { url: www, urls: [www], article } }), at(2));
    expect(new Set([first, second, third].map(({ annotation }) => annotation.pageId)).size).toBe(1);
    expect(await library.pages.toArray()).toMatchObject([
      { url: www, urls: [plain, www], created: at(0), visited: at(2) },
    ]);
  });

  it('makes one page when two annotations of it are created at once', async () => {
    await Promise.all([createAnnotation(library, draft(), at(0)), createAnnotation(library, draft(), at(0))]);
    expect(await countRows()).toEqual({ pages: 1, annotations: 2, acts: 2 });
  });

  it('keeps what is known of an article when a later visit reads nothing', async () => {
    await createAnnotation(library, draft(), at(0));
    const { page } = draft();
    const empty = { ...article, title: '', text: '', wordCount: 0 };
    await createAnnotation(library, draft({ page: { ...page, article: empty } }), at(1));
    expect(await library.pages.toArray()).toMatchObject([{ article }]);
  });

  it('finds an entity again by another spelling of its name', async () => {
    const names = ['Hoàng Lan', 'HOÀNG  LAN', 'Hoàng Lan'.normalize('NFD')];
    for (const name of names) {
      await createAnnotation(library, draft({ kind: 'entity', subject: { name, type: 'person' } }), at(0));
    }
    expect(await library.entities.toArray()).toMatchObject([{ name: 'Hoàng Lan', type: 'person' }]);
    const subjects = (await listAllAnnotations(library)).map(subjectIdOf);
    expect(new Set(subjects).size).toBe(1);
  });

  it('keeps entities of one name apart by their types', async () => {
    for (const type of ['place', 'organisation']) {
      await createAnnotation(library, draft({ kind: 'entity', subject: { name: 'Cảng Đông', type } }), at(0));
    }
    expect(await library.entities.count()).toBe(2);
  });

  const speakers: Record<string, { types: string[]; speaker: string; found: string | null }> = {
    'a known person': { types: ['person'], speaker: 'hoàng  lan', found: 'person' },
    'a person before a place of the same name': {
      types: ['place', 'person'],
      speaker: 'Hoàng Lan',
      found: 'person',
    },
    'a known thing of the reader’s own type': { types: ['Tàu'], speaker: 'Hoàng Lan', found: 'Tàu' },
    'no date of that name': { types: ['date'], speaker: 'Hoàng Lan', found: null },
    'nobody of another name': { types: ['person'], speaker: 'Hoàng Minh', found: null },
  };
  it.each(Object.entries(speakers))('takes for a speaker %s', async (_, { types, speaker, found }) => {
    for (const type of types) {
      await createAnnotation(library, draft({ kind: 'entity', subject: { name: 'Hoàng Lan', type } }), at(0));
    }
    const { annotation } = await createAnnotation(library, draft({ kind: 'quote', speaker }), at(1));
    const stored = speakerOf(annotation);
    const entity = stored?.type === 'entity' ? await library.entities.get(stored.entityId) : null;
    expect([stored?.type, entity?.type ?? null]).toEqual([found === null ? 'text' : 'entity', found]);
  });

  it('takes an empty speaker for nobody', async () => {
    const { annotation } = await createAnnotation(library, draft({ kind: 'quote', speaker: ' ' }), at(0));
    expect(speakerOf(annotation)).toBeNull();
  });

  it.each(['pages', 'annotations', 'entities', 'acts'])(
    'leaves nothing behind when writing to %s fails',
    async (table) => {
      await library.open();
      vi.spyOn(console, 'warn').mockReturnValue();
      for (const name of ['add', 'put'] as const) {
        const write = IDBObjectStore.prototype[name];
        vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
          this: IDBObjectStore,
          value,
          key,
        ) {
          if (this.name === table) throw new DOMException('no space', 'QuotaExceededError');
          return write.call(this, value, key);
        });
      }
      const input = draft({ kind: 'entity', subject: { name: 'Hoàng Lan', type: 'person' } });
      await expect(createAnnotation(library, input, at(0))).rejects.toMatchObject({
        name: expect.any(String),
      });
      vi.restoreAllMocks();
      expect(await countRows()).toEqual({});
    },
  );
});

describe('changeAnnotation', () => {
  it('changes the fields that are named and keeps the rest', async () => {
    const { annotation } = await createAnnotation(library, draft({ kind: 'quote', speaker: 'Ann' }), at(0));
    await changeAnnotation(library, { id: annotation.id, note: 'Hỏi lại.', tags: ['phí'] }, at(1));
    await changeAnnotation(library, { id: annotation.id, colour: 'pink' }, at(2));
    const after = await read(annotation.id);
    expect([after.colour, noteOf(after), tagsOf(after), speakerOf(after), after.modified]).toEqual([
      'pink',
      'Hỏi lại.',
      ['phí'],
      { type: 'text', name: 'Ann' },
      at(2),
    ]);
  });

  it('merges edits of different fields that run at once', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    const { id } = annotation;
    await Promise.all([
      changeAnnotation(library, { id, note: 'from the card' }, at(1)),
      changeAnnotation(library, { id, tags: ['from the popup'] }, at(1)),
      changeAnnotation(library, { id, colour: 'purple' }, at(1)),
    ]);
    const after = await read(id);
    expect([noteOf(after), tagsOf(after), after.colour]).toEqual([
      'from the card',
      ['from the popup'],
      'purple',
    ]);
  });

  it('loses no edit between two windows', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    const { id } = annotation;
    const other = openLibrary(library.name);
    await Promise.all([
      changeAnnotation(library, { id, note: 'one' }, at(1)),
      changeAnnotation(other, { id, tags: ['two'] }, at(1)),
    ]);
    const after = await read(id);
    expect([noteOf(after), tagsOf(after)]).toEqual(['one', ['two']]);
  });

  it('names an entity, making it when it is new', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    const change = { id: annotation.id, kind: 'entity', subject: { name: 'Bến Tư', type: 'place' } } as const;
    const { annotation: after } = await changeAnnotation(library, change, at(1));
    expect(after.motivation).toBe('identifying');
    expect(await library.entities.get(subjectIdOf(after) ?? '')).toMatchObject({
      name: 'Bến Tư',
      type: 'place',
    });
    expect(
      await library.annotations
        .where('entityIds')
        .equals(subjectIdOf(after) ?? '')
        .count(),
    ).toBe(1);
  });

  it.each([
    ['deleted', async (id: string) => void (await deleteAnnotation(library, id, at(1)))],
    ['never stored', async (id: string) => await library.annotations.delete(id)],
  ])('refuses what is %s, and changes nothing', async (_, lose) => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    await lose(annotation.id);
    const before = await countRows();
    const change = { id: annotation.id, subject: { name: 'New', type: 'person' } };
    await expect(changeAnnotation(library, change, at(2))).rejects.toMatchObject({ code: 'annotationGone' });
    expect(await countRows()).toEqual(before);
  });
});

describe('deleteAnnotation', () => {
  it('takes an annotation out of the lists and keeps it restorable', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    const kept = await createAnnotation(library, draft(), at(0));
    await deleteAnnotation(library, annotation.id, at(1));
    expect((await listAnnotations(library, annotation.pageId)).map(({ id }) => id)).toEqual([
      kept.annotation.id,
    ]);
    expect((await listAllAnnotations(library)).map(({ id }) => id)).toEqual([kept.annotation.id]);
    expect((await read(annotation.id)).deleted).toBe(at(1));
  });

  it('answers a repeated call with the act that did the work', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    const first = await deleteAnnotation(library, annotation.id, at(1));
    const again = await deleteAnnotation(library, annotation.id, at(2));
    expect(again.actId).toBe(first.actId);
    await undoAct(library, again.actId, at(3));
    expect((await readAnnotation(library, annotation.id))?.deleted).toBeNull();
  });
});

describe('the trash', () => {
  it('lists what was deleted, the latest first, and gives it back', async () => {
    const ids: string[] = [];
    for (const minute of [0, 1, 2]) {
      const { annotation } = await createAnnotation(library, draft(), at(minute));
      ids.push(annotation.id);
    }
    const [first = '', second = '', kept = ''] = ids;
    await deleteAnnotation(library, second, at(3));
    await deleteAnnotation(library, first, at(4));
    expect((await listDeleted(library, 10)).map(({ id }) => id)).toEqual([first, second]);
    expect((await listDeleted(library, 1)).map(({ id }) => id)).toEqual([first]);
    const { actId } = await restoreAnnotation(library, second, at(5));
    const again = await restoreAnnotation(library, second, at(6));
    expect(again.actId).toBe(actId);
    expect((await listAllAnnotations(library)).map(({ id }) => id).toSorted()).toEqual(
      [second, kept].toSorted(),
    );
    await undoAct(library, actId, at(7));
    expect((await listDeleted(library, 10)).map(({ id }) => id)).toEqual([first, second]);
  });

  it('has no longer what was purged', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    await deleteAnnotation(library, annotation.id, at(1));
    await purgeDeleted(library, at(2));
    await expect(restoreAnnotation(library, annotation.id, at(3))).rejects.toMatchObject({
      code: 'annotationGone',
    });
  });
});

describe('changePieces', () => {
  const piece = (exact: string, start: number): Selector[] => [
    { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    { type: 'TextPositionSelector', start, end: start + exact.length },
  ];
  const first = draft({ kind: 'quote', selector: piece('Hoàng Lan nói', 10) });

  it('adds a piece once, also when the call is repeated after its answer was lost', async () => {
    const { annotation } = await createAnnotation(library, first, at(0));
    const change = { id: annotation.id, add: piece('tháng Ba', 50) };
    const done = await changePieces(library, change, at(1));
    expect(await changePieces(library, change, at(2))).toEqual(done);
    expect(quoteOf(await read(annotation.id))).toBe('Hoàng Lan nói […] tháng Ba');
    expect((await countRows())['acts']).toBe(2);
  });

  it('takes a piece out once, and goes back by undo', async () => {
    const { annotation } = await createAnnotation(library, first, at(0));
    const { id } = annotation;
    await changePieces(library, { id, add: piece('tháng Ba', 50) }, at(1));
    const change = { id, remove: { exact: 'Hoàng Lan nói', start: 10 } };
    const { actId } = await changePieces(library, change, at(2));
    await changePieces(library, change, at(3));
    expect((await read(id)).target).toEqual({ ...annotation.target, selector: piece('tháng Ba', 50) });
    await undoAct(library, actId, at(4));
    expect(quoteOf(await read(id))).toBe('Hoàng Lan nói […] tháng Ba');
  });

  it('is taken back by undo while a later note stays', async () => {
    const { annotation } = await createAnnotation(library, first, at(0));
    const { id } = annotation;
    const { actId } = await changePieces(library, { id, add: piece('phí cảng', 2) }, at(1));
    await changeAnnotation(library, { id, note: 'Hỏi lại.' }, at(2));
    await undoAct(library, actId, at(3));
    const after = await read(id);
    expect(after.target).toEqual(annotation.target);
    expect(noteOf(after)).toBe('Hỏi lại.');
  });
});

describe('undoAct', () => {
  it('takes a creation back by deleting', async () => {
    const { annotation, actId } = await createAnnotation(library, draft(), at(0));
    await undoAct(library, actId, at(1));
    expect(await listAllAnnotations(library)).toEqual([]);
    expect((await read(annotation.id)).deleted).toBe(at(1));
  });

  it('takes a deletion back', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    const { actId } = await deleteAnnotation(library, annotation.id, at(1));
    await undoAct(library, actId, at(2));
    expect(await listAllAnnotations(library)).toEqual([{ ...annotation, modified: at(2) }]);
  });

  it('takes a change back', async () => {
    const { annotation } = await createAnnotation(library, draft({ kind: 'quote', speaker: 'Ann' }), at(0));
    const change = {
      id: annotation.id,
      kind: 'highlight',
      colour: 'pink',
      note: 'x',
      tags: ['y'],
      speaker: '',
    } as const;
    const { actId } = await changeAnnotation(library, change, at(1));
    await undoAct(library, actId, at(2));
    expect(await read(annotation.id)).toEqual({ ...annotation, modified: at(2) });
  });

  it('takes an undo back', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    const { annotation: changed, actId } = await changeAnnotation(
      library,
      { id: annotation.id, colour: 'pink' },
      at(1),
    );
    const undone = await undoAct(library, actId, at(2));
    const redone = await undoAct(library, undone.actId, at(3));
    expect(await read(annotation.id)).toEqual({ ...changed, modified: at(3) });
    await undoAct(library, redone.actId, at(4));
    expect((await read(annotation.id)).colour).toBe('yellow');
  });

  it('brings a creation back that was taken back', async () => {
    const { annotation, actId } = await createAnnotation(library, draft(), at(0));
    const undone = await undoAct(library, actId, at(1));
    await undoAct(library, undone.actId, at(2));
    expect(await listAllAnnotations(library)).toMatchObject([{ id: annotation.id, deleted: null }]);
  });

  it('leaves a field that was changed again since', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    const { id } = annotation;
    const first = await changeAnnotation(library, { id, colour: 'pink', note: 'one' }, at(1));
    await changeAnnotation(library, { id, colour: 'blue' }, at(2));
    await undoAct(library, first.actId, at(3));
    const after = await read(id);
    expect([after.colour, noteOf(after)]).toEqual(['blue', '']);
  });

  const fields = {
    note: [{ note: 'one' }, (after: Annotation) => noteOf(after), ''],
    tags: [{ tags: ['one'] }, (after: Annotation) => tagsOf(after), []],
    speaker: [{ speaker: 'one' }, (after: Annotation) => speakerOf(after), null],
    subject: [{ subject: { name: 'one', type: 'other' } }, (after: Annotation) => subjectIdOf(after), null],
  } as const;
  const names = Object.keys(fields) as (keyof typeof fields)[];
  const pairs = names.flatMap((undone) =>
    names.filter((kept) => kept !== undone).map((kept) => [undone, kept] as const),
  );
  it.each(pairs)('takes the %s back though the %s was changed since, which stays', async (undone, kept) => {
    const { annotation } = await createAnnotation(library, draft({ kind: 'quote' }), at(0));
    const { id } = annotation;
    const [change, readUndone, before] = fields[undone];
    const [laterChange, readKept, empty] = fields[kept];
    const { actId } = await changeAnnotation(library, { id, ...change }, at(1));
    await changeAnnotation(library, { id, ...laterChange }, at(2));
    await undoAct(library, actId, at(3));
    const after = await read(id);
    expect(readUndone(after)).toEqual(before);
    expect(readKept(after)).not.toEqual(empty);
  });

  it('leaves a later change standing when a creation is taken back', async () => {
    const { annotation, actId } = await createAnnotation(library, draft(), at(0));
    await changeAnnotation(library, { id: annotation.id, note: 'later' }, at(1));
    await undoAct(library, actId, at(2));
    const after = await read(annotation.id);
    expect([after.deleted, noteOf(after)]).toEqual([at(2), 'later']);
  });

  it('refuses an act that is no longer kept', async () => {
    await expect(undoAct(library, 404, at(1))).rejects.toMatchObject({ code: 'annotationGone' });
  });

  it('refuses when the annotation is gone for good', async () => {
    const { annotation, actId } = await createAnnotation(library, draft(), at(0));
    await library.annotations.delete(annotation.id);
    await expect(undoAct(library, actId, at(1))).rejects.toMatchObject({ code: 'annotationGone' });
  });
});

describe('purgeDeleted', () => {
  it('removes what was deleted or typed before, and nothing that is kept', async () => {
    const old = await createAnnotation(library, draft(), at(0));
    const fresh = await createAnnotation(library, draft(), at(0));
    const live = await createAnnotation(library, draft(), at(0));
    await deleteAnnotation(library, old.annotation.id, at(1));
    await saveDraft(library, { key: 'old', value: 'a' }, at(1));
    await deleteAnnotation(library, fresh.annotation.id, at(10));
    await saveDraft(library, { key: 'fresh', value: 'b' }, at(10));
    await purgeDeleted(library, at(5));
    const ids = await library.annotations.toCollection().primaryKeys();
    expect(new Set(ids)).toEqual(new Set([fresh.annotation.id, live.annotation.id]));
    expect(await library.drafts.toCollection().primaryKeys()).toEqual(['fresh']);
    expect(await library.acts.toArray()).toMatchObject([
      { kind: 'delete', annotationId: fresh.annotation.id },
    ]);
  });
});

describe('readAnnotation', () => {
  it('is null for what was never stored', async () => {
    expect(await readAnnotation(library, createId())).toBeNull();
  });

  it('answers without the fields that are for the index only', async () => {
    const { annotation } = await createAnnotation(library, draft(), at(0));
    expect(await read(annotation.id)).not.toHaveProperty('entityIds');
  });
});
