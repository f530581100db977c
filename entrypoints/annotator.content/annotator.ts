import type { ContentScriptContext } from '#imports';
import type { Anchor, CardStart, UiOptions } from '../../components/page-ui.ts';
import type { CardField } from '../../components/ToolbarActs.tsx';
import { lastRectOf } from '../../components/rects.ts';
import { createBrowserTranslator, createTranslatorFor } from '../../utils/i18n/browser-translator.ts';
import { createSwitchable } from '../../utils/i18n/switchable.ts';
import { onFollower } from '../../utils/messaging/follow.ts';
import { handlePageCalls } from '../../utils/messaging/handle.ts';
import type { KeepChoice, PageCalls, Placement, Receipt } from '../../utils/messaging/protocol.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import { defaultColours } from '../../utils/model/annotation.ts';
import { failureCodeOf } from '../../utils/model/failure.ts';
import { createPainter } from '../../utils/painting/index.ts';
import type { Followers } from '../../utils/session/followers.ts';
import { findFurther, type Further } from '../../utils/session/further-script.ts';
import { createPageSession } from '../../utils/session/page-session.ts';
import { createLazyCaret } from './caret.ts';
import { watchGestures } from './gestures.ts';
import { createPile } from './pile.ts';
import { createLazyUi } from './lazy-ui.ts';
import { createReport } from './report.ts';

const savedMessages = { highlight: 'savedHighlight', quote: 'savedQuote', entity: 'savedEntity' } as const;
const emphasisMs = 1_600;
/** For so long the next selection can be added to a quote that was kept. */
const goalMs = 120_000;

type Kept = Parameters<PageCalls['showKept']>[0];

/** By what the page side asks, and is asked. The practice article has its own answers to both. */
export type Wires = {
  readonly callExtension: typeof callExtension;
  readonly handlePageCalls: typeof handlePageCalls;
};

