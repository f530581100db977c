import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { PageStatus } from '../messaging/protocol.ts';
import { failureCodeOf, type FailureCode } from '../model/failure.ts';
import { activateTab, findActiveTab } from '../session/tabs.ts';

/** The page in the tab that the popup was opened for. */
export type TabState =
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly tabId: number;
      readonly windowId: number;
      readonly url: string | null;
      readonly status: PageStatus;
    }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** Puts the page side into the active tab, where the browser lets us, and answers its status. */
export async function readActiveTab(isReaders: boolean): Promise<TabState> {
  try {
    const active = await findActiveTab();
    if (active === null) return { state: 'failed', code: 'pageUnreachable' };
    const status = await activateTab(active.id, { isReaders });
    return { state: 'ready', tabId: active.id, windowId: active.windowId, url: active.url, status };
  } catch (error) {
    return { state: 'failed', code: failureCodeOf(error) };
  }
}

/**
 * The active tab as it was when the popup opened; `refresh` asks again. `first` is the answer to a question that was
 * asked before there was anything to show.
 */
export function useTab(first: Promise<TabState>): { tab: TabState; refresh: () => Promise<void> } {
  const [tab, setTab] = useState<TabState>({ state: 'loading' });
  const refresh = useCallback(async () => setTab(await readActiveTab(true)), []);
  // An effect would wait for a frame, of which a popup that is not shown yet has none.
  useLayoutEffect(() => void first.then(setTab), [first]);
  return { tab, refresh };
}
