import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { FailureNotice } from '../../components/Notice.tsx';
import type { Library } from '../../utils/db/database.ts';
import type { SettingsSource } from '../../utils/store/settings-source.ts';
import { useTab, type TabState } from '../../utils/store/use-tab.ts';
import { TabOutline } from '../../utils/views/TabOutline.tsx';
import type { TabView } from '../../utils/views/TabView.tsx';
import type { WithEntities } from '../../utils/views/WithEntities.tsx';

/** What is loaded once the reader sees which article it is. */
export type Rest = {
  readonly TabView: typeof TabView;
  readonly WithEntities: typeof WithEntities;
  readonly library: Library;
  readonly settings: SettingsSource;
};

export type PopupProps = {
  readonly first: Promise<TabState>;
  readonly rest: Promise<Rest>;
};

/** What a click on the icon opens: the article in this tab. */
export function Popup({ first, rest }: PopupProps): JSX.Element {
  const { tab, refresh } = useTab(first);
  const [loaded, setLoaded] = useState<Rest | 'failed' | null>(null);
  useLayoutEffect(() => {
    rest.then(
      (parts) => setLoaded(parts),
      (error: unknown) => {
        console.error(error);
        setLoaded('failed');
      },
    );
  }, [rest]);
  if (loaded === null) return <TabOutline tab={tab} refresh={refresh} />;
  if (loaded === 'failed') return <FailureNotice code="unexpected" />;
  const { TabView, WithEntities, library } = loaded;
  return (
    <WithEntities library={library} tab={tab}>
      <TabView library={library} tab={tab} refresh={refresh} />
    </WithEntities>
  );
}
