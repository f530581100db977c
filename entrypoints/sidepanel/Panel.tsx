import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Library } from '../../utils/db/database.ts';
import { useFollowedTab } from '../../utils/store/use-followed-tab.ts';
import type { PanelMode } from '../../utils/views/ArticleView.tsx';
import { TabView } from '../../utils/views/TabView.tsx';
import { WithEntities } from '../../utils/views/WithEntities.tsx';

/** The article that the reader is at, beside the page: what is shown of it follows the page's scrolling, and leads it. */
export function Panel({ library }: { readonly library: Library }): JSX.Element {
  const { tab, refresh, ...view } = useFollowedTab();
  const [mode, setMode] = useState<PanelMode>('list');
  return (
    <WithEntities library={library} tab={tab}>
      <TabView library={library} tab={tab} refresh={refresh} following={{ ...view, mode, onMode: setMode }} />
    </WithEntities>
  );
}
