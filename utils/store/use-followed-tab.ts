import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { followPage, onPageStarted, type PageView } from '../messaging/follow.ts';
import { readActiveTab, type TabState } from './use-tab.ts';

export type FollowedTab = {
  readonly tab: TabState;
  /** Annotations that the reader sees on the page right now. */
  readonly visibleIds: ReadonlySet<string>;
  /** As in `PageView`; `null` and 0 while nothing is told. */
  readonly place: number | null;
  readonly revision: number;
  readonly refresh: () => Promise<void>;
};

const nothingVisible: ReadonlySet<string> = new Set();

/** The page that the reader is at, through changes of tab and page, with what of it is in view. */
export function useFollowedTab(): FollowedTab {
  const [tab, setTab] = useState<TabState>({ state: 'loading' });
  const [view, setView] = useState<PageView | null>(null);
  const [round, setRound] = useState(0);
  const turns = useRef(0);
  const refresh = useCallback(async () => {
    // An answer that a later one overtook says nothing of where the reader is now.
    const turn = ++turns.current;
    const next = await readActiveTab(false);
    if (turn === turns.current) setTab(next);
  }, []);

  useEffect(() => {
    const onUpdated = (
      _: number,
      change: { status?: string; url?: string },
      { active }: { active: boolean },
    ): void => {
      if (active && (change.status === 'complete' || change.url !== undefined)) void refresh();
    };
    const onActivated = (): void => {
      setView(null);
      void refresh();
    };
    void refresh();
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, []);

  const tabId = tab.state === 'ready' ? tab.tabId : null;
  useEffect(() => {
    // A page that is followed already tells by itself what changes.
    const stop = onPageStarted((startedId) => startedId !== tabId && void refresh());
    return stop;
  }, [tabId]);

  const standing = tab.state === 'ready' ? tab.status.standing : null;
  useEffect(() => {
    if (view !== null && standing !== null && view.standing !== standing) void refresh();
  }, [view?.standing, standing]);

  useEffect(() => {
    const abort = new AbortController();
    const onGone = (): void => {
      setView(null);
      // The page may be back at once, as after a reload on a site that lets us in.
      void refresh().then(() => setRound((round) => round + 1));
    };
    if (tabId !== null) {
      followPage(tabId, { signal: abort.signal, onView: setView, onGone });
    }
    return () => abort.abort();
  }, [tabId, round]);

  return {
    tab: tab.state === 'ready' && view !== null ? withView(tab, view) : tab,
    visibleIds: view === null ? nothingVisible : new Set(view.visible),
    place: view?.place ?? null,
    revision: view?.revision ?? 0,
    refresh,
  };
}

function withView(tab: Extract<TabState, { state: 'ready' }>, view: PageView): TabState {
  const { placements, selection } = view;
  return { ...tab, status: { ...tab.status, placements, selection } };
}
