import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaretAct, CaretView, Receipt } from '../../../utils/messaging/protocol.ts';
import type { CaretMove } from '../../../utils/model/caret-keys.ts';
import type { CaretStage, HandlesProps } from '../../../utils/model/caret-stage.ts';
import { failureCodeOf } from '../../../utils/model/failure.ts';
import { createCaretSession, type CaretSession } from '../../../utils/session/caret.ts';
import type { PlacedMark } from '../../../utils/session/caret-host.ts';
import { buildPageText } from '../../../utils/text/index.ts';
import type { PageText, Span } from '../../../utils/text/types.ts';

const html =
  '<h1>Levy</h1><article><p lang="en">The bridge is closed. Mr. Adair will pay for it.</p><p>Nobody knows why.</p></article>';

let abort: AbortController;
let pageText: PageText | null;
let marks: PlacedMark[];
let keysId: string | null;
let handles: HandlesProps | null;
let caretAnchor: (() => DOMRect | null) | null;
let failures: string[];
let retargets: Span[];
let turn: number;
let caret: CaretSession;

const read = (): PageText => (pageText ??= buildPageText(document));
const changePage = (change: () => void): void => {
  change();
  pageText = null;
};

const stage: CaretStage = {
  showKeys: (id) => void (keysId = id),
  focusKeys: () => {},
  resizeKeys: () => {},
  drawCaret: (anchor) => void (caretAnchor = anchor),
  drawHandles: (next) => void (handles = next),
};

function markOn(words: string): PlacedMark {
  const start = read().raw.indexOf(words);
  return { id: words, kind: 'highlight', colour: 'yellow', start, end: start + words.length };
}

function open(): CaretSession {
  return createCaretSession(
    {
      document,
      signal: abort.signal,
      readText: read,
      listPlaced: () => marks,
      articleSpan: async () => await Promise.resolve({ start: 5, end: read().raw.length }),
      async keep(_, { start, end }) {
        const id = read().raw.slice(start, end);
        marks.push({ ...markOn(id), start, end });
        await Promise.resolve();
        return { id, receipt: { actId: 1 } };
      },
      async retarget(id, span): Promise<Receipt> {
        retargets.push(span);
        marks = marks.map((mark) => (mark.id === id ? { ...mark, ...span } : mark));
        return await Promise.resolve({ actId: 2 });
      },
      undo: vi.fn<() => Promise<void>>(async () => {}),
      tell: async () => {},
      tellNone: () => void failures.push('none'),
      tellFailure: (error) => void failures.push(failureCodeOf(error)),
      openCard: () => true,
      emphasise: () => {},
      preview: () => {},
      onSelected: () => {},
      walkedTo: () => null,
    },
    stage,
  );
}

async function act(...acts: CaretAct[]): Promise<CaretView> {
  return await caret.perform({ id: keysId ?? '', turn: ++turn, acts });
}

const walk = (unit: CaretMove['unit'], to: CaretMove['to'], isSelecting = false): CaretAct => ({
  do: 'walk',
  move: { unit, to } as CaretMove,
  isSelecting,
});
const selected = (): string => getSelection()?.toString() ?? '';

beforeEach(async () => {
  abort = new AbortController();
  document.body.innerHTML = html;
  pageText = null;
  marks = [];
  keysId = null;
  handles = null;
  caretAnchor = null;
  failures = [];
  retargets = [];
  turn = 0;
  caret = open();
  await caret.start();
});

