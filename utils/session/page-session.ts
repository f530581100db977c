import { anchorAll, describeSpan, readSpan } from '../anchoring/index.ts';
import type { Piece } from '../model/annotation.ts';
import { normaliseName } from '../model/entity.ts';
import { createId } from '../model/id.ts';
import { joinPieces } from '../model/pieces.ts';
import { Failure, failureCodeOf, type FailureCode } from '../model/failure.ts';
import type { ReadArticle, ReadMark, ReadPiece } from '../model/read-article.ts';
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
import type { PageHandlers } from '../messaging/handle.ts';
import type { callExtension } from '../messaging/send.ts';
import type { PaintedMark, Painter } from '../painting/index.ts';
import { snapToGrapheme, trimSpan } from '../text/index.ts';
import type { PageText, Span } from '../text/types.ts';
import type { PlacedMark } from './caret-host.ts';
import { furtherSpansOf } from './further-ranges.ts';
import { anchorMarks, placementOf, showCandidate, spansOf } from './placing.ts';
import type { Further } from './further-script.ts';
import type { ToldBlocks } from './read-article.ts';
import { addressOf, createReader, noClaims } from './reading.ts';
import { spanOfSelection } from './selection.ts';
import { createVersionReports } from './version-reports.ts';
import { watchPage } from './watch.ts';

/** What a page session works with; everything that it touches is handed in. */
export type PageSessionOptions = {
  readonly document: Document;
  readonly call: typeof callExtension;
  readonly painter: Painter;
  readonly signal: AbortSignal;
  /** What is seldom needed, loaded when it is. */
  readonly loadFurther: () => Promise<Further>;
  /** Tells our own UI from the page. */
  readonly isOurs: (node: Node) => boolean;
  /** Called after marks were placed anew. */
  readonly onPlaced?: (placements: readonly Placement[]) => void;
  /** Called when the page has come to rest after a change. */
  readonly onRest?: () => void;
  /** Whether a selection that cuts a word takes the whole word in; asked each time. */
  readonly snapsToWords?: () => boolean;
};

type Kept = { id: string } & Receipt;
type KeptTogether = { ids: readonly string[]; failed: readonly number[] } & Receipt;

/** The selection as it was last seen, so that it can be found again when the page took its nodes away. */
export type SelectedPassage = {
  readonly exact: string;
  readonly selector: readonly Selector[];
  /** The pieces behind the first, where several stretches are selected. */
  readonly pieces?: readonly Piece[];
};

