import { browser } from '#imports';
import { render } from 'preact';
import { SettingsContext } from '../../components/settings.ts';
import { TextContext } from '../../components/text.ts';
import type { Anchor, Ui, UiOptions } from '../../components/page-ui.ts';
import type { CopyChoice } from '../../components/ToolbarActs.tsx';
import { noCaret, type CaretLayerState } from './CaretLayer.tsx';
import { defaultSettings, type Settings } from '../../utils/model/settings.ts';
import type { WalkerProps } from '../../components/Walker.tsx';
import { callExtension } from '../../utils/messaging/send.ts';
import { failureCodeOf } from '../../utils/model/failure.ts';
import { passageLink } from '../../utils/export/passage-link.ts';
import { createId } from '../../utils/model/id.ts';
import { copyText } from './copy.ts';
import { createHost } from './host.ts';
import { watchStrip } from './strip.ts';
import { PageUi, type PageUiState } from './PageUi.tsx';
import css from './page-ui.css?inline';

/** The card's page shows the fields of a new entity then. */
const naming = 'name';

/** Shows Pressmark's parts in the page; takes everything away when the signal aborts. */
export function createUi(options: UiOptions): Ui {
  const { document, translator, signal, onUndo, onCard } = options;
  const { t } = translator;
  const host = createHost(document, css, translator.locale);
  let state: PageUiState = { strip: null, toolbar: null, card: null, walker: null, toast: null, caret: null };
  let settings: Settings = defaultSettings;
  let toasts = 0;
  /** What had the focus before a part of ours took it. */
  let focusedBefore: HTMLElement | null = null;

  function update(part: Partial<PageUiState>): void {
    if (signal.aborted) return;
    state = { ...state, ...part };
    const isEmpty = Object.values(state).every((part) => part === null);
    if (!isEmpty) host.show();
    render(
      <SettingsContext.Provider value={settings}>
        {/* A new object each time: the words behind it may be of another language now. */}
        <TextContext.Provider value={{ ...translator }}>
          <PageUi {...state} />
        </TextContext.Provider>
      </SettingsContext.Provider>,
      host.root,
    );
    if (isEmpty) host.hide();
  }

  signal.addEventListener('abort', () => {
    render(null, host.root);
    host.hide();
  });

  /** A bar is as narrow as the window, also when it is turned or zoomed. */
  const narrow = matchMedia('(max-width: 720px)');
  narrow.addEventListener(
    'change',
    () => {
      if (state.toolbar !== null) update({ toolbar: { ...state.toolbar, isNarrow: narrow.matches } });
    },
    { signal },
  );

  const strip = watchStrip({
    window,
    signal,
    readMarks: options.readMarks,
    onPlaced: (place) => update({ strip: place === null ? null : { ...place, onGoTo: options.onGoTo } }),
  });

  function rememberFocus(): void {
    const active = activeElementOf(document);
    if (active !== host.element) focusedBefore = active;
  }

  function hideToolbar(): void {
    if (state.toolbar !== null) update({ toolbar: null });
  }

  /** By the reader's own Escape: the focus was in the toolbar. */
  function leaveToolbar(): void {
    hideToolbar();
    giveFocusBack();
  }

  function closeCard(): void {
    if (state.card === null) return;
    leaveFrame('.card');
    update({ card: null });
    if (!focusKeys()) giveFocusBack();
  }

  /**
   * To what had it before a part of ours. Where nothing had, the window must be told: the focus of a frame that is
   * taken away is nobody's, and keys go nowhere until the next click.
   */
  function giveFocusBack(): void {
    focusedBefore?.focus({ preventScroll: true });
    if (focusedBefore === null || focusedBefore.tabIndex < 0 || !document.hasFocus()) window.focus();
    focusedBefore = null;
  }

  /**
   * Before a frame is taken away it lets the focus go: Firefox counts it as focused for a while after it is gone, and
   * Chromium sends it the end of the key press that closed it, to no end.
   */
  function leaveFrame(selector: string): void {
    host.root.querySelector<HTMLIFrameElement>(selector)?.blur();
  }

  function focusKeys(): boolean {
    const frame = host.root.querySelector<HTMLIFrameElement>('.keys');
    frame?.focus();
    return frame !== null;
  }

  function drawCaret(part: Partial<CaretLayerState>): void {
    if (state.caret !== null) update({ caret: { ...state.caret, ...part } });
  }

  function showKeys(id: string | null): void {
    if (id === null) return hideKeys();
    // Of two frames of ours one after the other, what had the focus before the first gets it back.
    if (state.card === null) rememberFocus();
    const url = `${browser.runtime.getURL('/keys.html')}#${id}`;
    update({
      toolbar: null,
      card: null,
      walker: null,
      caret: { ...noCaret, keys: { url, label: t('caretLabel'), height: null } },
    });
  }

  function hideKeys(): void {
    const hadFocus = activeElementOf(document) === host.element && state.card === null;
    if (hadFocus) leaveFrame('.keys');
    update({ caret: null });
    host.root.style.removeProperty('--keys-room');
    if (hadFocus) giveFocusBack();
  }

  function openCard(id: string, anchor: Anchor, goOnWith?: string): void {
    if (onCard?.(id, anchor) === true) return update({ toolbar: null, walker: null, toast: null });
    if (state.card === null && state.walker === null && state.caret === null) rememberFocus();
    // The dynamic part of the address is what a page cannot guess; the id goes where no request carries it.
    const url = `${browser.runtime.getURL('/card.html')}#${id}${goOnWith === undefined ? '' : `&${goOnWith}`}`;
    const isNaming = goOnWith === naming;
    update({
      toolbar: null,
      walker: null,
      toast: null,
      card: { id, url, anchor, height: null, label: t(isNaming ? 'namerLabel' : 'cardLabel'), isNaming },
    });
  }

  /** The frame goes by the id that the annotation will not have: nothing is kept yet. */
  function openNaming(anchor: Anchor): void {
    openCard(createId(), anchor, naming);
  }

  async function copy(choice: CopyChoice): Promise<void> {
    const selected = options.readSelection();
    if (selected === null) return tell(t('failure_nothingSelected'));
    const text = choice === 'words' ? selected.exact : passageLink(location.href, selected.selector);
    const isCopied = await copyText(text);
    if (!isCopied) tell(t('failure_clipboard'));
    else tell(t(choice === 'words' ? 'wordsCopied' : 'linkCopied'));
  }

  function tell(message: string, acts: Parameters<Ui['tell']>[1] = {}): void {
    const { undo, noteOn } = acts;
    const close = (): void => {
      const hadFocus = activeElementOf(document) === host.element;
      update({ toast: null });
      // A press on it took the keys away.
      if (hadFocus && state.card === null) focusKeys();
    };
    update({
      walker: null,
      toast: {
        key: ++toasts,
        message,
        onClose: close,
        ...(undo === undefined
          ? {}
          : {
              onUndo: () => {
                close();
                onUndo(undo);
              },
            }),
        ...(noteOn === undefined ? {} : { onNote: () => openCard(noteOn.id, noteOn.anchor) }),
      },
    });
    // In our own page nothing is kept that could name somebody elsewhere.
    if (noteOn !== undefined && onCard === undefined) void offerMentions(noteOn.id, toasts);
  }

  /** Once the background has looked: the names that an entity goes by are not told to pages. */
  async function offerMentions(id: string, key: number): Promise<void> {
    const isEntity = options.readMarks().some((mark) => mark.id === id && mark.kind === 'entity');
    const { count } = isEntity ? await askForMentions(id) : { count: 0 };
    if (count === 0 || state.toast?.key !== key) return;
    const name = translator.plural('markMentions', count);
    update({ toast: { ...state.toast, further: { name, onPress: () => void markMentions(id) } } });
  }

  async function markMentions(id: string): Promise<void> {
    try {
      const { actId, count } = await callExtension('markMentions', { id, tabId: null });
      tell(translator.plural('markedMentions', count), { undo: { actId } });
    } catch (error) {
      tell(t(`failure_${failureCodeOf(error)}`));
    }
  }

  function showWalker(walker: WalkerProps | null): void {
    if (walker !== null && state.walker === null) rememberFocus();
    const hadFocus = walker === null && state.walker !== null && activeElementOf(document) === host.element;
    update({ walker, ...(walker === null ? {} : { toolbar: null, toast: null }) });
    if (walker !== null) return;
    if (hadFocus) giveFocusBack();
    focusedBefore = null;
  }

  return {
    isOurs: (node) => node === host.element,
    showToolbar(anchor, ownTypes, isTouch) {
      const { onKeep, onGrow } = options;
      const goal = options.pieceGoal();
      const acts = {
        onKeep,
        onGrow,
        onAddPiece: goal === null ? undefined : () => options.onAddPiece(goal),
        onName: () => openNaming(anchor),
        onCopy: (what: CopyChoice) => void copy(what),
      };
      const bar = { anchor, isTouch, isNarrow: narrow.matches, focusRequest: 0, onClose: leaveToolbar };
      update({
        toolbar: { ...acts, ...bar, ownTypes },
        // Another selection is another entity.
        card: state.card?.isNaming === true ? null : state.card,
      });
    },
    hideToolbar(andNaming) {
      hideToolbar();
      if (andNaming && state.card?.isNaming === true) closeCard();
    },
    focusToolbar() {
      if (state.toolbar === null) {
        const button = host.root.querySelector<HTMLButtonElement>('.toast button');
        button?.focus();
        return button !== null;
      }
      rememberFocus();
      update({ toolbar: { ...state.toolbar, focusRequest: state.toolbar.focusRequest + 1 } });
      return true;
    },
    showWalker,
    showStrip: (isShown) => (isShown ? strip.show() : strip.hide()),
    openCard,
    resizeCard(height) {
      if (state.card !== null) update({ card: { ...state.card, height } });
    },
    closeCard,
    openCardId: () => state.card?.id ?? null,
    tell,
    caret: {
      showKeys,
      focusKeys,
      resizeKeys(height) {
        const keys = state.caret?.keys ?? null;
        if (keys === null || keys.height === height) return;
        host.root.style.setProperty('--keys-room', `${height + 12}px`);
        drawCaret({ keys: { ...keys, height } });
      },
      drawCaret: (anchor) => drawCaret({ mark: anchor === null ? null : { anchor } }),
      drawHandles: (handles) => drawCaret({ handles }),
    },
    tellFailure: (code) => tell(t(`failure_${code}`)),
    follow(next) {
      settings = next;
      host.follow(translator.locale, next.theme);
      update({});
    },
  };
}

/** It is a help: where nobody answers, nothing is offered. */
async function askForMentions(id: string): Promise<{ readonly count: number }> {
  return await callExtension('countMentions', { id, tabId: null }).catch(() => ({ count: 0 }));
}

function activeElementOf(document: Document): HTMLElement | null {
  const active: unknown = Reflect.get(Document.prototype, 'activeElement', document);
  return active instanceof HTMLElement ? active : null;
}
