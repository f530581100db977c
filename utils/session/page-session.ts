import { anchorAll, describeSpan, readSpan } from '../anchoring/index.ts';
import { normaliseName } from '../model/entity.ts';
import { createId } from '../model/id.ts';
import { Failure, failureCodeOf, type FailureCode } from '../model/failure.ts';
import type { Selector } from '../model/selector.ts';
import { normaliseUrl } from '../extraction/identity.ts';
import type {
  Candidate,
  KeepChoice,
  Mark,
  PageDraft,
  PageStatus,
  Placement,
  Receipt,
} from '../messaging/protocol.ts';
import type { callExtension } from '../messaging/send.ts';
import type { PaintedMark, Painter } from '../painting/index.ts';
import { snapToGrapheme, trimSpan } from '../text/index.ts';
import type { PageText, Span } from '../text/types.ts';
import type { PlacedMark } from './caret-host.ts';
import { addressOf, createReader, noClaims } from './reading.ts';
import { spanOfSelection } from './selection.ts';
import { watchPage } from './watch.ts';

/** What a page session works with; everything that it touches is handed in. */
export type PageSessionOptions = {
  readonly document: Document;
  readonly call: typeof callExtension;
  readonly painter: Painter;
  readonly signal: AbortSignal;
  /** Tells our own UI from the page. */
  readonly isOurs: (node: Node) => boolean;
  /** Called after marks were placed anew. */
  readonly onPlaced?: (placements: readonly Placement[]) => void;
  /** Called when the page has changed and come to rest. */
  readonly onRest?: () => void;
  /** Whether a selection that cuts a word takes the whole word in; asked each time. */
  readonly snapsToWords?: () => boolean;
};

/** The selection as it was last seen, so that it can be found again when the page took its nodes away. */
export type SelectedPassage = { readonly exact: string; readonly selector: readonly Selector[] };

/** One page at work: what the popup, the panel, the toolbar and the keys can ask of it. */
export type PageSession = {
  /** `isReaders`: asked by a click, so that what the page shows now is the article that the reader means. */
  readonly getStatus: (input: { isReaders: boolean }) => Promise<PageStatus>;
  /** With a `span`, exactly that stretch of the page text instead of what is selected. */
  readonly keepSelection: (choice: KeepChoice, span?: Span) => Promise<{ id: string } & Receipt>;
  /** Keeps the page itself, before anything is kept of it. */
  readonly keepPage: () => Promise<{ pageId: string }>;
  readonly readSelection: () => SelectedPassage | null;
  readonly forgetSelection: () => void;
  /** Gives an annotation the place of a candidate, or of the selection. */
  readonly attach: (id: string, candidate: Candidate | null) => Promise<Receipt>;
  /** Gives an annotation exactly this stretch of the page text. */
  readonly retarget: (id: string, span: Span) => Promise<Receipt>;
  /** What stands on the page, in reading order, on the page text as it is now. */
  readonly listPlaced: () => readonly PlacedMark[];
  /** The page text as the page is now. */
  readonly readText: () => PageText;
  /** The stretch of the article, `null` where the page is none. */
  readonly readArticle: () => Promise<Span | null>;
  /** Hides or shows what is painted; nothing is deleted. */
  readonly setHidden: (isHidden: boolean) => void;
  /** Whether anything is kept of the page, found on it or not. */
  readonly hasAny: () => boolean;
  readonly isHidden: () => boolean;
  /** Changes whenever a status would say something else of the page than its placements. */
  readonly standing: () => string;
  readonly undo: (receipt: Receipt) => Promise<void>;
  /** Looks the page's annotations up again when the change concerns this page. */
  readonly onChanged: (pageId: string) => Promise<void>;
  /** Starts over after the page went to another article without a load; false when it is still the same. */
  readonly onAddressChange: (from: string, to: string) => Promise<boolean>;
  /** For a page that missed what happened, such as one that Back took out of the browser's cache. */
  readonly lookUpAgain: () => Promise<void>;
};

