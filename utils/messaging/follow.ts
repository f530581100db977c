import { browser, type Browser } from 'wxt/browser';
import type { Placement } from './protocol.ts';
import { isCallMessage } from './wire.ts';

/** What a page tells whoever follows it. */
export type PageView = {
  readonly placements: readonly Placement[];
  /** Annotations whose words the reader sees right now. */
  readonly visible: readonly string[];
  /** The selected words, trimmed; `null` when nothing is selected. */
  readonly selection: string | null;
  /** As in `PageStatus`. */
  readonly standing: string;
  /** Grows when the page has come to rest after a change of its text. */
  readonly revision: number;
  /** Offset of the block at the reader's eyes, as the last `readArticle` told it; `null` where none is known. */
  readonly place: number | null;
};

export type Follower = { readonly tell: (view: PageView) => void; readonly gone: AbortSignal };

const channel = 'follow';

/** Page side: hears of every follower until the signal aborts. Only our own extension can connect. */
export function onFollower(listener: (follower: Follower) => void, signal: AbortSignal): void {
  const onConnect = (port: Browser.runtime.Port): void => {
    if (port.name !== channel || port.sender?.id !== browser.runtime.id) return;
    const abort = new AbortController();
    port.onDisconnect.addListener(() => abort.abort());
    signal.addEventListener('abort', () => abort.abort(), { once: true, signal: abort.signal });
    listener({
      tell: (view) => {
        if (!abort.signal.aborted) port.postMessage(view);
      },
      gone: abort.signal,
    });
  };
  browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => browser.runtime.onConnect.removeListener(onConnect));
}

/** Extension side: hears of every page side that starts or looks its annotations up, by the tab it is in. */
export function onPageStarted(listener: (tabId: number) => void): () => void {
  const onMessage = (message: unknown, sender: Browser.runtime.MessageSender): boolean => {
    if (isCallMessage(message) && message.call === 'findPage' && sender.tab?.id !== undefined) {
      listener(sender.tab.id);
    }
    // The background answers.
    return false;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}

/**
 * Follows the page in a tab until the signal aborts. `onGone` is called when the page goes away, or when no page
 * side runs there.
 */
export function followPage(
  tabId: number,
  { signal, onView, onGone }: { signal: AbortSignal; onView: (view: PageView) => void; onGone: () => void },
): void {
  const port = browser.tabs.connect(tabId, { name: channel, frameId: 0 });
  port.onMessage.addListener((message: unknown) => {
    if (!signal.aborted) onView(message as PageView);
  });
  port.onDisconnect.addListener(() => {
    // Reading it is what keeps Chromium from reporting an error that nobody made.
    void browser.runtime.lastError;
    if (!signal.aborted) onGone();
  });
  signal.addEventListener('abort', () => port.disconnect(), { once: true });
}
