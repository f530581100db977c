import { browser } from 'wxt/browser';
import { Failure } from '../model/failure.ts';
import type { KeepChoice, PageStatus, Receipt } from '../messaging/protocol.ts';
import { callPage, tellFrames } from '../messaging/send.ts';

const annotatorFile = '/content-scripts/annotator.js';
const pageUiFile = '/content-scripts/page-ui.js';

/**
 * The status of the page in a tab; the page side is put there first when it is not running.
 * `isReaders` as in the call. With `retryAfterMs` a refusal is taken for final only when it comes again after that time.
 * @throws {Failure} `pageUnreachable` where browsers let no extension in (their own pages, stores).
 */
export async function activateTab(
  tabId: number,
  { retryAfterMs = null, isReaders = true }: { retryAfterMs?: number | null; isReaders?: boolean } = {},
): Promise<PageStatus> {
  try {
    return await callPage(tabId, 'getStatus', { isReaders });
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'pageUnreachable') throw error;
  }
  const inject = async (): Promise<unknown> =>
    // The UI comes along while the click that lets us in still counts.
    await browser.scripting.executeScript({ target: { tabId }, files: [annotatorFile, pageUiFile] });
  await inject()
    .catch(async (error: unknown) => {
      if (retryAfterMs === null) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
      return await inject();
    })
    .catch((error: unknown) => {
      throw new Failure('pageUnreachable', { cause: error });
    });
  return await callPage(tabId, 'getStatus', { isReaders });
}

/** Brings the page's UI into a page whose page side started by itself. */
export async function loadPageUi(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [pageUiFile] });
}

/**
 * For keys and menus: Chromium may tell of the press before the page's process knows that it was granted
 * `activeTab` by it, about once in twenty fresh starts, and refuses the script until then.
 */
export const grantDelayMs = 200;

/** The tab the reader is looking at, or `null`. */
export async function findActiveTab(): Promise<{
  id: number;
  windowId: number;
  url: string | null;
} | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, windowId: tab.windowId, url: tab.url ?? null };
}

/**
 * Tells every open page that annotations of some of them changed. Pages of other articles hear only ids
 * that mean nothing to them.
 */
export async function announceChange(pageIds: readonly string[]): Promise<void> {
  await callEveryPage(async (tabId) => {
    const calls = pageIds.map((pageId) => callPage(tabId, 'annotationsChanged', { pageId }));
    await Promise.allSettled(calls);
  });
}

/** Tells every open page, and every frame of ours in one, to read the settings again. */
export async function announceSettings(): Promise<void> {
  // Nobody hears it when no frame is open, which is the normal case.
  void tellFrames('settingsChanged').catch(() => null);
  await callEveryPage(async (tabId) => await callPage(tabId, 'settingsChanged', null));
}

async function callEveryPage(call: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Most tabs run no page side; that they do not answer is the normal case.
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [call(id)])));
}

/**
 * Keeps the selection of the page in a tab, for the menu and the keyboard.
 * @throws {Failure} `nothingSelected`, `selectionGone`, `pageUnreachable` or a storage failure.
 */
export async function keepSelectionIn(tabId: number, choice: KeepChoice): Promise<{ id: string } & Receipt> {
  await activateTab(tabId, { retryAfterMs: grantDelayMs });
  return await callPage(tabId, 'keepSelection', choice);
}
