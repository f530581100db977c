// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mark, Placement } from '../../utils/messaging/protocol.ts';
import type { callExtension } from '../../utils/messaging/send.ts';
import { Failure } from '../../utils/model/failure.ts';
import { addPiece } from '../../utils/model/pieces.ts';
import type { ReadPiece } from '../../utils/model/read-article.ts';
import { further } from '../../entrypoints/page-ui.content/further.ts';
import type { Further } from '../../utils/session/further-script.ts';
import type { PaintedMark, Painter } from '../../utils/painting/index.ts';
import { createPageSession, type PageSession } from '../../utils/session/page-session.ts';

const nothingKnown = vi.hoisted(() => ({
  title: null,
  standfirst: null,
  authors: null,
  publisher: null,
  creditedSource: null,
  section: null,
  published: null,
  modified: null,
  lang: { declared: null, detected: null },
  canonicalUrl: null,
  image: null,
  keywords: null,
  isPaywalled: false,
}));

const extraction = vi.hoisted(() => ({ during: (): void => {} }));

// Extraction has tests of its own; here a page is just its text.
vi.mock('../../utils/extraction/index.ts', () => ({
  async extractArticleInSlices() {
    await Promise.resolve();
    extraction.during();
    return { status: 'no-article', reason: 'not-an-article', metadata: nothingKnown };
  },
  readAlternateUrls: () => [],
}));

type Call = { readonly name: string; readonly input: unknown };
type Answers = Record<string, (input: never) => unknown>;

/** What is loaded when it is needed is there at once. */
const loadFurther = async (): Promise<Further> => await Promise.resolve(further);

const ours = document.createElement('div');
let abort: AbortController;
let calls: Call[];
let answers: Answers;
let painted: readonly PaintedMark[];
let placed: readonly Placement[];

/** The library as far as a page knows it: everything kept, by call. */
function keepInMemory(marks: Mark[] = []): Answers {
  let actId = 0;
  return {
    findPage: () => ({ pageId: marks.length === 0 ? null : 'page-1', doubt: null, marks: [...marks] }),
    createAnnotations({ annotations }: { annotations: readonly Mark[] }) {
      const made = annotations.map(({ id, kind, colour, selector }) => ({ id, kind, colour, selector }));
      marks.push(...made);
      return { pageId: 'page-1', marks: made, actId: ++actId };
    },
    addPiece({ id, selector }: Mark) {
      const at = marks.findIndex((mark) => mark.id === id);
      const known = marks[at];
      if (known === undefined) throw new Failure('annotationGone');
      const { source: _, ...target } = addPiece({ source: '', ...known }, selector);
      const mark = { ...known, ...target };
      marks[at] = mark;
      return { mark, actId: ++actId };
    },
    undoAct: () => null,
  };
}

const call = (async (name: string, input: never) => {
  calls.push({ name, input });
  return await answers[name]?.(input);
}) as unknown as typeof callExtension;

const painter: Painter = {
  paint: (marks) => {
    painted = marks;
  },
  hit: () => [],
  rangesOf: () => [],
  painted: () => [],
  hasLost: () => false,
  emphasise: () => () => {},
  preview: () => {},
};

function open(): PageSession {
  return createPageSession({
    loadFurther,
    document,
    call,
    painter,
    signal: abort.signal,
    isOurs: (node) => node === ours,
    onPlaced: (placements) => {
      placed = placements;
    },
  });
}

function show(...paragraphs: string[]): void {
  document.body.replaceChildren(
    ...paragraphs.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }),
  );
}

function select(words: string): void {
  for (const paragraph of document.querySelectorAll('p')) {
    const text = paragraph.firstChild;
    const start = paragraph.textContent.indexOf(words);
    if (text === null || start === -1) continue;
    getSelection()?.setBaseAndExtent(text, start, text, start + words.length);
    return;
  }
  throw new Error(`expected "${words}" on the page`);
}

/** Waits until the page was looked up again, which the extraction of it goes before. */
async function askedAgain(): Promise<void> {
  await vi.waitFor(() => expect(namesOfCalls()).toContain('findPage'));
}

