import { describe, expect, it } from 'vitest';
import { learn, listDueLessons, readLearnedWeights } from '../../../utils/db/learned.ts';
import type { LearnedDecision } from '../../../utils/model/learned.ts';
import type { Trained, TrainInput, WorkCalls } from '../../../utils/proposals/index.ts';
import type { CallWorker } from '../../../utils/store/proposal-worker.ts';
import { trainWeights } from '../../../utils/store/train.ts';
import { at, openLibrary } from '../db/library.ts';

const line = { text: 'Tàu vào Cảng Đông.', start: 8, end: 17 };
const trained: Trained = {
  model: 'vi 1',
  data: {
    size: 2,
    slots: Int32Array.of(1),
    changes: Float32Array.of(0.25),
    steps: Float32Array.of(0),
    lessons: 1,
  },
};
const { signal } = new AbortController();

function decide(name: string): LearnedDecision {
  return {
    name,
    type: 'place',
    action: 'accepted',
    actId: 1,
    annotationId: null,
    isUndone: false,
    spot: null,
    line,
  };
}

/** A worker that answers one thing and tells what it was asked. */
function createCall(asked: TrainInput[]): CallWorker {
  return async <Name extends keyof WorkCalls>(_: Name, input: Parameters<WorkCalls[Name]>[0]) => {
    asked.push(input as TrainInput);
    return trained as ReturnType<WorkCalls[Name]>;
  };
}

describe('trainWeights', () => {
  it('learns what was decided since the last time, once', async () => {
    const library = openLibrary();
    const asked: TrainInput[] = [];
    const offered = [{ name: 'Hoàng Lan', type: 'person' }];
    await learn(library, 'a', { lang: 'vi', decisions: [decide('Cảng Đông')], offered }, at(0));
    await trainWeights(library, 'vi-VN', { call: createCall(asked), signal });
    await trainWeights(library, 'vi-VN', { call: createCall(asked), signal });
    expect(asked).toEqual([
      {
        lang: 'vi-VN',
        weights: null,
        lessons: [{ decisions: [{ type: 'place', action: 'accepted', line }], isDone: false }],
      },
    ]);
    expect(await listDueLessons(library, 'vi')).toEqual([]);
    expect(await readLearnedWeights(library, 'vi')).toMatchObject(trained);
  });

  it('takes the rest for no names only when all that was seen is decided', async () => {
    const library = openLibrary();
    const asked: TrainInput[] = [];
    const offered = [{ name: 'Cảng Đông', type: 'place' }];
    await learn(library, 'a', { lang: 'vi', decisions: [decide('Cảng Đông')], offered }, at(0));
    await trainWeights(library, 'vi', { call: createCall(asked), signal });
    expect(asked[0]?.lessons.map(({ isDone }) => isDone)).toEqual([true]);
  });

  it('leaves lessons of another language for later', async () => {
    const library = openLibrary();
    const asked: TrainInput[] = [];
    await learn(library, 'a', { lang: 'vi', decisions: [decide('Cảng Đông')] }, at(0));
    await trainWeights(library, 'en', { call: createCall(asked), signal });
    expect(asked).toEqual([]);
  });
});