/**
 * Conducts one page: reads it, finds what is kept of it, places and paints that, and keeps what the reader
 * selects. Everything ends when the signal aborts.
 */
export function createPageSession(options: PageSessionOptions): PageSession {
  const { document, call, painter, signal } = options;
  const reader = createReader(document, options.isOurs);
  let pageId: string | null = null;
  let doubt: string | null = null;
  let marks: readonly Mark[] = [];
  let placements: readonly Placement[] = [];
  let failure: FailureCode | null = null;
  let remembered: SelectedPassage | null = null;
  /** Grows with every look-up, so that an answer that was overtaken is dropped. */
  let lookUp = 0;
  let loading: Promise<void> = Promise.resolve();
  /** True from a change of address until the page has come to rest: what it shows may still be the old article. */
  let isMoving = false;
  let isHidden = false;
  let placed: readonly PlacedMark[] = [];
  /** What the spans of `placed` are of. */
  let placedOn: PageText | null = null;
  let keeping: { readonly choice: string; readonly kept: Promise<{ id: string } & Receipt> } | null = null;

  watchPage({
    root: document,
    signal,
    isOurs: options.isOurs,
    onDirty: reader.markDirty,
    isUrgent: () => !isMoving && painter.hasLost(),
    onRest: () => {
      if (isMoving) settle();
      else if (marks.length > 0) placeAll();
      options.onRest?.();
    },
  });

  async function load(): Promise<void> {
    const turn = ++lookUp;
    try {
      const face = await readFace();
      if (turn !== lookUp || signal.aborted) return;
      const found = await call('findPage', face);
      if (turn !== lookUp || signal.aborted) return;
      ({ pageId, doubt, marks } = found);
      failure = null;
      placeAll();
    } catch (error) {
      if (turn !== lookUp || signal.aborted) return;
      failure = failureCodeOf(error);
    }
  }

  /** While the page is moving, what it shows and declares of itself is still the article before. */
  async function readFace(): Promise<Parameters<typeof call<'findPage'>>[1]> {
    const reading = isMoving ? null : await reader.readPage();
    if (reading === null || !isHere(reading.url)) return { ...noClaims, article: null };
    const { title, text } = reading.article;
    return { ...reading.claims, article: { title, text } };
  }

  function isHere(url: string): boolean {
    return normaliseUrl(url) === normaliseUrl(addressOf(document));
  }

  /** What is to be stored of the page. @throws {Failure} `selectionGone` when it has gone on while it was read. */
  async function readDraft(): Promise<PageDraft> {
    const { claims, article, url } = await reader.readPage();
    if (!isHere(url) || isMoving || signal.aborted) throw new Failure('selectionGone');
    return { ...claims, article };
  }

  function standing(): string {
    return JSON.stringify([addressOf(document), isMoving, pageId, doubt, isHidden, failure]);
  }

  function reload(): Promise<void> {
    loading = load();
    return loading;
  }

  /** The new article is there: reads it, and looks it up by what it declares too. */
  function settle(): void {
    isMoving = false;
    reader.markDirty();
    void reload();
  }

  function placeAll(): void {
    if (signal.aborted) return;
    const pageText = reader.readText();
    const anchorings = anchorAll(
      pageText,
      marks.map((mark) => mark.selector),
    );
    const painted: PaintedMark[] = [];
    const found: PlacedMark[] = [];
    placements = marks.map((mark, index) => {
      const anchoring = anchorings[index];
      const { id } = mark;
      if (anchoring === undefined || anchoring.status === 'orphan') {
        const candidates = anchoring?.candidates.slice(0, mostCandidates) ?? [];
        return {
          id,
          status: 'orphan',
          reason: anchoring?.reason ?? 'deleted',
          candidates: candidates.map((candidate) => showCandidate(pageText, candidate)),
        };
      }
      painted.push({ ...mark, ranges: pageText.rangesOf(anchoring) });
      const { status, start, end } = anchoring;
      found.push({ id, kind: mark.kind, colour: mark.colour, start, end });
      if (status !== 'altered') return { id, status };
      return { id, status, words: readSpan(pageText, anchoring).slice(0, longestWords) };
    });
    painter.paint(isHidden ? [] : painted);
    placed = found.toSorted((a, b) => a.start - b.start);
    placedOn = pageText;
    options.onPlaced?.(placements);
  }

  function selectedIn(pageText: PageText): Span | null {
    return spanOfSelection(pageText, getSelectionOf(document), options.snapsToWords?.() ?? true);
  }

  /** What is selected now; else what was selected when we last looked, unless the reader let it go. */
  function readSelection(): SelectedPassage | null {
    const pageText = reader.readText();
    const span = selectedIn(pageText);
    if (span !== null) remembered = passageAt(pageText, span);
    return remembered;
  }

  /** The passage to keep, described on the page as it is now. */
  function takeSelection(chosen: Span | null = null): SelectedPassage {
    const pageText = reader.readText();
    const span = chosen === null ? selectedIn(pageText) : trimSpan(pageText.raw, chosen);
    // What is selected now needs no search, which could not tell it from a twin with the same words around.
    if (span !== null) return passageAt(pageText, span);
    if (remembered === null) throw new Failure('nothingSelected');
    const [anchoring] = anchorAll(pageText, [remembered.selector]);
    if (anchoring === undefined || anchoring.status === 'orphan') throw new Failure('selectionGone');
    return passageAt(pageText, anchoring);
  }

  /** A press repeated before the first was answered is the same press. */
  async function keepOnce(choice: KeepChoice, span: Span | null = null): Promise<{ id: string } & Receipt> {
    const key = JSON.stringify([choice, span]);
    if (keeping?.choice === key) return await keeping.kept;
    const before = keeping?.kept ?? Promise.resolve();
    const kept = before.catch(() => null).then(async () => await keepSelection(choice, span));
    keeping = { choice: key, kept };
    void kept
      .catch(() => null)
      .then(() => {
        if (keeping?.kept === kept) keeping = null;
      });
    return await kept;
  }

  async function keepSelection(choice: KeepChoice, span: Span | null): Promise<{ id: string } & Receipt> {
    if (isMoving) settle();
    await loading;
    const { exact, selector } = takeSelection(span);
    const selected = endsOfSelection(document);
    const turn = lookUp;
    const page = await readDraft();
    isHidden = false;
    const stored = await call('createAnnotation', {
      ...choice,
      ...(choice.kind === 'entity' ? { subject: nameSubject(choice, exact) } : {}),
      id: createId(),
      selector,
      page,
    });
    // What was kept is seen by its paint, which the selection would hide; a newer selection is left alone.
    if (endsOfSelection(document).every((end, index) => end === selected[index])) {
      remembered = null;
      getSelectionOf(document)?.removeAllRanges();
    }
    // The reader may have gone on to another article of the same application meanwhile.
    if (turn === lookUp && !signal.aborted) {
      pageId = stored.pageId;
      marks = [...marks.filter((mark) => mark.id !== stored.mark.id), stored.mark];
      placeAll();
    }
    return { id: stored.mark.id, actId: stored.actId };
  }

  async function retarget(id: string, { selector }: SelectedPassage): Promise<Receipt> {
    const { mark, actId } = await call('retargetAnnotation', { id, selector });
    marks = marks.map((one) => (one.id === mark.id ? mark : one));
    placeAll();
    return { actId };
  }

  void reload();

  return {
    async getStatus({ isReaders }) {
      if (isMoving && isReaders) settle();
      await loading;
      // Asking again is what "Try again" means.
      if (failure !== null) await reload();
      const { state, article, coverage } = await reader.readPage();
      const { text: _, ...summary } = article;
      return {
        state,
        article: summary,
        coverage,
        pageId,
        doubt,
        selection: readSelection()?.exact ?? null,
        placements,
        isHidden,
        standing: standing(),
        failure,
      };
    },
    keepSelection: keepOnce,
    async keepPage() {
      if (isMoving) settle();
      await loading;
      const turn = lookUp;
      const kept = await call('keepPage', await readDraft());
      if (turn === lookUp) ({ pageId } = kept);
      return kept;
    },
    readSelection,
    forgetSelection() {
      remembered = null;
    },
    async attach(id, candidate) {
      const passage = candidate === null ? takeSelection() : takeCandidate(reader.readText(), candidate);
      return await retarget(id, passage);
    },
    retarget: async (id, span) => await retarget(id, takeSelection(span)),
    listPlaced() {
      if (placedOn !== reader.readText()) placeAll();
      return placed;
    },
    readText: reader.readText,
    readArticle: async () => (await reader.readPage()).span,
    setHidden(next) {
      isHidden = next;
      placeAll();
    },
    hasAny: () => marks.length > 0,
    isHidden: () => isHidden,
    standing,
    async undo({ actId }) {
      await call('undoAct', { actId });
      await reload();
    },
    async onChanged(changedPageId) {
      // A page that nothing was kept of does not know its id yet: it may be the one that was just made.
      if (pageId === null || pageId === changedPageId) await reload();
    },
    async onAddressChange(from, to) {
      if (normaliseUrl(from) === normaliseUrl(to)) return false;
      isMoving = true;
      reader.markDirty();
      pageId = null;
      doubt = null;
      marks = [];
      remembered = null;
      placeAll();
      await reload();
      return true;
    },
    async lookUpAgain() {
      await reload();
    },
  };
}

