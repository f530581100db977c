import { describe, expect, it } from 'vitest';
import { undoAct } from '../../../utils/db/acts.ts';
import { createAnnotation } from '../../../utils/db/annotations.ts';
import type { Library, WeightsData } from '../../../utils/db/database.ts';
import {
  allowName,
  followUndo,
  forgetLearned,
  keepWeights,
  learn,
  listDueLessons,
  pageKeyOf,
  purgeLessons,
  readLearnedNames,
  readLearnedWeights,
  readRejected,
  recallLearned,
  summariseLearned,
  takeRejectionBack,
} from '../../../utils/db/learned.ts';
import type { LearnedDecision } from '../../../utils/model/learned.ts';
import { at, draft, openLibrary } from './library.ts';

const line = { text: 'Tàu vào Cảng Đông.', start: 8, end: 17 };

function decide(part: Partial<LearnedDecision> = {}): LearnedDecision {
  return {
    name: 'Cảng Đông',
    type: 'place',
    action: 'rejected',
    actId: null,
    annotationId: null,
    isUndone: false,
    spot: null,
    line,
    ...part,
  };
}

async function reject(library: Library, page: string, name = 'Cảng Đông'): Promise<void> {
  await learn(library, page, { lang: 'vi', decisions: [decide({ name })] }, at(0));
}

const data: WeightsData = {
  size: 4,
  slots: Int32Array.of(1),
  changes: Float32Array.of(0.5),
  steps: Float32Array.of(0),
  lessons: 1,
};

describe('learn', () => {
  it('silences a name that was rejected in two articles', async () => {
    const library = openLibrary();
    await reject(library, 'a');
    await reject(library, 'a');
    expect(await summariseLearned(library)).toEqual({ count: 0, silenced: [] });
    await reject(library, 'b');
    expect((await summariseLearned(library)).silenced).toEqual([{ name: 'Cảng Đông', type: 'place' }]);
  });

  it('loses nothing of two windows that learn at the same time', async () => {
    const library = openLibrary();
    const pages = Array.from({ length: 10 }, (_, index) => `page ${index}`);
    await Promise.all(pages.map(async (page) => await reject(library, page)));
    expect(await readLearnedNames(library)).toMatchObject([{ rejected: 10, streak: 10 }]);
  });

  it('remembers what was rejected in the article itself', async () => {
    const library = openLibrary();
    await reject(library, 'a');
    await learn(library, 'a', { lang: 'vi', decisions: [decide({ spot: 'x|May|y' })] }, at(0));
    expect(await readRejected(library, 'a')).toEqual({
      names: [{ name: 'Cảng Đông', type: 'place' }],
      spots: ['x|May|y'],
    });
    expect(await readRejected(library, 'b')).toEqual({ names: [], spots: [] });
  });
});

describe('takeRejectionBack', () => {
  it('leaves nothing of a rejection behind', async () => {
    const library = openLibrary();
    await reject(library, 'a');
    await takeRejectionBack(library, 'a', [{ name: 'Cảng Đông', type: 'place', spot: null }], at(1));
    expect(await readRejected(library, 'a')).toEqual({ names: [], spots: [] });
    expect(await readLearnedNames(library)).toMatchObject([{ rejected: 0, streak: 0 }]);
  });
});

describe('followUndo', () => {
  it('unlearns what an act taught, and learns it again when the act is redone', async () => {
    const library = openLibrary();
    const subject = { name: 'Cảng Đông', type: 'place' };
    const { annotation, actId } = await createAnnotation(library, draft({ kind: 'entity', subject }), at(0));
    const accepted = decide({ action: 'accepted', actId, annotationId: annotation.id });
    await learn(library, 'a', { lang: 'vi', decisions: [accepted] }, at(0));
    expect(await readLearnedNames(library)).toMatchObject([{ accepted: 1 }]);
    const undone = await undoAct(library, actId, at(1));
    await followUndo(library, actId, at(1));
    expect(await readLearnedNames(library)).toMatchObject([{ accepted: 0 }]);
    const redone = await undoAct(library, undone.actId, at(2));
    await followUndo(library, undone.actId, at(2));
    expect(await readLearnedNames(library)).toMatchObject([{ accepted: 1 }]);
    await undoAct(library, redone.actId, at(3));
    await followUndo(library, redone.actId, at(3));
    expect(await readLearnedNames(library)).toMatchObject([{ accepted: 0 }]);
  });
});

describe('allowName', () => {
  it('lets a silenced name be proposed again, and takes that back', async () => {
    const library = openLibrary();
    const named = { name: 'Cảng Đông', type: 'place' };
    await reject(library, 'a');
    await reject(library, 'b');
    await allowName(library, named, true);
    expect((await summariseLearned(library)).silenced).toEqual([]);
    await allowName(library, named, false);
    expect((await summariseLearned(library)).silenced).toEqual([named]);
  });
});

describe('forgetLearned', () => {
  it('leaves nothing, and what it forgot can be had back beside what was learned since', async () => {
    const library = openLibrary();
    await reject(library, 'a');
    await keepWeights(library, { lang: 'vi', model: 'm', data }, []);
    const rows = await forgetLearned(library);
    expect(await library.learned.count()).toBe(0);
    await reject(library, 'b', 'Hoàng Lan');
    await recallLearned(library, rows);
    expect((await readLearnedNames(library)).map(({ name }) => name).toSorted()).toEqual([
      'Cảng Đông',
      'Hoàng Lan',
    ]);
    expect((await readLearnedWeights(library, 'vi-VN'))?.data).toEqual(data);
  });
});

describe('keepWeights', () => {
  it('keeps weights with the lessons marked as learned, whose lines go', async () => {
    const library = openLibrary();
    await reject(library, 'a');
    const due = await listDueLessons(library, 'vi-VN');
    expect(due).toHaveLength(1);
    await keepWeights(library, { lang: 'vi', model: 'm', data }, due);
    expect(await listDueLessons(library, 'vi')).toEqual([]);
    expect(JSON.stringify(await library.learned.where('kind').equals('lesson').toArray())).not.toContain(
      'Tàu',
    );
  });

  it('drops weights whose lessons changed while they were learned', async () => {
    const library = openLibrary();
    await reject(library, 'a');
    const due = await listDueLessons(library, 'vi');
    await reject(library, 'a', 'Hoàng Lan');
    await keepWeights(library, { lang: 'vi', model: 'm', data }, due);
    expect(await readLearnedWeights(library, 'vi')).toBeNull();
    expect(await listDueLessons(library, 'vi')).toHaveLength(1);
  });
});

describe('purgeLessons', () => {
  it('drops old lessons and keeps what they taught', async () => {
    const library = openLibrary();
    await reject(library, 'a');
    await purgeLessons(library, at(1));
    expect(await library.learned.where('kind').equals('lesson').count()).toBe(0);
    expect(await readLearnedNames(library)).toHaveLength(1);
  });
});

describe('pageKeyOf', () => {
  it('is the same for an address however it is written, and holds nothing of it', async () => {
    const key = await pageKeyOf('https://www.harbour.example/levy?utm_source=mail#top');
    expect(key).toBe(await pageKeyOf('https://harbour.example/levy'));
    expect(key).not.toBe(await pageKeyOf('https://harbour.example/ferry'));
    expect(key).toMatch(/^[\da-f]{24}$/u);
  });
});
