import { describe, expect, it } from 'vitest';
import { undoAct } from '../../../utils/db/acts.ts';
import { changeAnnotation, createAnnotation, deleteAnnotation } from '../../../utils/db/annotations.ts';
import type { Library } from '../../../utils/db/database.ts';
import { readHistory } from '../../../utils/db/history.ts';
import { correctArticle } from '../../../utils/db/page-acts.ts';
import { noteOf } from '../../../utils/model/annotation.ts';
import { at, draft, openLibrary } from './library.ts';

let minute = 0;
const now = (): string => at(++minute);

async function step(library: Library, way: 'undo' | 'redo'): Promise<boolean> {
  const { [way]: next } = await readHistory(library, at(0));
  if (next === null) return false;
  await undoAct(library, next.act.id, now());
  return true;
}

async function readNote(library: Library, id: string): Promise<string | null> {
  const row = await library.annotations.get(id);
  return row === undefined || row.deleted !== null ? null : noteOf(row);
}

async function noted(library: Library): Promise<string> {
  const { annotation } = await createAnnotation(library, draft(), now());
  await changeAnnotation(library, { id: annotation.id, note: 'một' }, now());
  await changeAnnotation(library, { id: annotation.id, note: 'hai' }, now());
  await deleteAnnotation(library, annotation.id, now());
  return annotation.id;
}

describe('readHistory', () => {
  it('goes back over every act, and forth again, to where it was', async () => {
    const library = openLibrary();
    const id = await noted(library);
    const seen: (string | null)[] = [];
    while (await step(library, 'undo')) seen.push(await readNote(library, id));
    expect(seen).toEqual(['hai', 'một', '', null]);
    const again: (string | null)[] = [];
    while (await step(library, 'redo')) again.push(await readNote(library, id));
    expect(again).toEqual(['', 'một', 'hai', null]);
  });

  it('goes back and forth over the same act as often as one likes', async () => {
    const library = openLibrary();
    const id = await noted(library);
    for (let turn = 0; turn < 3; turn++) {
      await step(library, 'undo');
      expect(await readNote(library, id)).toBe('hai');
      await step(library, 'redo');
      expect(await readNote(library, id)).toBeNull();
    }
  });

  it('has no way forth after something new', async () => {
    const library = openLibrary();
    const id = await noted(library);
    await step(library, 'undo');
    await changeAnnotation(library, { id, note: 'ba' }, now());
    expect((await readHistory(library, at(0))).redo).toBeNull();
    await step(library, 'undo');
    expect(await readNote(library, id)).toBe('hai');
  });

  it('goes over changes of pages too', async () => {
    const library = openLibrary();
    const { annotation } = await createAnnotation(library, draft(), now());
    await correctArticle(library, annotation.pageId, { title: 'Phí cảng' }, now());
    expect((await readHistory(library, at(0))).undo?.deed.kind).toBe('page');
    await step(library, 'undo');
    expect((await library.pages.get(annotation.pageId))?.corrections).toEqual({});
    await step(library, 'redo');
    expect((await library.pages.get(annotation.pageId))?.corrections).toEqual({ title: 'Phí cảng' });
  });

  it('leaves alone what was done before its time', async () => {
    const library = openLibrary();
    await noted(library);
    expect(await readHistory(library, at(minute + 1))).toEqual({ undo: null, redo: null });
  });
});