/** One page at work: what the popup, the panel, the toolbar and the keys can ask of it. */
export type PageSession = {
  /** `isReaders`: asked by a click, so that what the page shows now is the article that the reader means. */
  readonly getStatus: (input: { isReaders: boolean }) => Promise<PageStatus>;
  /** With a `span`, exactly that stretch of the page text instead of what is selected. */
  readonly keepSelection: (choice: KeepChoice, span?: Span) => Promise<Kept>;
  /** Keeps words that were chosen in the reader view. */
  readonly keepSpan: (choice: KeepChoice, pieces: readonly ReadPiece[]) => Promise<Kept>;
  /** Keeps several passages in one act; those that are not on the page any more fail, by their place in the list. */
  readonly keepSpans: PageHandlers['keepSpans'];
  /** Keeps the page itself, before anything is kept of it. */
  readonly keepPage: () => Promise<{ pageId: string }>;
  readonly readSelection: () => SelectedPassage | null;
  readonly forgetSelection: () => void;
  /** Where words stand on the page; empty when they do not, or in several places. */
  readonly findPassage: (words: string) => readonly Range[];
  /** Gives an annotation the place of a candidate, or of the selection. */
  readonly attach: (id: string, candidate: Candidate | null) => Promise<Receipt>;
  readonly readArticle: () => Promise<ReadArticle>;
  /** The blocks of the article as it was read last, `null` before. */
  readonly toldBlocks: () => ToldBlocks | null;
  /** Grows when the page has come to rest after a change. */
  readonly revision: () => number;
  /** Adds the selection to the passage of an annotation, as a piece of its own. */
  readonly addPiece: (id: string) => Promise<Receipt>;
  /** Gives an annotation exactly this stretch of the page text. */
  readonly retarget: (id: string, span: Span) => Promise<Receipt>;
  /** What stands on the page, in reading order, on the page text as it is now. */
  readonly listPlaced: () => readonly PlacedMark[];
  /** The page text as the page is now. */
  readonly readText: () => PageText;
  /** The stretch of the article, `null` where the page is none. */
  readonly articleSpan: () => Promise<Span | null>;
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
  const versions = createVersionReports(call);
  let keeping: { readonly choice: string; readonly kept: Promise<Kept> } | null = null;
  let told: ToldBlocks | null = null;
  let revision = 0;
  let placed: readonly PlacedMark[] = [];
  /** What the spans of `placed` are of. */
  let placedOn: PageText | null = null;

  watchPage({
    root: document,
    signal,
    isOurs: options.isOurs,
    onDirty: reader.markDirty,
    isUrgent: () => !isMoving && painter.hasLost(),
    onRest: () => {
      if (isMoving) settle();
      else if (marks.length > 0) placeAll();
      revision++;
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
      if (isLoaded(document)) await reportVersion();
    } catch (error) {
      if (turn !== lookUp || signal.aborted) return;
      failure = failureCodeOf(error);
    }
  }

  /** Tells the library what the page says, where something is kept of it and it has come to rest. */
  async function reportVersion(): Promise<void> {
    if (isMoving) return;
    const reading = pageId === null ? null : await reader.readPage();
    if (isMoving || signal.aborted || (reading !== null && !isHere(reading.url))) return;
    await versions.report(pageId, reading?.version ?? null);
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
    const { claims, article, url, version } = await reader.readPage();
    if (!isHere(url) || isMoving || signal.aborted) throw new Failure('selectionGone');
    return {
      ...claims,
      article,
      version: version === null ? null : { visit: versions.visit(), blocks: version },
    };
  }

  function standing(): string {
    return JSON.stringify([addressOf(document), isMoving, pageId, doubt, isHidden, failure, versions.id()]);
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
    const anchorings = anchorMarks(pageText, marks);
    const painted: PaintedMark[] = [];
    const standing: PlacedMark[] = [];
    placements = marks.map((mark, index) => {
      const found = anchorings[index] ?? [];
      const spans = spansOf(found);
      const [first] = spans;
      if (first !== undefined) {
        painted.push({ ...mark, ranges: spans.flatMap((span) => pageText.rangesOf(span)) });
        const { start, end } = first;
        standing.push({ id: mark.id, kind: mark.kind, colour: mark.colour, start, end });
      }
      return placementOf(pageText, mark, found);
    });
    painter.paint(isHidden ? [] : painted);
    placed = standing.toSorted((a, b) => a.start - b.start);
    placedOn = pageText;
    options.onPlaced?.(placements);
  }

  function selectedIn(pageText: PageText): SelectedPassage | null {
    const selection = getSelectionOf(document);
    const span = spanOfSelection(pageText, selection, options.snapsToWords?.() ?? true);
    return span === null ? null : passageOf(pageText, [span, ...furtherSpansOf(pageText, selection)]);
  }

  /** What is selected now; else what was selected when we last looked, unless the reader let it go. */
  function readSelection(): SelectedPassage | null {
    const pageText = reader.readText();
    remembered = selectedIn(pageText) ?? remembered;
    return remembered;
  }

  /** The passage to keep, described on the page as it is now. */
  function takeSelection(chosen: Span | null = null): SelectedPassage {
    const pageText = reader.readText();
    if (chosen !== null) return passageAt(pageText, trimSpan(pageText.raw, chosen));
    // What is selected now needs no search, which could not tell it from a twin with the same words around.
    const selected = selectedIn(pageText);
    if (selected !== null) return selected;
    if (remembered === null) throw new Failure('nothingSelected');
    const [anchoring] = anchorAll(pageText, [remembered.selector]);
    if (anchoring === undefined || anchoring.status === 'orphan') throw new Failure('selectionGone');
    return passageAt(pageText, anchoring);
  }

  /** A press repeated before the first was answered is the same press. */
  async function keepOnce(choice: string, keep: () => Promise<Kept>): Promise<Kept> {
    if (keeping?.choice === choice) return await keeping.kept;
    const before = keeping?.kept ?? Promise.resolve();
    const kept = before.catch(() => null).then(keep);
    keeping = { choice, kept };
    void kept
      .catch(() => null)
      .then(() => {
        if (keeping?.kept === kept) keeping = null;
      });
    return await kept;
  }

  async function keepSelection(choice: KeepChoice, span: Span | null): Promise<Kept> {
    if (isMoving) settle();
    await loading;
    const passage = takeSelection(span);
    const selected = endsOfSelection(document);
    return await keepPassage(choice, passage, () => letGo(selected));
  }

  async function keepPassage(
    choice: KeepChoice,
    passage: SelectedPassage,
    onStored?: () => void,
  ): Promise<Kept> {
    const { ids, actId } = await keepPassages([[choice, passage]], onStored);
    return { id: ids[0] ?? '', actId };
  }

  async function keepPassages(
    passages: readonly (readonly [KeepChoice, SelectedPassage])[],
    onStored = (): void => {},
  ): Promise<{ ids: readonly string[] } & Receipt> {
    const turn = lookUp;
    const page = await readDraft();
    isHidden = false;
    const stored = await call('createAnnotations', {
      page,
      annotations: passages.map(([choice, { exact, selector, pieces }]) => ({
        ...choice,
        ...(choice.kind === 'entity' ? { subject: nameSubject(choice, exact) } : {}),
        id: createId(),
        selector,
        ...(pieces === undefined ? {} : { pieces }),
      })),
    });
    onStored();
    const ids = stored.marks.map(({ id }) => id);
    // The reader may have gone on to another article of the same application meanwhile.
    if (turn === lookUp && !signal.aborted) {
      pageId = stored.pageId;
      marks = [...marks.filter(({ id }) => !ids.includes(id)), ...stored.marks];
      placeAll();
    }
    return { ids, actId: stored.actId };
  }

  /** Words chosen elsewhere, as long as they still stand where they were. */
  async function keepPieces({
    choice,
    passages,
  }: Parameters<PageHandlers['keepSpans']>[0]): Promise<KeptTogether> {
    await loading;
    const { spanOfPieces } = await options.loadFurther();
    const pageText = reader.readText();
    const choices = [choice].flat();
    const failed: number[] = [];
    const found = passages.flatMap((pieces, index): [KeepChoice, SelectedPassage][] => {
      const span = spanOfPieces(pageText, pieces);
      const own = choices[index] ?? choices[0];
      if (span !== null && own !== undefined) return [[own, passageAt(pageText, span)]];
      failed.push(index);
      return [];
    });
    if (found.length === 0) throw new Failure('selectionGone');
    return { failed, ...(await keepPassages(found)) };
  }

  async function readArticle(): Promise<ReadArticle> {
    await loading;
    const reading = await reader.readPage();
    // The page may have changed while it was read: what is told has one text for blocks and marks alike.
    const anchored = anchorMarks(reading.pageText, marks);
    const standing = marks.flatMap(({ id, kind, colour }, index): ReadMark[] => {
      if (isHidden) return [];
      return spansOf(anchored[index] ?? []).map(({ start, end }) => ({ id, kind, colour, start, end }));
    });
    const { describeArticle, rememberBlocks } = await options.loadFurther();
    told = rememberBlocks(reading);
    return describeArticle(reading, standing);
  }

  /** What was kept is seen by its paint, which the selection would hide; a newer selection is left alone. */
  function letGo(selected: readonly unknown[]): void {
    if (!endsOfSelection(document).every((end, index) => end === selected[index])) return;
    remembered = null;
    getSelectionOf(document)?.removeAllRanges();
  }

  async function retarget(id: string, { selector }: SelectedPassage): Promise<Receipt> {
    const { mark, actId } = await call('retargetAnnotation', { id, selector });
    marks = marks.map((one) => (one.id === mark.id ? mark : one));
    placeAll();
    return { actId };
  }

  void reload();
  // What is read before the page has loaded may be half an article.
  if (!isLoaded(document)) {
    addEventListener('load', () => void loading.then(reportVersion), { once: true, signal });
  }

  return {
    async getStatus({ isReaders }) {
      if (isMoving && isReaders) settle();
      await loading;
      // Asking again is what "Try again" means.
      if (failure !== null) await reload();
      await reportVersion();
      const { state, article, coverage } = await reader.readPage();
      const { text: _, ...summary } = article;
      return {
        state,
        article: summary,
        coverage,
        pageId,
        doubt,
        versionId: versions.id(),
        selection: readSelection()?.exact ?? null,
        placements,
        isHidden,
        standing: standing(),
        failure,
      };
    },
    keepSelection: async (choice, span) =>
      await keepOnce(
        JSON.stringify([choice, span ?? null]),
        async () => await keepSelection(choice, span ?? null),
      ),
    keepSpan: async (choice, pieces) =>
      await keepOnce(JSON.stringify([choice, pieces]), async () => {
        const { ids, actId } = await keepPieces({ choice, passages: [pieces] });
        return { id: ids[0] ?? '', actId };
      }),
    keepSpans: keepPieces,
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
    findPassage(words) {
      const pageText = reader.readText();
      const quote: Selector = { type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' };
      const [anchoring] = anchorAll(pageText, [[quote]]);
      return anchoring === undefined || anchoring.status === 'orphan' ? [] : pageText.rangesOf(anchoring);
    },
    async attach(id, candidate) {
      const passage = candidate === null ? takeSelection() : takeCandidate(reader.readText(), candidate);
      return await retarget(id, passage);
    },
    readArticle,
    toldBlocks: () => told,
    revision: () => revision,
    async addPiece(id) {
      const { selector } = takeSelection();
      const selected = endsOfSelection(document);
      const { mark, actId } = await call('addPiece', { id, selector });
      letGo(selected);
      marks = marks.map((one) => (one.id === mark.id ? mark : one));
      placeAll();
      return { actId };
    },
    retarget: async (id, span) => await retarget(id, takeSelection(span)),
    listPlaced() {
      if (placedOn !== reader.readText()) placeAll();
      return placed;
    },
    readText: reader.readText,
    articleSpan: async () => (await reader.readPage()).span,
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
      versions.startVisit();
      reader.markDirty();
      pageId = null;
      doubt = null;
      marks = [];
      remembered = null;
      told = null;
      placeAll();
      await reload();
      return true;
    },
    async lookUpAgain() {
      await reload();
    },
  };
}

/** Several stretches as one passage of pieces. */
function passageOf(pageText: PageText, spans: readonly Span[]): SelectedPassage {
  const inOrder = spans.toSorted((a, b) => a.start - b.start).map((span) => passageAt(pageText, span));
  const [first = passageAt(pageText, { start: 0, end: 0 }), ...others] = inOrder;
  if (others.length === 0) return first;
  const pieces = others.map(({ selector }) => ({ selector }));
  return { exact: joinPieces(inOrder.map(({ exact }) => exact)), selector: first.selector, pieces };
}

function passageAt(pageText: PageText, span: Span): SelectedPassage {
  return { exact: readSpan(pageText, span), selector: describeSpan(pageText, span) };
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

/** `document.readyState` can be shadowed by an element named so; the prototype's cannot. */
function isLoaded(document: Document): boolean {
  return Reflect.get(Document.prototype, 'readyState', document) === 'complete';
}

/** `document.getSelection` can be shadowed by an element named so; the prototype's cannot. */
function getSelectionOf(document: Document): Selection | null {
  return Document.prototype.getSelection.call(document);
}
