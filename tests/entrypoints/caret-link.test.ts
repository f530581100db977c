import { describe, expect, it, vi } from 'vitest';
import { createCaretLink, type CaretLink } from '../../entrypoints/keys/link.ts';
import type { CaretAct, CaretCall, CaretView } from '../../utils/messaging/protocol.ts';

const view: CaretView = {
  mode: 'walk',
  said: '',
  lang: null,
  paragraph: { position: 1, total: 1 },
  selection: null,
  annotation: null,
};
const right: CaretAct = { do: 'walk', move: { unit: 'character', to: 'right' }, isSelecting: false };
const left: CaretAct = { do: 'walk', move: { unit: 'character', to: 'left' }, isSelecting: false };

type Opened = {
  readonly link: CaretLink;
  readonly calls: readonly CaretCall[];
  readonly onFailure: () => void;
  readonly answer: (part?: Partial<CaretView>) => Promise<void>;
  readonly fail: () => Promise<void>;
};

/** What an answer leads to is asked in the turns after it. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** A link whose answers come when they are let through. */
function open(): Opened {
  const calls: CaretCall[] = [];
  let resolveLast: (view: CaretView) => void = () => {};
  let rejectLast: (error: unknown) => void = () => {};
  const onFailure = vi.fn<() => void>();
  const link = createCaretLink({
    id: 'frame',
    async call(input) {
      calls.push(input);
      return await new Promise((resolve, reject) => {
        resolveLast = resolve;
        rejectLast = reject;
      });
    },
    onView: () => {},
    onFailure,
  });
  return {
    link,
    calls,
    onFailure,
    async answer(part = {}) {
      resolveLast({ ...view, ...part });
      await settled();
    },
    async fail() {
      rejectLast(new Error('gone'));
      await settled();
    },
  };
}

describe('createCaretLink', () => {
  it('sends what comes while an answer is on its way together, in its order', async () => {
    const { link, calls, answer } = open();
    link.send({ do: 'look' });
    for (const act of [right, right, left]) link.send(act);
    expect(calls).toHaveLength(1);
    await answer();
    expect(calls[1]).toEqual({ id: 'frame', turn: 2, acts: [right, right, left] });
  });

  it('asks a task how things stand only after all before it', async () => {
    const { link, calls, answer } = open();
    link.send(right);
    const task = vi.fn<(view: CaretView) => CaretAct>(() => left);
    link.send(task);
    link.send(right);
    expect(task).not.toHaveBeenCalled();
    await answer({ selection: 'bridge' });
    expect(task).toHaveBeenCalledExactlyOnceWith({ ...view, selection: 'bridge' });
    expect(calls[1]?.acts).toEqual([left, right]);
  });

  it('calls a task at once when nothing is on its way', async () => {
    const { link, answer } = open();
    link.send({ do: 'look' });
    await answer();
    const task = vi.fn<() => null>(() => null);
    link.send(task);
    expect(task).toHaveBeenCalledOnce();
  });

  it('does not know what keys mean while a change of that is on its way', async () => {
    const { link, answer } = open();
    expect(link.known()).toBeNull();
    link.send({ do: 'look' });
    await answer();
    link.send(right);
    expect(link.known()).toEqual(view);
    link.send({ do: 'range' });
    expect(link.known()).toBeNull();
    await answer();
    expect(link.known()).toBeNull();
    await answer({ mode: 'range' });
    expect(link.known()?.mode).toBe('range');
  });

  it('drops what was to come after a call that failed, and goes on with the next key', async () => {
    const { link, calls, answer, fail, onFailure } = open();
    link.send({ do: 'look' });
    await answer();
    link.send(right);
    link.send(left);
    await fail();
    expect(onFailure).toHaveBeenCalledOnce();
    expect(calls).toHaveLength(2);
    link.send(left);
    expect(calls[2]?.acts).toEqual([left]);
  });
});