/** Of a passage that the publisher changed, so much is told. */
const longestWords = 20_000;

function passageAt(pageText: PageText, span: Span): SelectedPassage {
  return { exact: readSpan(pageText, span), selector: describeSpan(pageText, span) };
}

/** As many as one can compare. */
const mostCandidates = 3;
/** Characters of a candidate's words, and of the text on each side of it. */
const candidateLength = 600;
const candidateContext = 80;

function showCandidate(pageText: PageText, { start, end }: Span): Candidate {
  const { length } = pageText.raw;
  return {
    start,
    end,
    words: readSpan(pageText, { start, end }).slice(0, candidateLength),
    before: readSpan(pageText, { start: Math.max(0, start - candidateContext), end: start }),
    after: readSpan(pageText, { start: end, end: Math.min(length, end + candidateContext) }),
  };
}

/** @throws {Failure} `selectionGone` when the page has changed since the candidate was shown. */
function takeCandidate(pageText: PageText, candidate: Candidate): SelectedPassage {
  const { start, end, words } = candidate;
  const isThere = end <= pageText.raw.length && showCandidate(pageText, { start, end }).words === words;
  if (!isThere || start >= end) throw new Failure('selectionGone');
  return passageAt(pageText, { start, end });
}

/** Nobody's name is longer; a whole passage tagged as an entity is named by its beginning. */
const longestName = 200;

function nameSubject(choice: KeepChoice, exact: string): { name: string; type: string } {
  const given = normaliseName(choice.subject?.name ?? '');
  const name = given === '' ? exact : given;
  const end = snapToGrapheme(name, Math.min(name.length, longestName), 'backward');
  return { name: name.slice(0, end), type: choice.subject?.type ?? 'other' };
}

/** Nodes and offsets of both ends, to tell whether the selection is still the same. */
function endsOfSelection(document: Document): readonly unknown[] {
  const selection = getSelectionOf(document);
  return [selection?.anchorNode, selection?.anchorOffset, selection?.focusNode, selection?.focusOffset];
}

/** `document.getSelection` can be shadowed by an element named so; the prototype's cannot. */
function getSelectionOf(document: Document): Selection | null {
  return Document.prototype.getSelection.call(document);
}
