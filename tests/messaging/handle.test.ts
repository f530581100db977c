import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  handleExtensionCalls,
  handlePageCalls,
  type Caller,
  type ExtensionHandlers,
  type PageHandlers,
} from '../../utils/messaging/handle.ts';
import { Failure } from '../../utils/model/failure.ts';

type Sender = Browser.runtime.MessageSender;
type Listener = (message: unknown, sender: Sender, sendResponse: (answer: unknown) => void) => unknown;

const ownId = fakeBrowser.runtime.id;
const ownUrl = (path: string): string => fakeBrowser.runtime.getURL(path);
const tab = { id: 4 } as Browser.tabs.Tab;

/** Delivers a message as the browser would; `heard` is false when no listener took it. */
async function deliver(message: unknown, sender: Sender): Promise<{ heard: boolean; answer: unknown }> {
  return await new Promise((resolve) => {
    const heard = listeners.map((listener) =>
      listener(message, sender, (answer) => resolve({ heard: true, answer })),
    );
    if (!heard.includes(true)) resolve({ heard: false, answer: undefined });
  });
}

let listeners: Listener[] = [];

beforeEach(() => {
  listeners = [];
  fakeBrowser.reset();
  const { onMessage } = fakeBrowser.runtime;
  vi.spyOn(onMessage, 'addListener').mockImplementation((listener) => {
    listeners.push(listener as Listener);
  });
  vi.spyOn(onMessage, 'removeListener').mockImplementation((listener) => {
    listeners = listeners.filter((one) => one !== listener);
  });
});

describe('handleExtensionCalls', () => {
  const findPage = vi.fn<ExtensionHandlers['findPage']>(() => ({ pageId: null, doubt: null, marks: [] }));
  const handlers = { findPage } as unknown as ExtensionHandlers;
  const call = { call: 'findPage', input: { canonicalUrl: null } };

  beforeEach(() => {
    findPage.mockClear();
  });

  async function callerOf(sender: Sender): Promise<Caller | string> {
    handleExtensionCalls(handlers, { admit: (_, input) => input });
    const { answer } = await deliver(call, sender);
    return findPage.mock.calls[0]?.[1] ?? (answer as { code: string }).code;
  }

  const callers: Record<string, { sender: Sender; caller: Caller }> = {
    'the popup': {
      sender: { id: ownId, url: ownUrl('/popup.html') },
      caller: { from: 'extension', tabId: null },
    },
    'our page in a tab': {
      sender: { id: ownId, url: ownUrl('/options.html'), tab, frameId: 0 },
      caller: { from: 'extension', tabId: 4 },
    },
    'the card, a frame inside a web page': {
      sender: { id: ownId, url: ownUrl('/card.html'), tab, frameId: 9 },
      caller: { from: 'extension', tabId: 4 },
    },
    'the card under an address made for the occasion': {
      sender: { id: ownId, url: 'chrome-extension://0f8c2d1e/card.html', tab, frameId: 9 },
      caller: { from: 'extension', tabId: 4 },
    },
    'our script in a page': {
      sender: { id: ownId, url: 'https://harbour.example/levy', tab, frameId: 0 },
      caller: { from: 'page', tabId: 4, url: 'https://harbour.example/levy' },
    },
  };
  it.each(Object.entries(callers))('knows %s', async (_, { sender, caller }) => {
    expect(await callerOf(sender)).toEqual(caller);
  });

  const strangers: Record<string, Sender> = {
    'another extension': { id: 'another-extension', url: ownUrl('/popup.html') },
    'nobody in particular': {},
    'a frame of a page': { id: ownId, url: 'https://ads.example/frame', tab, frameId: 3 },
    'a page outside of any tab': { id: ownId, url: 'https://harbour.example/levy', frameId: 0 },
    'a page without an address': { id: ownId, tab, frameId: 0 },
    'a page whose path looks like ours': {
      id: ownId,
      url: 'https://harbour.example/chrome-extension://popup.html',
      tab,
      frameId: 2,
    },
  };
  it.each(Object.entries(strangers))('refuses %s', async (_, sender) => {
    expect(await callerOf(sender)).toBe('invalidMessage');
    expect(findPage).not.toHaveBeenCalled();
  });

  it('hands the handler what the gate admits, not what came', async () => {
    const clean = { canonicalUrl: 'https://harbour.example/levy' };
    handleExtensionCalls(handlers, { admit: () => clean });
    await deliver(
      { call: 'findPage', input: { canonicalUrl: 'x', more: true } },
      { id: ownId, url: ownUrl('/popup.html') },
    );
    expect(findPage).toHaveBeenCalledExactlyOnceWith(clean, { from: 'extension', tabId: null });
  });

  it('answers with the code when the gate refuses', async () => {
    handleExtensionCalls(handlers, {
      admit: () => {
        throw new Failure('invalidMessage');
      },
    });
    const { answer } = await deliver(call, { id: ownId, url: ownUrl('/popup.html') });
    expect(answer).toEqual({ ok: false, code: 'invalidMessage' });
    expect(findPage).not.toHaveBeenCalled();
  });

  it('leaves other messages to others', async () => {
    handleExtensionCalls(handlers, { admit: (_, input) => input });
    expect(await deliver({ type: 'wxt:reload' }, { id: ownId })).toEqual({ heard: false, answer: undefined });
  });
});

describe('handlePageCalls', () => {
  const showAnnotation = vi.fn<PageHandlers['showAnnotation']>(() => true);
  const handlers = { showAnnotation } as unknown as PageHandlers;
  const call = { call: 'showAnnotation', input: { id: 'a' } };

  beforeEach(() => {
    showAnnotation.mockClear();
  });

  it('answers our own extension', async () => {
    handlePageCalls(handlers, new AbortController().signal);
    expect(await deliver(call, { id: ownId })).toEqual({ heard: true, answer: { ok: true, value: true } });
    expect(showAnnotation).toHaveBeenCalledExactlyOnceWith({ id: 'a' });
  });

  it.each([
    ['another extension', call, 'another-extension'],
    ['an unknown call', { call: 'readCookies', input: null }, ownId],
    ['the name of a prototype', { call: 'constructor', input: null }, ownId],
    ['the prototype itself', { call: '__proto__', input: null }, ownId],
    ['what is no call', 'showAnnotation', ownId],
  ])('does not hear %s', async (_, message, id) => {
    handlePageCalls(handlers, new AbortController().signal);
    expect(await deliver(message, { id })).toEqual({ heard: false, answer: undefined });
    expect(showAnnotation).not.toHaveBeenCalled();
  });

  it('does not hear who is not meant', async () => {
    handlePageCalls(handlers, new AbortController().signal, (sender) => sender.tab === undefined);
    expect(await deliver(call, { id: ownId, tab })).toEqual({ heard: false, answer: undefined });
    expect((await deliver(call, { id: ownId })).heard).toBe(true);
  });

  it('is silent once the signal aborts', async () => {
    const abort = new AbortController();
    handlePageCalls(handlers, abort.signal);
    abort.abort();
    expect(await deliver(call, { id: ownId })).toEqual({ heard: false, answer: undefined });
  });
});
