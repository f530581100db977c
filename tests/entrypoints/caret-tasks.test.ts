import { afterEach, describe, expect, it, vi } from 'vitest';
import { taskOf, type KeyTasks } from '../../entrypoints/keys/tasks.ts';
import type { CaretAct, CaretView } from '../../utils/messaging/protocol.ts';
import type { KeyPress } from '../../utils/model/caret-keys.ts';
import { defaultPageKeys, type PageKeys } from '../../utils/model/page-keys.ts';

const call = vi.fn<(name: string, input: unknown) => Promise<{ actId: number }>>(async () => ({ actId: 7 }));
const say = vi.fn<KeyTasks['say']>();
const copy = vi.fn<KeyTasks['copy']>(() => true);
const chooseType = vi.fn<KeyTasks['chooseType']>(async () => {});
const tasks: KeyTasks = { call: call as unknown as KeyTasks['call'], say, copy, chooseType };

const nothing: CaretView = {
  mode: 'walk',
  said: '',
  lang: null,
  paragraph: { position: 1, total: 3 },
  selection: null,
  annotation: null,
};
const selected: CaretView = { ...nothing, selection: 'the bridge' };
const onMark: CaretView = {
  ...nothing,
  annotation: { id: 'mark', kind: 'quote', colour: 'blue', position: 1, total: 1 },
};

afterEach(() => vi.clearAllMocks());

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: '',
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    getModifierState: () => false,
    ...modifiers,
  };
}

type Options = { keys?: Partial<PageKeys>; isChanging?: boolean } & Partial<KeyPress>;

/** What a key leads to where things stand so. */
async function doOf(key: string, view: CaretView, options: Options = {}): Promise<CaretAct | null> {
  const { keys = {}, isChanging = false, ...modifiers } = options;
  const state = { keys: { ...defaultPageKeys, ...keys }, isMac: false, isChanging };
  const task = taskOf(press(key, modifiers), state, tasks);
  return typeof task === 'function' ? await task(view) : task;
}

describe('taskOf', () => {
  it('keeps what is selected in the colour of the key', async () => {
    expect(await doOf('4', selected)).toEqual({
      do: 'keep',
      choice: { kind: 'highlight', colour: 'pink' },
      opensCard: false,
    });
  });

  it('gives the annotation under the caret the colour when nothing is selected', async () => {
    expect(await doOf('4', onMark)).toEqual({ do: 'tell', done: 'changed', receipt: { actId: 7 } });
    expect(call).toHaveBeenCalledExactlyOnceWith('editAnnotation', { id: 'mark', colour: 'pink' });
  });

  it('lets the page say that nothing is selected', async () => {
    expect(await doOf('1', nothing)).toMatchObject({ do: 'keep' });
    expect(await doOf('e', nothing)).toMatchObject({ do: 'keep' });
  });

  it('asks for the type of an entity', async () => {
    expect(await doOf('e', selected)).toBeNull();
    expect(chooseType).toHaveBeenCalledOnce();
  });

  it('notes: on what is selected, else on the annotation under the caret', async () => {
    expect(await doOf('n', selected)).toMatchObject({ do: 'keep', opensCard: true });
    expect(await doOf('n', onMark)).toEqual({ do: 'open', atNote: true });
  });

  it('deletes, changes and opens the annotation under the caret', async () => {
    expect(await doOf('Delete', onMark)).toEqual({ do: 'tell', done: 'deleted', receipt: { actId: 7 } });
    expect(await doOf('r', onMark)).toEqual({ do: 'range' });
    expect(await doOf('Enter', onMark)).toEqual({ do: 'open', atNote: false });
  });

  it.each(['Delete', 'r', 'Enter', 'n'])('says of %s that there is no annotation', async (key) => {
    expect(await doOf(key, nothing)).toBeNull();
    expect(say).toHaveBeenCalledExactlyOnceWith('caretNoAnnotation');
    expect(call).not.toHaveBeenCalled();
  });

  it('copies what is selected, and says what came of it', async () => {
    await doOf('c', selected);
    await doOf('c', selected, { ctrlKey: true });
    expect(copy.mock.calls).toEqual([['the bridge'], ['the bridge']]);
    copy.mockReturnValueOnce(false);
    await doOf('c', selected);
    await doOf('c', nothing);
    expect(say.mock.calls.flat()).toEqual([
      'caretCopied',
      'caretCopied',
      'caretNotCopied',
      'caretNothingSelected',
    ]);
  });

  it('follows the keys that the reader chose, and none that they switched off', async () => {
    const keys = { keepYellow: 'x', copy: '', keepQuote: 's' };
    expect(await doOf('x', selected, { keys })).toMatchObject({ do: 'keep' });
    expect(await doOf('1', selected, { keys })).toBeNull();
    expect(await doOf('c', selected, { keys })).toBeNull();
    expect(await doOf('s', selected, { keys })).toMatchObject({ choice: { kind: 'quote' } });
    expect(copy).not.toHaveBeenCalled();
  });

  it('selects sentences forwards and backwards', async () => {
    expect(await doOf('s', nothing)).toEqual({ do: 'sentences', grow: 'after' });
    expect(await doOf('S', nothing, { shiftKey: true })).toEqual({ do: 'sentences', grow: 'before' });
  });

  it('knows other keys while a passage is changed', async () => {
    const changing = { isChanging: true };
    expect(await doOf('Enter', onMark, changing)).toEqual({ do: 'finish', isKept: true });
    expect(await doOf('Escape', onMark, changing)).toEqual({ do: 'finish', isKept: false });
    expect(await doOf('1', onMark, changing)).toBeNull();
    expect(await doOf('ArrowLeft', onMark, { ...changing, shiftKey: true, altKey: true })).toEqual({
      do: 'edge',
      edge: 'end',
      move: { unit: 'word', to: 'left' },
    });
    expect(await doOf('z', onMark, { ...changing, ctrlKey: true })).toEqual({ do: 'undo' });
  });

  it('leaves the browser its own keys', async () => {
    for (const key of ['Tab', 'F5', 'w', 'F12']) expect(await doOf(key, selected)).toBeNull();
    for (const key of ['l', 't', 'w', '1', 's']) {
      expect(await doOf(key, selected, { ctrlKey: true })).toBeNull();
    }
  });
});