const paintedWords = (): string[] => painted.map(({ ranges }) => ranges.map(String).join(''));
const namesOfCalls = (): string[] => calls.map(({ name }) => name);

const opening = 'Hội đồng họp tối thứ Hai để bàn về phí cảng và cây cầu tàu cũ ở cuối phố.';
const middle = 'The ferry owner said that nobody had asked her, and the room went very quiet for a while.';

beforeEach(() => {
  abort = new AbortController();
  calls = [];
  painted = [];
  placed = [];
  answers = keepInMemory();
  show(opening, middle);
});

afterEach(() => {
  abort.abort();
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('createPageSession with the caret', () => {
  beforeEach(() => {
    answers['retargetAnnotation'] = ({ id, selector }: Mark) => ({
      mark: { id, kind: 'highlight', colour: 'yellow', selector },
      actId: 9,
    });
  });

  function spanOf(session: PageSession, words: string): { start: number; end: number } {
    const start = session.readText().raw.indexOf(words);
    return { start, end: start + words.length };
  }

  it('keeps exactly a span, whatever is selected, and half words too', async () => {
    const session = open();
    select('phí cảng');
    await session.keepSelection({ kind: 'highlight', colour: 'pink' }, spanOf(session, 'ferry own'));
    expect(paintedWords()).toEqual(['ferry own']);
  });

  it('takes in the words that a selection cuts, unless the reader does not want that', async () => {
    const session = open();
    select('erry owne');
    expect(session.readSelection()?.exact).toBe('ferry owner');
    await session.keepSelection({ kind: 'highlight', colour: 'pink' });
    expect(paintedWords()).toEqual(['ferry owner']);
    const other = createPageSession({
      loadFurther,
      document,
      call,
      painter,
      signal: abort.signal,
      isOurs: () => false,
      snapsToWords: () => false,
    });
    select('erry owne');
    expect(other.readSelection()?.exact).toBe('erry owne');
  });

  it('gives an annotation another passage, and lists it where it stands then', async () => {
    const session = open();
    const { id } = await session.keepSelection(
      { kind: 'highlight', colour: 'pink' },
      spanOf(session, 'ferry owner'),
    );
    expect(await session.retarget(id, spanOf(session, 'nobody had asked'))).toEqual({ actId: 9 });
    expect(paintedWords()).toEqual(['nobody had asked']);
    expect(session.listPlaced()).toEqual([
      { id, kind: 'highlight', colour: 'yellow', ...spanOf(session, 'nobody had asked') },
    ]);
  });

  it('lists what stands on the page on the text as it is now', async () => {
    const session = open();
    await session.keepSelection({ kind: 'highlight', colour: 'pink' }, spanOf(session, 'ferry owner'));
    document.body.prepend('Something new on top. ');
    await Promise.resolve();
    expect(session.listPlaced().map(({ start, end }) => session.readText().raw.slice(start, end))).toEqual([
      'ferry owner',
    ]);
  });
});

describe('createPageSession', () => {
  it('paints what is kept of the page', async () => {
    const first = open();
    select('phí cảng');
    await first.keepSelection({ kind: 'highlight', colour: 'yellow' });
    painted = [];
    const again = open();
    expect((await again.getStatus({ isReaders: true })).placements.map(({ status }) => status)).toEqual([
      'exact',
    ]);
    expect(paintedWords()).toEqual(['phí cảng']);
  });

  it('tells the status of a page that nothing is kept of', async () => {
    getSelection()?.removeAllRanges();
    expect(await open().getStatus({ isReaders: true })).toMatchObject({
      state: 'no-article',
      pageId: null,
      selection: null,
      placements: [],
      failure: null,
    });
  });

  it('tells an orphan from what it found, and paints only that', async () => {
    const session = open();
    select('phí cảng');
    const kept = await session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    select('The ferry owner said that nobody had asked her');
    const lost = await session.keepSelection({ kind: 'quote', colour: 'blue' });
    show(opening);
    const again = open();
    await again.getStatus({ isReaders: true });
    expect(placed).toEqual([
      { id: kept.id, status: 'exact' },
      { id: lost.id, status: 'orphan', reason: 'deleted', candidates: [] },
    ]);
    expect(paintedWords()).toEqual(['phí cảng']);
  });

  it('tells what stands now where the publisher changed a passage', async () => {
    const session = open();
    select('The ferry owner said that nobody had asked her, and the room went very quiet');
    const { id } = await session.keepSelection({ kind: 'quote', colour: 'blue' });
    show(opening, middle.replace('very quiet', 'rather quiet'));
    await open().getStatus({ isReaders: true });
    const words = 'The ferry owner said that nobody had asked her, and the room went rather quiet';
    expect(placed).toEqual([{ id, status: 'altered', words }]);
    expect(paintedWords()).toEqual([words]);
  });

  describe('addPiece', () => {
    const saying = 'The ferry owner said that nobody had asked her';
    const hush = 'the room went very quiet for a while';

    /** A quote of two pieces, the second of which was chosen first. */
    async function keepInPieces(): Promise<string> {
      const session = open();
      select(hush);
      const { id } = await session.keepSelection({ kind: 'quote', colour: 'blue' });
      select(saying);
      await session.addPiece(id);
      return id;
    }

    it('paints both pieces of one annotation, in reading order', async () => {
      const id = await keepInPieces();
      expect(placed).toEqual([{ id, status: 'exact' }]);
      expect(paintedWords()).toEqual([saying + hush]);
      expect(getSelection()?.isCollapsed).not.toBe(false);
    });

    it('finds the pieces again on the next visit', async () => {
      const id = await keepInPieces();
      painted = [];
      await open().getStatus({ isReaders: true });
      expect(placed).toEqual([{ id, status: 'exact' }]);
      expect(paintedWords()).toEqual([saying + hush]);
    });

    it('tells what is left of a quote when one of its pieces is gone', async () => {
      const id = await keepInPieces();
      show(opening, `${saying}, and left.`);
      await open().getStatus({ isReaders: true });
      expect(placed).toEqual([{ id, status: 'altered', words: saying }]);
      expect(paintedWords()).toEqual([saying]);
    });

    it('is lost when all of its pieces are', async () => {
      const id = await keepInPieces();
      show(opening);
      await open().getStatus({ isReaders: true });
      expect(placed).toEqual([{ id, status: 'orphan', reason: 'deleted', candidates: [] }]);
      expect(painted).toEqual([]);
    });

    it('refuses when nothing is selected', async () => {
      const session = open();
      select(saying);
      const { id } = await session.keepSelection({ kind: 'quote', colour: 'blue' });
      await expect(session.addPiece(id)).rejects.toMatchObject({ code: 'nothingSelected' });
    });
  });

  it('reports a failed look-up as its code and works on', async () => {
    answers['findPage'] = () => {
      throw new Failure('storageFailed');
    };
    const session = open();
    select('phí cảng');
    expect(await session.getStatus({ isReaders: true })).toMatchObject({
      failure: 'storageFailed',
      selection: 'phí cảng',
    });
  });

  it('paints anew when the page came to rest after a change', async () => {
    const session = open();
    select('nobody had asked her');
    await session.keepSelection({ kind: 'quote', colour: 'blue' });
    vi.useFakeTimers();
    show('Bản tin vừa được cập nhật.', opening, middle);
    painted = [];
    await Promise.resolve();
    vi.advanceTimersByTime(300);
    expect(paintedWords()).toEqual(['nobody had asked her']);
    expect(painted[0]?.ranges[0]?.startContainer.isConnected).toBe(true);
    expect(placed.map(({ status }) => status)).toEqual(['moved']);
  });

  it('does nothing more once the signal aborts', async () => {
    const session = open();
    select('phí cảng');
    await session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    painted = [];
    abort.abort();
    vi.useFakeTimers();
    show(middle, opening);
    await Promise.resolve();
    vi.advanceTimersByTime(10_000);
    await session.onChanged('page-1');
    expect(painted).toEqual([]);
  });
});

describe('keepSelection', () => {
  it('stores the selected words with their place, and paints them once they are stored', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    select('phí cảng');
    const stored = Promise.withResolvers<unknown>();
    const { createAnnotations } = answers;
    answers['createAnnotations'] = async (draft) => {
      await stored.promise;
      return createAnnotations?.(draft);
    };
    const keeping = session.keepSelection({ kind: 'highlight', colour: 'pink' });
    await vi.waitFor(() => expect(namesOfCalls()).toContain('createAnnotations'));
    expect(painted).toEqual([]);
    stored.resolve(null);
    const { id, actId } = await keeping;
    expect(painted).toMatchObject([{ id, kind: 'highlight', colour: 'pink' }]);
    expect([paintedWords(), actId]).toEqual([['phí cảng'], 1]);
  });

  it('gives every annotation an id of its own', async () => {
    const session = open();
    select('phí cảng');
    const one = await session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    select('phí cảng');
    const other = await session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    expect(one.id).not.toBe(other.id);
  });

  it('paints nothing and tells why when storing fails', async () => {
    answers['createAnnotations'] = () => {
      throw new Failure('storageFull');
    };
    const session = open();
    select('phí cảng');
    await expect(session.keepSelection({ kind: 'highlight', colour: 'yellow' })).rejects.toMatchObject({
      code: 'storageFull',
    });
    expect(painted).toEqual([]);
    expect(session.readSelection()?.exact).toBe('phí cảng');
  });

  const subjects: Record<
    string,
    [{ name: string; type: string } | undefined, { name: string; type: string }]
  > = {
    'the selected words when no name is given': [
      { name: ' ', type: 'place' },
      { name: 'phí cảng', type: 'place' },
    ],
    'the name that is given': [
      { name: 'Phí neo đậu', type: 'amount' },
      { name: 'Phí neo đậu', type: 'amount' },
    ],
    'the selected words and no type when nothing is given': [undefined, { name: 'phí cảng', type: 'other' }],
  };
  it.each(Object.entries(subjects))('names an entity by %s', async (_, [subject, named]) => {
    const session = open();
    select('phí cảng');
    await session.keepSelection({
      kind: 'entity',
      colour: 'green',
      ...(subject === undefined ? {} : { subject }),
    });
    expect(calls.find(({ name }) => name === 'createAnnotations')?.input).toMatchObject({
      annotations: [{ subject: named }],
    });
  });

  it('refuses when nothing is selected', async () => {
    await expect(open().keepSelection({ kind: 'highlight', colour: 'yellow' })).rejects.toMatchObject({
      code: 'nothingSelected',
    });
    expect(namesOfCalls()).not.toContain('createAnnotations');
  });

  it('does not paint on the article that the reader went on to meanwhile', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    select('phí cảng');
    const stored = Promise.withResolvers<unknown>();
    answers['createAnnotations'] = async ({ annotations }: { annotations: readonly Mark[] }) => {
      await stored.promise;
      return { pageId: 'page-1', marks: annotations, actId: 1 };
    };
    const keeping = session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    await vi.waitFor(() => expect(namesOfCalls()).toContain('createAnnotations'));
    await session.onAddressChange('https://ledger.example/a', 'https://ledger.example/b');
    stored.resolve(null);
    await keeping;
    expect(painted).toEqual([]);
    expect((await session.getStatus({ isReaders: true })).pageId).toBeNull();
  });
});

