import type { ContentScriptContext } from '#imports';
import type { Anchor, UiOptions } from '../../components/page-ui.ts';
import { createBrowserTranslator, createTranslatorFor } from '../../utils/i18n/browser-translator.ts';
import { createSwitchable } from '../../utils/i18n/switchable.ts';
import { handlePageCalls } from '../../utils/messaging/handle.ts';
import type { KeepChoice, Receipt } from '../../utils/messaging/protocol.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import { failureCodeOf } from '../../utils/model/failure.ts';
import { createPainter } from '../../utils/painting/index.ts';
import { createPageSession } from '../../utils/session/page-session.ts';
import { createLazyCaret } from './caret.ts';
import { tellFollowers } from './follow.ts';
import { watchGestures } from './gestures.ts';
import { createLazyUi } from './lazy-ui.ts';

const savedMessages = { highlight: 'savedHighlight', quote: 'savedQuote', entity: 'savedEntity' } as const;
const emphasisMs = 1_600;

/** Puts the page side to work in this document, until the context is invalidated. */
export function startAnnotator(ctx: ContentScriptContext): void {
  const { signal } = ctx;
  const translator = createSwitchable(createBrowserTranslator());
  const { t } = translator;
  const painter = createPainter(signal);
  const uiOptions: UiOptions = {
    document,
    translator,
    signal,
    onKeep: (choice) => void attempt(() => keepFromToolbar(choice)),
    onUndo: (receipt) => void undo(receipt),
  };
  const ui = createLazyUi(uiOptions, async () => await callExtension('loadPageUi', null));
  const followers = tellFollowers(
    painter,
    {
      selection: () => session.readSelection()?.exact ?? null,
      standing: () => session.standing(),
    },
    signal,
  );
  let snapsToWords = true;
  let reported = '0 0';
  const session = createPageSession({
    document,
    call: callExtension,
    painter,
    signal,
    isOurs: ui.isOurs,
    snapsToWords: () => snapsToWords,
    onRest: () => caret.current()?.refresh(),
    onPlaced(placements) {
      followers.placed(placements);
      caret.current()?.refresh();
      const lost = placements.filter(({ status }) => status === 'orphan').length;
      const placed = placements.length - lost;
      // A page that keeps changing must not keep the worker awake.
      if (reported === `${placed} ${lost}`) return;
      reported = `${placed} ${lost}`;
      callExtension('reportPlacement', { placed, lost }).catch((error: unknown) => console.warn(error));
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
    ({ snapsToWords } = settings);
  }

  followSettings().catch((error: unknown) => console.warn(error));

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
    () =>
      lastRectOf(painter.rangesOf(id));

  async function keepFromToolbar(choice: KeepChoice): Promise<void> {
    const { id, actId } = await session.keepSelection(choice);
    showKept(id, choice.kind, { actId });
  }

  function showKept(id: string, kind: KeepChoice['kind'], receipt: Receipt): void {
    ui.hideToolbar();
    // Who said it is the next thing to know about a quote.
    if (kind === 'quote') ui.openCard(id, anchorOf(id));
    const noteOn = kind === 'quote' ? {} : { noteOn: { id, anchor: anchorOf(id) } };
    ui.tell(t(savedMessages[kind]), { undo: receipt, ...noteOn });
  }

  function openCard(id: string): boolean {
    if (session.isHidden()) session.setHidden(false);
    if (painter.rangesOf(id).length === 0) return false;
    ui.openCard(id, anchorOf(id));
    return true;
  }

  function showAnnotation(id: string): boolean {
    if (session.isHidden()) session.setHidden(false);
    const rect = lastRectOf(painter.rangesOf(id));
    if (rect === null) return false;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = scrollY + rect.top - innerHeight / 2;
    scrollTo({ top, behavior: isCalm ? 'instant' : 'smooth' });
    ctx.setTimeout(painter.emphasise(id), emphasisMs);
    return true;
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
      readArticle: session.readArticle,
      async keep(choice, span, opensCard) {
        const { id, actId } = await session.keepSelection(choice, span);
        showKept(id, choice.kind, { actId });
        if (opensCard) openCard(id);
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
      openCard,
      emphasise(id) {
        endEmphasis?.();
        endEmphasis = id === null ? null : painter.emphasise(id);
      },
      preview: painter.preview,
      onSelected(isEmpty) {
        if (isEmpty) session.forgetSelection();
        followers.selected();
      },
      walkedTo: () => walkedTo,
    },
    ui,
  );

  async function startCaret(): Promise<boolean> {
    ui.showWalker(null);
    ui.hideToolbar();
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
    showAnnotation(id);
  }

  function onSelected(): void {
    const passage = session.readSelection();
    followers.selected();
    if (passage === null || caret.current()?.isOn() === true || isEditing(document)) return;
    ui.showToolbar(() => rectOfSelection(document), ownTypes);
  }

  /** Clicks at one place go through the marks that lie over each other there. */
  function onClick(x: number, y: number): void {
    const ids = painter.hit(x, y);
    const next = ids[(ids.indexOf(ui.openCardId() ?? '') + 1) % ids.length];
    if (next === undefined) ui.closeCard();
    else openCard(next);
  }

  watchGestures({
    document,
    signal,
    isOurs: ui.isOurs,
    onSelected,
    onUnselected(byReader) {
      ui.hideToolbar();
      if (byReader) session.forgetSelection();
      followers.selected();
    },
    onClick,
    onPress: () => caret.current()?.stop(),
    onEscape() {
      ui.showWalker(null);
      ui.hideToolbar();
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
        ui.hideToolbar();
        ui.closeCard();
      },
      (error: unknown) => console.warn(error),
    );
  });
  ctx.addEventListener(window, 'pageshow', ({ persisted }) => {
    if (persisted) session.lookUpAgain().catch((error: unknown) => console.warn(error));
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
      showAnnotation: ({ id }) => showAnnotation(id),
      openCard: ({ id }) => openCard(id),
      async annotationsChanged({ pageId }) {
        await session.onChanged(pageId);
        return null;
      },
      async settingsChanged() {
        await followSettings();
        return null;
      },
      showKept({ id, kind, actId }) {
        showKept(id, kind, { actId });
        return null;
      },
      showFailure({ code }) {
        ui.tellFailure(code);
        return null;
      },
      async focusToolbar() {
        onSelected();
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

/** The rectangle of the last line of some ranges. */
function lastRectOf(ranges: readonly Range[]): DOMRect | null {
  const rects = ranges.flatMap((range) => [...range.getClientRects()]);
  return rects.findLast((rect) => rect.width > 0) ?? null;
}

function rectOfSelection(document: Document): DOMRect | null {
  const selection = Document.prototype.getSelection.call(document);
  if (selection === null || selection.rangeCount === 0) return null;
  return lastRectOf([selection.getRangeAt(0)]);
}

/** What is selected in a field that the reader types into is theirs to edit, not to keep. */
function isEditing(document: Document): boolean {
  const active: unknown = Reflect.get(Document.prototype, 'activeElement', document);
  return active instanceof HTMLElement && active.isContentEditable;
}
