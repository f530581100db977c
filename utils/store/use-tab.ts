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
      readonly url: string | null;
      readonly status: PageStatus;
    }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** Puts the page side into the active tab and answers its status; `refresh` asks again. */
export function useTab(): { tab: TabState; refresh: () => Promise<void> } {
  const [tab, setTab] = useState<TabState>({ state: 'loading' });
  const refresh = useCallback(async () => {
    try {
      const active = await findActiveTab();
      if (active === null) return setTab({ state: 'failed', code: 'pageUnreachable' });
      const status = await activateTab(active.id);
      setTab({ state: 'ready', tabId: active.id, url: active.url, status });
    } catch (error) {
      setTab({ state: 'failed', code: failureCodeOf(error) });
    }
  }, []);
  useEffect(() => void refresh(), [refresh]);
  return { tab, refresh };
}
