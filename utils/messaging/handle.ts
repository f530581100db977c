import { browser, type Browser } from 'wxt/browser';
import type { ExtensionCalls, PageCalls, PageUiCalls } from './protocol.ts';
import { answerWith, isCallMessage, type InputOf, type OutputOf } from './wire.ts';
import { Failure } from '../model/failure.ts';

/** Who asks: one of our own pages, or our script inside a web page. */
export type Caller =
  | { readonly from: 'extension'; readonly tabId: number | null }
  | { readonly from: 'page'; readonly tabId: number; readonly url: string };

type MaybePromise<T> = T | Promise<T>;

/** What the background does for each call. */
export type ExtensionHandlers = {
  [Name in keyof ExtensionCalls]: (
    input: InputOf<ExtensionCalls, Name>,
    caller: Caller,
  ) => MaybePromise<OutputOf<ExtensionCalls, Name>>;
};

/** What the page side does for each call. */
export type PageHandlers = {
  [Name in keyof PageCalls]: (input: InputOf<PageCalls, Name>) => MaybePromise<OutputOf<PageCalls, Name>>;
};

/** What the script with the page's UI does for each call that is its own. */
export type PageUiHandlers = {
  [Name in keyof PageUiCalls]: (
    input: InputOf<PageUiCalls, Name>,
  ) => MaybePromise<OutputOf<PageUiCalls, Name>>;
};

/** What every call passes before a handler sees it. */
export type ExtensionGate = {
  /** Returns the input when it has the call's shape and the caller may make it; throws a `Failure` otherwise. */
  readonly admit: (call: string, input: unknown, caller: Caller) => unknown;
};

/** Answers calls in the background. Every input passes the gate before a handler sees it. */
export function handleExtensionCalls(handlers: ExtensionHandlers, gate: ExtensionGate): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isCallMessage(message)) return false;
    void answerWith(() => {
      const caller = identifyCaller(sender);
      const input = gate.admit(message.call, message.input, caller);
      const handler = handlers[message.call as keyof ExtensionHandlers] as (
        input: unknown,
        caller: Caller,
      ) => unknown;
      return handler(input, caller);
    }).then(sendResponse);
    return true;
  });
}

/** Answers calls in a page until the signal aborts. Only our own extension can send them, and `isMeant` can refuse. */
export function handlePageCalls(
  handlers: PageHandlers,
  signal: AbortSignal,
  isMeant: (sender: Browser.runtime.MessageSender) => boolean = () => true,
): void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (answer: unknown) => void,
  ): boolean => {
    if (
      sender.id !== browser.runtime.id ||
      !isMeant(sender) ||
      !isCallMessage(message) ||
      !Object.hasOwn(handlers, message.call)
    ) {
      return false;
    }
    const handler = handlers[message.call as keyof PageHandlers] as (input: unknown) => unknown;
    void answerWith(() => handler(message.input)).then(sendResponse);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** Answers the calls of the script with the page's UI; all others are for the page side beside it. */
export function handlePageUiCalls(handlers: PageUiHandlers, signal: AbortSignal): void {
  // The listener answers only what there is a handler for, so that not all calls need be there.
  handlePageCalls(handlers as unknown as PageHandlers, signal);
}

function identifyCaller(sender: Browser.runtime.MessageSender): Caller {
  if (sender.id !== browser.runtime.id) throw new Failure('invalidMessage');
  const tabId = sender.tab?.id ?? null;
  if (isOwnUrl(sender.url)) return { from: 'extension', tabId };
  // Our script runs in main frames only; a frame's address would file its notes under the wrong page.
  if (tabId === null || sender.url === undefined || (sender.frameId ?? 0) !== 0)
    throw new Failure('invalidMessage');
  return { from: 'page', tabId, url: sender.url };
}

/** Chromium names a page under `use_dynamic_url` by another host, so the scheme is what tells our pages. */
function isOwnUrl(url: string | undefined): boolean {
  if (url === undefined) return false;
  const own = new URL(browser.runtime.getURL('/'));
  const asked = URL.canParse(url) ? new URL(url) : null;
  return asked?.protocol === own.protocol;
}