describe('keepSpans', () => {
  const pieceOf = async (session: PageSession, words: string): Promise<ReadPiece[]> => {
    const [span] = session.findPassage(words);
    if (span === undefined) throw new Error(`expected "${words}"`);
    const all = [...document.querySelectorAll('p')].map(({ textContent }) => textContent).join('\n');
    const start = all.indexOf(words);
    return await Promise.resolve([{ start, end: start + words.length, words }]);
  };

  it('keeps all passages by one call, paints them, and names those that are gone', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    const passages = [
      await pieceOf(session, 'Hội đồng'),
      [{ start: 3, end: 9, words: 'not it' }],
      await pieceOf(session, 'The ferry owner'),
    ];
    const choice = { kind: 'entity', colour: 'green', subject: { name: '', type: 'person' } } as const;
    expect(await session.keepSpans({ choice, passages })).toMatchObject({ actId: 1, failed: [1] });
    expect(paintedWords()).toEqual(['Hội đồng', 'The ferry owner']);
    const kept = calls.filter(({ name }) => name === 'createAnnotations').map(({ input }) => input);
    expect(kept).toMatchObject([
      { annotations: [{ subject: { name: 'Hội đồng' } }, { subject: { name: 'The ferry owner' } }] },
    ]);
  });

  it('gives each passage a choice of its own where there is a list', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    const passages = [await pieceOf(session, 'Hội đồng'), await pieceOf(session, 'nobody had asked her')];
    const choice = [
      { kind: 'entity', colour: 'green' },
      { kind: 'quote', colour: 'blue', speaker: 'the owner' },
    ] as const;
    await session.keepSpans({ choice, passages });
    expect(calls.at(-1)?.input).toMatchObject({
      annotations: [{ kind: 'entity' }, { kind: 'quote', speaker: 'the owner' }],
    });
  });

  it('fails when none of the passages is there', async () => {
    const session = open();
    const passages = [[{ start: 3, end: 9, words: 'not it' }]];
    const failing = session.keepSpans({ choice: { kind: 'highlight', colour: 'pink' }, passages });
    await expect(failing).rejects.toMatchObject({ code: 'selectionGone' });
    expect(namesOfCalls()).not.toContain('createAnnotations');
  });
});