/** Puts the page side to work in this document, until the context is invalidated. */
export function startAnnotator(
  ctx: ContentScriptContext,
  wires: Wires = { callExtension, handlePageCalls },
): void {
  const { callExtension, handlePageCalls } = wires;
  const { signal } = ctx;
  const translator = createSwitchable(createBrowserTranslator());
  const { t } = translator;
  const painter = createPainter(signal);
  const uiOptions: UiOptions = {
    document,
    translator,
    signal,
    onKeep: (choice, goOnWith) => void attempt(() => keepFromToolbar(choice, goOnWith)),
    onGrow: () =>
      void attempt(async () => {
        (await caret.load()).growSelection();
        onSelected(false);
      }),
    readSelection: () => session.readSelection(),
    pieceGoal,
    onAddPiece: (id) =>
      void attempt(async () => {
        const receipt = await session.addPiece(id);
        ui.hideToolbar(true);
        // Anew: the card is a page of its own, which was filled when it opened.
        ui.closeCard();
        openCard(id);
        keptQuote = { id, at: performance.now() };
        ui.tell(t('pieceAdded'), { undo: receipt });
      }),
    readMarks: painter.painted,
    onGoTo: (id) => {
      walkedTo = id;
      goTo(id);
    },
    onUndo: (receipt) => void undo(receipt),
  };
  const ui = createLazyUi(uiOptions, async () => await callExtension('loadPageUi', null));
  let followers: Followers | null = null;
  onFollower((follower) => {
    loadFurther().then(
      ({ createFollowers }) => {
        followers ??= createFollowers({
          painter,
          readSelection: () => session.readSelection()?.exact ?? null,
          read: () => ({
            placements: placed,
            standing: session.standing(),
            revision: session.revision(),
            place: session.toldBlocks()?.inView() ?? null,
          }),
          signal,
        });
        followers.add(follower);
      },
      (error: unknown) => console.warn(error),
    );
  }, signal);
  const report = createReport(async (counts) => await callExtension('reportPlacement', counts));
  /** Off until the reader's settings are known. */
  let showsStrip = false;
  let keptQuote = { id: '', at: -Infinity };
  let placed: readonly Placement[] = [];
  /** What lies over each other where the open card's annotation is. */
  const pile = createPile(painter);
  let snapsToWords = true;
  const session = createPageSession({
    document,
    call: callExtension,
    painter,
    signal,
    isOurs: ui.isOurs,
    loadFurther,
    snapsToWords: () => snapsToWords,
    onRest() {
      followers?.changed();
      caret.current()?.refresh();
    },
    onPlaced(placements) {
      placed = placements;
      showStrip();
      followers?.changed();
      report.placed(placements);
      caret.current()?.refresh();
    },
  });

  // The toolbar must not wait for the answer; without it, it offers the built-in types.
  let ownTypes: readonly string[] = [];
  callExtension('listEntityTypes', null).then(
    (types) => {
      ownTypes = types;
    },
    (error: unknown) => console.warn(error),
  );

  async function followSettings(): Promise<void> {
    const { settings, catalogue } = await callExtension('readSettings', null);
    translator.use(createTranslatorFor(catalogue));
    ui.follow(settings);
    ({ showsStrip, snapsToWords } = settings);
    showStrip();
  }

  function showStrip(): void {
    ui.showStrip(showsStrip && painter.painted().length > 0);
  }

  followSettings().catch((error: unknown) => console.warn(error));

  /** The quote that the selection can be added to: the one that is open, else the one that was just kept. */
  function pieceGoal(): string | null {
    const isRecent = performance.now() - keptQuote.at < goalMs;
    const id = ui.openCardId() ?? (isRecent ? keptQuote.id : '');
    const mark = painter.painted().find((one) => one.id === id);
    return mark?.kind === 'quote' ? id : null;
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      ui.tellFailure(failureCodeOf(error));
    }
  }

  async function undo(receipt: Receipt): Promise<void> {
    await attempt(async () => {
      await session.undo(receipt);
      ui.tell(t('undone'));
    });
  }

  const anchorOf =
    (id: string): Anchor =>
    () => ({ ranges: painter.rangesOf(id) });

  async function keepFromToolbar(choice: KeepChoice, goOnWith?: CardField): Promise<void> {
    const { id, actId } = await session.keepSelection(choice);
    showKept({ id, kind: choice.kind, actId }, goOnWith);
  }

  function showKept({ id, kind, actId }: Kept, goOnWith?: CardField): void {
    ui.hideToolbar(true);
    // Who said it is the next thing to know about a quote.
    if (kind === 'quote') keptQuote = { id, at: performance.now() };
    const opens = kind === 'quote' || goOnWith !== undefined;
    if (opens) ui.openCard(id, anchorOf(id), goOnWith);
    const noteOn = opens ? {} : { noteOn: { id, anchor: anchorOf(id) } };
    ui.tell(t(savedMessages[kind]), { undo: { actId }, ...noteOn });
  }

  function openCard(id: string, goOnWith?: CardStart): boolean {
    if (session.isHidden()) session.setHidden(false);
    const rect = lastRectOf(painter.rangesOf(id));
    if (rect === null) return false;
    pile.takeAround(id, rect);
    ui.openCard(id, anchorOf(id), goOnWith);
    return true;
  }

  async function loadFurther(): Promise<Further> {
    if (findFurther() === null) await callExtension('loadPageUi', null);
    const further = findFurther();
    if (further === null) throw new Error('expected the script of the page UI to have run');
    return further;
  }

  async function showAnnotation(id: string): Promise<boolean> {
    if (session.isHidden()) session.setHidden(false);
    return await show(painter.rangesOf(id));
  }

  async function show(ranges: readonly Range[]): Promise<boolean> {
    const { scrollToRect } = await loadFurther();
    const rect = lastRectOf(ranges);
    if (rect === null) return false;
    scrollToRect(ranges[0]?.startContainer.parentElement ?? null, rect, 1 / 2);
    ctx.setTimeout(painter.emphasise(ranges), emphasisMs);
    return true;
  }

  async function showBlock(start: number): Promise<boolean> {
    const place = session.toldBlocks()?.placeOf(start) ?? null;
    if (place === null) return false;
    (await loadFurther()).scrollToRect(place.element, place.rect, 1 / 4);
    return true;
  }

  function goTo(id: string): void {
    void attempt(async () => void (await showAnnotation(id)));
  }

  /** The annotation that the reader went to last. */
  let walkedTo: string | null = null;

  let endEmphasis: (() => void) | null = null;
  const caret = createLazyCaret(
    {
      document,
      signal,
      readText: session.readText,
      listPlaced: session.listPlaced,
      articleSpan: session.articleSpan,
      async keep(choice, span, opensCard) {
        const { id, actId } = await session.keepSelection(choice, span);
        showKept({ id, kind: choice.kind, actId }, opensCard ? 'note' : undefined);
        return { id, receipt: { actId } };
      },
      async retarget(id, span) {
        const receipt = await session.retarget(id, span);
        ui.tell(t('savedChanges'), { undo: receipt });
        return receipt;
      },
      undo,
      async tell(done, receipt) {
        ui.tell(t(done === 'deleted' ? 'deleted' : 'savedChanges'), { undo: receipt });
        await session.lookUpAgain();
      },
      tellNone: () => ui.tell(t(session.hasAny() ? 'walkAllLost' : 'walkNothing')),
      tellFailure: (error) => ui.tellFailure(failureCodeOf(error)),
      openCard: (id, atNote) => openCard(id, atNote ? 'note' : undefined),
      emphasise(id) {
        endEmphasis?.();
        endEmphasis = id === null ? null : painter.emphasise(id);
      },
      preview: painter.preview,
      onSelected(isEmpty) {
        if (isEmpty) session.forgetSelection();
        followers?.selected();
      },
      walkedTo: () => walkedTo,
    },
    ui,
  );

  async function startCaret(): Promise<boolean> {
    ui.showWalker(null);
    ui.hideToolbar(true);
    ui.closeCard();
    return await (await caret.load()).start();
  }

  function walk(step: 1 | -1): void {
    const ids = session.listPlaced().map(({ id }) => id);
    const at = walkedTo === null ? -1 : ids.indexOf(walkedTo);
    const next = at === -1 ? (step === 1 ? 0 : ids.length - 1) : (at + step + ids.length) % ids.length;
    const id = ids[next];
    if (id === undefined) return ui.tell(t(session.hasAny() ? 'walkAllLost' : 'walkNothing'));
    walkedTo = id;
    ui.closeCard();
    ui.showWalker({
      position: next + 1,
      total: ids.length,
      onStep: walk,
      onEdit: () => openCard(id),
      onClose: () => ui.showWalker(null),
    });
    goTo(id);
  }

  function onSelected(isTouch: boolean): void {
    const passage = session.readSelection();
    followers?.selected();
    if (passage === null || caret.current()?.isOn() === true || isEditing(document)) return;
    ui.showToolbar(() => readRanges(document), ownTypes, isTouch);
  }

  /** Clicks at one place go through the marks that lie over each other there. */
  function onClick(x: number, y: number): void {
    const next = pile.takeAt(x, y, ui.openCardId());
    if (next === undefined) ui.closeCard();
    else openCard(next);
  }

  watchGestures({
    document,
    signal,
    isOurs: ui.isOurs,
    onSelected,
    onUnselected(byReader) {
      ui.hideToolbar(byReader);
      if (byReader) session.forgetSelection();
      followers?.selected();
    },
    onClick,
    onPress: () => caret.current()?.stop(),
    onEscape() {
      ui.showWalker(null);
      ui.hideToolbar(true);
      ui.closeCard();
    },
  });

  ctx.addEventListener(window, 'wxt:locationchange', ({ oldUrl, newUrl }) => {
    ui.showWalker(null);
    caret.current()?.stop();
    walkedTo = null;
    session.onAddressChange(oldUrl.href, newUrl.href).then(
      (isOther) => {
        if (!isOther) return;
        ui.hideToolbar(true);
        ui.closeCard();
      },
      (error: unknown) => console.warn(error),
    );
  });
  ctx.addEventListener(window, 'pageshow', ({ persisted }) => {
    if (!persisted) return;
    // Browsers clear the icon of a tab that goes on, and do not fill it again when it comes back.
    report.again();
    session.lookUpAgain().catch((error: unknown) => console.warn(error));
  });

  handlePageCalls(
    {
      getStatus: session.getStatus,
      keepSelection: session.keepSelection,
      keepPage: session.keepPage,
      walk({ step }) {
        walk(step);
        return null;
      },
      hideHighlights({ isHidden }) {
        session.setHidden(isHidden ?? !session.isHidden());
        ui.tell(t(session.isHidden() ? 'hidden' : 'revealed'));
        return null;
      },
      attachAnnotation: async ({ id, candidate }) => await session.attach(id, candidate),
      readArticle: session.readArticle,
      keepSpan: async ({ choice, pieces }) => await session.keepSpan(choice, pieces),
      keepSpans: session.keepSpans,
      showAnnotation: ({ id }) => showAnnotation(id),
      showBlock: ({ start }) => showBlock(start),
      showPassage: ({ words }) => show(session.findPassage(words)),
      openCard: ({ id }) => openCard(id),
      async annotationsChanged({ pageId }) {
        await session.onChanged(pageId);
        return null;
      },
      readPlacement({ id }) {
        const ids = pile.listFor(id);
        const placement = placed.find((one) => one.id === id) ?? null;
        return { placement, position: ids.indexOf(id) + 1, total: ids.length };
      },
      stepCard({ id, to, receipt }) {
        const ids = pile.listFor(id);
        const at = ids.indexOf(id) + (to === 'next' ? 1 : -1);
        openCard(ids.at(at % ids.length) ?? id, to);
        if (receipt !== undefined) ui.tell(t('savedChanges'), { undo: receipt });
        return null;
      },
      readPassage: () => ({ words: session.readSelection()?.exact ?? '' }),
      async keepNamed({ subject }) {
        await keepFromToolbar({ kind: 'entity', colour: defaultColours.entity, subject });
        return null;
      },
      showKept(kept) {
        showKept(kept);
        return null;
      },
      async settingsChanged() {
        await followSettings();
        report.again();
        return null;
      },
      showFailure({ code }) {
        ui.tellFailure(code);
        return null;
      },
      async focusToolbar() {
        onSelected(false);
        return (await ui.focusToolbar()) || (await startCaret());
      },
      startCaret,
      changePassage: async ({ id }) => (await caret.load()).changePassage(id),
      moveCaret: async (call) => await (await caret.load()).perform(call),
      resizeCard({ id, height }) {
        if (id === ui.openCardId()) ui.resizeCard(height);
        return null;
      },
      closeCard({ id, ...result }) {
        // The reader may be at another card by now.
        if (id === ui.openCardId()) ui.closeCard();
        if (result.done === 'changed') ui.tell(t('savedChanges'), { undo: result.receipt });
        if (result.done === 'deleted') ui.tell(t('deleted'), { undo: result.receipt });
        return null;
      },
    },
    signal,
  );
}

/** What is selected, and whether from its end to its start. */
function readRanges(document: Document): ReturnType<Anchor> {
  const selection = Document.prototype.getSelection.call(document);
  if (selection === null || selection.rangeCount === 0) return null;
  const ranges = Array.from({ length: selection.rangeCount }, (_, nth) => selection.getRangeAt(nth));
  const { anchorNode, anchorOffset } = selection;
  const { endContainer, endOffset, collapsed } = selection.getRangeAt(selection.rangeCount - 1);
  return { ranges, isBackward: !collapsed && anchorNode === endContainer && anchorOffset === endOffset };
}

/** What is selected in a field that the reader types into is theirs to edit, not to keep. */
function isEditing(document: Document): boolean {
  const active: unknown = Reflect.get(Document.prototype, 'activeElement', document);
  return active instanceof HTMLElement && active.isContentEditable;
}