afterEach(() => {
  abort.abort();
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

describe('createCaretSession', () => {
  it('begins at the first line of the article, and draws itself there', async () => {
    expect(caretAnchor?.()?.height).toBeGreaterThan(0);
    expect(await act(walk('word', 'right'))).toMatchObject({ said: 'The', lang: 'en', mode: 'walk' });
  });

  it('begins with what is selected', async () => {
    caret.stop();
    getSelection()?.selectAllChildren(document.querySelector('h1') ?? document.body);
    await caret.start();
    expect(await act({ do: 'look' })).toMatchObject({ selection: 'Levy' });
  });

  it('selects on the page itself, and lets go with Escape before it ends', async () => {
    await act(walk('word', 'right', true), walk('word', 'right', true));
    expect(selected()).toBe('The bridge');
    expect(await act({ do: 'escape' })).toMatchObject({ mode: 'walk', selection: null });
    expect(selected()).toBe('');
    expect(await act({ do: 'escape' })).toMatchObject({ mode: 'off' });
    expect([keysId, caretAnchor]).toEqual([null, null]);
  });

  it('does nothing twice that was sent twice, nor what a frame of before sends', async () => {
    const call = { id: keysId ?? '', turn: 1, acts: [walk('word', 'right', true)] };
    await caret.perform(call);
    await caret.perform(call);
    expect(selected()).toBe('The');
    await caret.perform({ ...call, id: 'another', turn: 9 });
    expect(selected()).toBe('The');
  });

  it('does what was sent before the first was done in its order', async () => {
    const calls = [walk('article', 'end'), walk('article', 'start'), walk('word', 'right', true)];
    await Promise.all(calls.map((one) => act(one)));
    expect(selected()).toBe('The');
  });

  it('keeps what is selected, and stands behind it on the new annotation', async () => {
    await act({ do: 'sentences', grow: 'after' });
    const view = await act({
      do: 'keep',
      choice: { kind: 'highlight', colour: 'pink' },
      opensCard: false,
    });
    expect(marks.map(({ id }) => id)).toEqual(['The bridge is closed.']);
    expect(view).toMatchObject({ selection: null, annotation: { id: 'The bridge is closed.', total: 1 } });
  });

  it('says that nothing is selected, and that there is nothing to go to', async () => {
    await act({ do: 'keep', choice: { kind: 'quote', colour: 'blue' }, opensCard: false });
    await act({ do: 'annotation', step: 1 });
    expect(failures).toEqual(['nothingSelected', 'none']);
  });

  it('stays between the same words when the page renders them anew', async () => {
    await act(walk('sentence', 'forward'));
    changePage(() => {
      document.body.innerHTML = `<p>New on top.</p>${html}`;
    });
    await act(walk('word', 'right', true));
    expect(selected()).toBe('Mr');
  });

  it('never fails when the page loses its text', async () => {
    await act(walk('article', 'end'));
    changePage(() => document.body.replaceChildren());
    caret.refresh();
    expect(caretAnchor?.()).toBeNull();
    expect(
      await act(walk('line', 'forward'), walk('word', 'left', true), { do: 'sentences', grow: 'after' }),
    ).toMatchObject({
      mode: 'walk',
      selection: null,
    });
    expect(failures).toEqual([]);
  });

  it('goes to an annotation and says its words', async () => {
    marks = [markOn('bridge'), markOn('Nobody')];
    expect(await act({ do: 'annotation', step: 1 })).toMatchObject({
      said: 'bridge',
      annotation: { position: 1, total: 2 },
    });
    expect(await act({ do: 'annotation', step: -1 })).toMatchObject({ said: 'Nobody' });
  });
});

describe('changing a passage', () => {
  beforeEach(async () => {
    marks = [markOn('bridge is')];
    await act({ do: 'annotation', step: 1 }, { do: 'range' });
  });

  const word = (edge: 'start' | 'end', to: 'left' | 'right'): CaretAct => ({
    do: 'edge',
    edge,
    move: { unit: 'word', to },
  });

  it('moves both ends by keys and stores when it is kept', async () => {
    expect(await act(word('end', 'right'))).toMatchObject({ mode: 'range', selection: 'bridge is closed' });
    expect(await act(word('start', 'left'))).toMatchObject({ selection: 'The bridge is closed' });
    expect(retargets).toEqual([]);
    expect(await act({ do: 'finish', isKept: true })).toMatchObject({ mode: 'walk' });
    expect(retargets.map(({ start, end }) => read().raw.slice(start, end))).toEqual(['The bridge is closed']);
  });

  it('stores nothing that was given up or has not changed', async () => {
    await act(word('end', 'right'), { do: 'finish', isKept: false });
    await act({ do: 'range' }, { do: 'finish', isKept: true });
    expect(retargets).toEqual([]);
    expect(handles).toBeNull();
  });

  it('follows a handle, by whole words unless asked otherwise, and stores where it is dropped', async () => {
    const edge = handles?.anchorOf('end');
    const target = { x: (edge?.x ?? 0) + 30, y: (edge?.y ?? 0) + 5 };
    handles?.onDrag('end', target, false);
    expect(await act({ do: 'look' })).toMatchObject({ selection: 'bridge is closed' });
    handles?.onDrag('end', target, true);
    expect((await act({ do: 'look' })).selection).toMatch(/^bridge is c(?:losed)?/u);
    handles?.onDrop();
    await vi.waitFor(() => expect(retargets).toHaveLength(1));
    expect(await act({ do: 'look' })).toMatchObject({ mode: 'range' });
  });

  it('keeps what was moved when the page changes meanwhile', async () => {
    await act(word('end', 'right'));
    changePage(() => document.querySelector('article')?.prepend('Something new. '));
    marks = [markOn('bridge is')];
    expect(await act(word('start', 'left'))).toMatchObject({ selection: 'The bridge is closed' });
  });

  it('ends when the annotation is deleted meanwhile', async () => {
    marks = [];
    caret.refresh();
    expect(await act({ do: 'look' })).toMatchObject({ mode: 'walk', annotation: null });
  });

  it('ends with the caret where it began without one', async () => {
    await act({ do: 'leave' });
    turn = 0;
    expect(caret.changePassage('bridge is')).toBe(true);
    expect(await act(word('end', 'right'), { do: 'escape' })).toMatchObject({ mode: 'off' });
    expect(caret.changePassage('gone')).toBe(false);
  });
});