describe('readSelection', () => {
  it('remembers what was selected when the selection is gone', () => {
    const session = open();
    select('nobody had asked her');
    expect(session.readSelection()?.exact).toBe('nobody had asked her');
    getSelection()?.removeAllRanges();
    expect(session.readSelection()?.exact).toBe('nobody had asked her');
  });

  it('keeps what is remembered, though the page put other nodes in its place', async () => {
    const session = open();
    select('nobody had asked her');
    session.readSelection();
    show('Bản tin vừa được cập nhật.', opening, middle);
    await Promise.resolve();
    getSelection()?.removeAllRanges();
    await session.keepSelection({ kind: 'quote', colour: 'blue' });
    expect(paintedWords()).toEqual(['nobody had asked her']);
  });

  it('refuses to keep what is remembered and no longer on the page', async () => {
    const session = open();
    select('nobody had asked her');
    session.readSelection();
    show(opening);
    await Promise.resolve();
    getSelection()?.removeAllRanges();
    await expect(session.keepSelection({ kind: 'quote', colour: 'blue' })).rejects.toMatchObject({
      code: 'selectionGone',
    });
    expect(namesOfCalls()).not.toContain('createAnnotations');
  });

  it('forgets what the reader let go', () => {
    const session = open();
    select('phí cảng');
    session.readSelection();
    getSelection()?.removeAllRanges();
    session.forgetSelection();
    expect(session.readSelection()).toBeNull();
  });

  it('forgets what was kept and shows it without the selection over it', async () => {
    const session = open();
    select('phí cảng');
    await session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    expect([getSelection()?.isCollapsed, session.readSelection()]).toEqual([true, null]);
  });
});

