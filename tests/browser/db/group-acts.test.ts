import { beforeEach, describe, expect, it } from 'vitest';
import { undoAct } from '../../../utils/db/acts.ts';
import {
  changeAnnotation,
  createAnnotations,
  deleteAnnotation,
  listAnnotations,
  type NewAnnotations,
  type NewPassage,
} from '../../../utils/db/annotations.ts';
import type { Library } from '../../../utils/db/database.ts';
import { listEntities } from '../../../utils/db/entities.ts';
import { readHistory } from '../../../utils/db/history.ts';
import { noteOf, subjectIdOf } from '../../../utils/model/annotation.ts';
import { createId } from '../../../utils/model/id.ts';
import { at, draft, openLibrary } from './library.ts';

let library: Library;

beforeEach(() => {
  library = openLibrary();
});

function passage(exact: string, name: string): NewPassage {
  const selector = [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] as const;
  return { id: createId(), kind: 'entity', colour: 'green', selector, subject: { name, type: 'person' } };
}

function three(): NewAnnotations {
  const annotations = [
    passage('Hoàng Lan', 'Hoàng Lan'),
    passage('bà Lan', 'Hoàng Lan'),
    passage('Minh', 'Minh'),
  ];
  return { page: draft().page, annotations };
}

describe('createAnnotations', () => {
  it('keeps all passages in the order given, the same name as the same entity, in one act', async () => {
    const input = three();
    const { annotations, pageIds, actId } = await createAnnotations(library, input, at(0));
    expect(annotations.map(({ id }) => id)).toEqual(input.annotations.map(({ id }) => id));
    expect(await listAnnotations(library, pageIds[0] ?? '')).toHaveLength(3);
    expect((await listEntities(library)).map(({ name }) => name)).toEqual(['Hoàng Lan', 'Minh']);
    expect(annotations.map(subjectIdOf)[0]).toBe(annotations.map(subjectIdOf)[1]);
    expect(await library.acts.toArray()).toMatchObject([{ id: actId, kind: 'group', deed: 'keep' }]);
  });

  it('stores nothing more when the call is repeated', async () => {
    const input = three();
    const first = await createAnnotations(library, input, at(0));
    expect(await createAnnotations(library, input, at(1))).toEqual(first);
    expect(await library.acts.count()).toBe(1);
  });

  it('stores none of them when one id is that of something else', async () => {
    const first = await createAnnotations(library, three(), at(0));
    const input = three();
    const [taken] = first.annotations;
    const mixed = {
      ...input,
      annotations: [...input.annotations, { ...passage('x', 'x'), id: taken?.id ?? '' }],
    };
    await expect(createAnnotations(library, mixed, at(1))).rejects.toMatchObject({ code: 'invalidMessage' });
    expect(await library.annotations.count()).toBe(3);
  });

  it('goes back, forth and back again as one step', async () => {
    const { pageIds } = await createAnnotations(library, three(), at(0));
    const count = async (): Promise<number> => (await listAnnotations(library, pageIds[0] ?? '')).length;
    for (const minute of [1, 3, 5]) {
      const { undo } = await readHistory(library, at(0));
      await undoAct(library, undo?.act.id ?? 0, at(minute));
      expect(await count()).toBe(0);
      const { redo } = await readHistory(library, at(0));
      expect(redo?.deed).toMatchObject({ kind: 'group', deed: 'keep' });
      await undoAct(library, redo?.act.id ?? 0, at(minute + 1));
      expect(await count()).toBe(3);
    }
  });

  it('brings back only what the step took, when one of them was deleted before', async () => {
    const { annotations, actId, pageIds } = await createAnnotations(library, three(), at(0));
    await deleteAnnotation(library, annotations[1]?.id ?? '', at(1));
    const { actId: undone } = await undoAct(library, actId, at(2));
    await undoAct(library, undone, at(3));
    const kept = await listAnnotations(library, pageIds[0] ?? '');
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([annotations[0]?.id, annotations[2]?.id]));
  });

  it('leaves what was noted since as it is', async () => {
    const { annotations, actId } = await createAnnotations(library, three(), at(0));
    const id = annotations[0]?.id ?? '';
    await changeAnnotation(library, { id, note: 'hỏi lại' }, at(1));
    const { actId: undone } = await undoAct(library, actId, at(2));
    await undoAct(library, undone, at(3));
    const row = await library.annotations.get(id);
    expect([row?.deleted, row === undefined ? '' : noteOf(row)]).toEqual([null, 'hỏi lại']);
  });

  it('answers a repeated deletion with the act that deleted', async () => {
    const { annotations } = await createAnnotations(library, three(), at(0));
    const id = annotations[0]?.id ?? '';
    const first = await deleteAnnotation(library, id, at(1));
    expect(await deleteAnnotation(library, id, at(2))).toEqual(first);
  });
});
