import type { JSX } from 'preact';
import type { Library } from '../../utils/db/database.ts';
import { useTab } from '../../utils/store/use-tab.ts';
import { TabView } from '../../utils/views/TabView.tsx';
import { WithEntities } from '../../utils/views/WithEntities.tsx';

/** What a click on the icon opens: the article in this tab. */
export function Popup({ library }: { readonly library: Library }): JSX.Element {
  const { tab, refresh } = useTab();
  return (
    <WithEntities library={library} tab={tab}>
      <TabView library={library} tab={tab} refresh={refresh} />
    </WithEntities>
  );
}
