import type { JSX } from 'preact';
import type { Library } from '../../utils/db/database.ts';
import { useTab } from '../../utils/store/use-tab.ts';
import { LossView } from '../../utils/views/LossView.tsx';
import { TabView } from '../../utils/views/TabView.tsx';

/** What a click on the icon opens: the article in this tab. */
export function Popup({ library }: { readonly library: Library }): JSX.Element {
  const { tab, refresh } = useTab();
  return (
    <>
      <LossView />
      <TabView library={library} tab={tab} refresh={refresh} />
    </>
  );
}