describe('onChanged', () => {
  it('looks up again for this page and not for another', async () => {
    const session = open();
    select('phí cảng');
    await session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    calls = [];
    await session.onChanged('page-2');
    expect(calls).toEqual([]);
    await session.onChanged('page-1');
    expect(namesOfCalls()).toEqual(['findPage']);
  });

  it('looks up for any page while its own has no id', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    calls = [];
    await session.onChanged('page-9');
    expect(namesOfCalls()).toEqual(['findPage']);
  });

  it('drops an answer that a later one overtook', async () => {
    const session = open();
    select('phí cảng');
    const { id } = await session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    const slow = Promise.withResolvers<unknown>();
    const { findPage } = answers;
    calls = [];
    answers['findPage'] = async () => await slow.promise;
    const early = session.onChanged('page-1');
    await askedAgain();
    if (findPage !== undefined) answers['findPage'] = findPage;
    await session.onChanged('page-1');
    slow.resolve({ pageId: 'page-0', doubt: null, marks: [] });
    await early;
    expect(await session.getStatus({ isReaders: true })).toMatchObject({
      pageId: 'page-1',
      placements: [{ id }],
    });
    expect(paintedWords()).toEqual(['phí cảng']);
  });

  it('drops a failure that a later answer overtook', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    const slow = Promise.withResolvers<unknown>();
    const { findPage } = answers;
    calls = [];
    answers['findPage'] = async () => await slow.promise;
    const early = session.onChanged('page-1');
    await askedAgain();
    if (findPage !== undefined) answers['findPage'] = findPage;
    await session.onChanged('page-1');
    slow.reject(new Failure('storageFailed'));
    await early;
    expect((await session.getStatus({ isReaders: true })).failure).toBeNull();
  });
});

