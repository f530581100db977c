import { useCallback, useEffect, useState } from 'preact/hooks';
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

/** The active tab as it was when the popup opened; `refresh` asks again. */
export function useTab(): { tab: TabState; refresh: () => Promise<void> } {
  const [tab, setTab] = useState<TabState>({ state: 'loading' });
  const refresh = useCallback(async () => setTab(await readActiveTab(true)), []);
  useEffect(() => void refresh(), [refresh]);
  return { tab, refresh };
}
