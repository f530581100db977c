import type { JSX } from 'preact';
import type { Library } from '../db/database.ts';
import { useSafety } from '../store/use-safety.ts';
import type { TabState } from '../store/use-tab.ts';
import { ArticleView, type Following } from './ArticleView.tsx';
import { Footer } from './Footer.tsx';
import { LossView } from './LossView.tsx';
import { isOfArticle, NoArticle, TabOutline } from './TabOutline.tsx';

export type TabViewProps = {
  readonly library: Library;
  readonly tab: TabState;
  readonly refresh: () => Promise<void>;
  /** Absent in the popup, which shows the page as it was when it opened. */
  readonly following?: Following;
};

/** The article in a tab, or a sentence why there is none; above it what happened to the library, if anything did. */
export function TabView(props: TabViewProps): JSX.Element {
  const safety = useSafety();
  return (
    <>
      <div class="loss">
        <LossView {...safety} />
      </div>
      <TabContent {...props} />
    </>
  );
}

function TabContent({ library, tab, refresh, following }: TabViewProps): JSX.Element {
  if (tab.state === 'loading') return <TabOutline tab={tab} refresh={refresh} />;
  if (isOfArticle(tab)) {
    return (
      <ArticleView
        library={library}
        tab={tab}
        refresh={refresh}
        {...(following === undefined ? {} : { following })}
      />
    );
  }
  return (
    <main>
      <NoArticle tab={tab} isFollowed={following !== undefined} refresh={refresh} />
      <Footer library={library} pageId={null} url={null} />
    </main>
  );
}