describe('a page that goes on while it is read', () => {
  const start = location.href;

  afterEach(() => {
    extraction.during = () => {};
    history.replaceState(null, '', start);
  });

  it('files nothing of the old article under the new address', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    select('phí cảng');
    document.body.append(document.createElement('hr'));
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(0));
    extraction.during = () => history.replaceState(null, '', '/another-article');
    await expect(session.keepSelection({ kind: 'highlight', colour: 'yellow' })).rejects.toMatchObject({
      code: 'selectionGone',
    });
    await expect(session.keepPage()).rejects.toMatchObject({ code: 'selectionGone' });
    expect(namesOfCalls()).not.toContain('createAnnotations');
    expect(namesOfCalls()).not.toContain('keepPage');
  });
});

describe('onAddressChange', () => {
  it('stays where it is when only a place in the article was asked for', async () => {
    const session = open();
    select('phí cảng');
    await session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    expect(await session.onAddressChange('https://ledger.example/a', 'https://ledger.example/a#notes')).toBe(
      false,
    );
    expect(paintedWords()).toEqual(['phí cảng']);
  });

  it('believes nothing that the page declares until the new article is there', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    calls = [];
    await session.onAddressChange('https://ledger.example/a', 'https://ledger.example/b');
    expect(calls.find(({ name }) => name === 'findPage')?.input).toEqual({
      canonicalUrl: null,
      alternateUrls: [],
      article: null,
    });
  });

  it('takes the marks of the old article away before it knows those of the new one', async () => {
    const session = open();
    select('phí cảng');
    await session.keepSelection({ kind: 'highlight', colour: 'yellow' });
    const slow = Promise.withResolvers<unknown>();
    calls = [];
    answers['findPage'] = async () => await slow.promise;
    const moving = session.onAddressChange('https://ledger.example/a', 'https://ledger.example/b');
    expect([painted, placed]).toEqual([[], []]);
    slow.resolve({ pageId: 'page-2', marks: [] });
    await moving;
    expect(await session.getStatus({ isReaders: true })).toMatchObject({ pageId: 'page-2', placements: [] });
  });

  it('forgets what was selected in the old article', async () => {
    const session = open();
    select('phí cảng');
    session.readSelection();
    getSelection()?.removeAllRanges();
    await session.onAddressChange('https://ledger.example/a', 'https://ledger.example/b');
    expect(session.readSelection()).toBeNull();
  });
});

describe('keepSelection, pressed twice', () => {
  it('stores one annotation for two presses before the first answer', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    select('phí cảng');
    const choice = { kind: 'highlight', colour: 'yellow' } as const;
    const both = await Promise.all([session.keepSelection(choice), session.keepSelection(choice)]);
    expect(both[0]).toEqual(both[1]);
    expect(namesOfCalls().filter((name) => name === 'createAnnotations')).toHaveLength(1);
  });
});

describe('getStatus, after a look-up failed', () => {
  it('looks up again', async () => {
    answers['findPage'] = () => {
      throw new Failure('storageFailed');
    };
    const session = open();
    expect((await session.getStatus({ isReaders: true })).failure).toBe('storageFailed');
    answers['findPage'] = () => ({ pageId: 'page-1', marks: [] });
    expect(await session.getStatus({ isReaders: true })).toMatchObject({ failure: null, pageId: 'page-1' });
  });
});

describe('undo', () => {
  it('looks up again after an undo', async () => {
    const session = open();
    await session.getStatus({ isReaders: true });
    calls = [];
    await session.undo({ actId: 3 });
    expect(calls.map(({ name, input }) => (name === 'undoAct' ? input : name))).toEqual([
      { actId: 3 },
      'findPage',
    ]);
  });
});
