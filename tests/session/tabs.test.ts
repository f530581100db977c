import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CallMessage } from '../../utils/messaging/wire.ts';
import { activateTab, announceChange, findActiveTab, keepSelectionIn } from '../../utils/session/tabs.ts';

type Answering = (tabId: number, message: CallMessage) => unknown;

const status = { state: 'article', selection: null };
const noOne = new Error('Could not establish connection. Receiving end does not exist.');

let isInjected: boolean;
let answer: Answering;
const heard: { tabId: number; call: string }[] = [];
const inject = vi.fn<(injection: unknown) => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  isInjected = false;
  answer = () => status;
  heard.length = 0;
  inject.mockReset().mockImplementation(async () => {
    isInjected = true;
    return await Promise.resolve([]);
  });
  Object.assign(fakeBrowser.scripting, { executeScript: inject });
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (tabId: number, message: CallMessage) => {
      heard.push({ tabId, call: message.call });
      if (!isInjected) throw noOne;
      return await Promise.resolve({ ok: true, value: answer(tabId, message) });
    },
  });
});

describe('activateTab', () => {
  it('asks a page that is awake without injecting anything', async () => {
    isInjected = true;
    expect(await activateTab(4)).toEqual(status);
    expect(inject).not.toHaveBeenCalled();
  });

  it('injects the page side where nobody answers, and asks again', async () => {
    expect(await activateTab(4)).toEqual(status);
    expect(inject).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 4 },
      files: ['/content-scripts/annotator.js', '/content-scripts/page-ui.js'],
    });
    expect(heard).toEqual([
      { tabId: 4, call: 'getStatus' },
      { tabId: 4, call: 'getStatus' },
    ]);
  });

  it('says that a page is out of reach where browsers let nobody in', async () => {
    inject.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    await expect(activateTab(4)).rejects.toMatchObject({ code: 'pageUnreachable' });
  });

  it('does not inject again into a page that answered with a failure', async () => {
    Object.assign(fakeBrowser.tabs, {
      sendMessage: async () => await Promise.resolve({ ok: false, code: 'storageFull' }),
    });
    await expect(activateTab(4)).rejects.toMatchObject({ code: 'storageFull' });
    expect(inject).not.toHaveBeenCalled();
  });
});

describe('keepSelectionIn', () => {
  it('wakes the page before it asks to keep', async () => {
    answer = (_, { call }) => (call === 'keepSelection' ? { id: 'a', actId: 2 } : status);
    expect(await keepSelectionIn(4, { kind: 'highlight', colour: 'pink' })).toEqual({ id: 'a', actId: 2 });
    expect(heard.map(({ call }) => call)).toEqual(['getStatus', 'getStatus', 'keepSelection']);
  });
});

describe('findActiveTab', () => {
  it('tells the tab that the reader is looking at', async () => {
    await fakeBrowser.tabs.create({ url: 'https://tide.example/', active: false });
    const { id } = await fakeBrowser.tabs.create({ url: 'https://harbour.example/levy', active: true });
    Object.assign(fakeBrowser.tabs, {
      query: async ({ active, currentWindow }: Record<string, boolean>) => {
        expect([active, currentWindow]).toEqual([true, true]);
        return await Promise.resolve([{ id, url: 'https://harbour.example/levy' }]);
      },
    });
    expect(await findActiveTab()).toEqual({ id, url: 'https://harbour.example/levy' });
  });

  it.each([
    ['there is no tab', []],
    ['the tab has no id', [{ url: 'devtools://devtools' }]],
  ])('answers with null when %s', async (_, tabs) => {
    Object.assign(fakeBrowser.tabs, { query: async () => await Promise.resolve(tabs) });
    expect(await findActiveTab()).toBeNull();
  });
});

describe('announceChange', () => {
  it('tells every tab, and minds none that does not answer', async () => {
    Object.assign(fakeBrowser.tabs, {
      query: async () => await Promise.resolve([{ id: 1 }, { url: 'no id' }, { id: 2 }, { id: 3 }]),
    });
    await expect(announceChange(['page-1'])).resolves.toBeUndefined();
    expect(heard).toEqual([1, 2, 3].map((tabId) => ({ tabId, call: 'annotationsChanged' })));
  });
});
