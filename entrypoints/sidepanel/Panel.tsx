import type { JSX } from 'preact';
import type { Library } from '../../utils/db/database.ts';
import { useFollowedTab } from '../../utils/store/use-followed-tab.ts';
import { TabView } from '../../utils/views/TabView.tsx';

/** The article that the reader is at, beside the page: its annotations follow the page's scrolling, and lead it. */
export function Panel({ library }: { readonly library: Library }): JSX.Element {
  const { tab, visibleIds, refresh } = useFollowedTab();
  return <TabView library={library} tab={tab} refresh={refresh} following={{ visibleIds }} />;
}
