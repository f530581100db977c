import type { JSX } from 'preact';
import { FailureNotice, Notice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../db/database.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { PageStatus } from '../messaging/protocol.ts';
import type { TabState } from '../store/use-tab.ts';
import { ArticleView, type Following } from './ArticleView.tsx';
import { Footer } from './Footer.tsx';

export type TabViewProps = {
  readonly library: Library;
  readonly tab: TabState;
  readonly refresh: () => Promise<void>;
  /** Absent in the popup, which shows the page as it was when it opened. */
  readonly following?: Following;
};

/** What to say of what is no article of the web. */
const otherMessages: Readonly<Partial<Record<PageStatus['state'], MessageKey>>> = {
  'not-a-page': 'stateNotAPage',
  practice: 'statePractice',
};

/** The article in a tab, or a sentence why there is none. */
export function TabView(props: TabViewProps): JSX.Element {
  const { library, tab, refresh } = props;
  const { t } = useText();
  if (tab.state === 'loading') return <p class="loading">{t('popupLoading')}</p>;
  const other = tab.state === 'ready' ? otherMessages[tab.status.state] : undefined;
  if (tab.state === 'ready' && other === undefined) {
    const { following } = props;
    return (
      <ArticleView
        library={library}
        tab={tab}
        refresh={refresh}
        {...(following === undefined ? {} : { following })}
      />
    );
  }
  const unreachable = props.following === undefined ? 'stateUnreachable' : 'panelUnreachable';
  return (
    <main>
      {other !== undefined && <Notice>{t(other)}</Notice>}
      {tab.state === 'failed' && tab.code === 'pageUnreachable' && <Notice>{t(unreachable)}</Notice>}
      {tab.state === 'failed' && tab.code !== 'pageUnreachable' && (
        <FailureNotice code={tab.code} onRetry={() => void refresh()} />
      )}
      <Footer library={library} pageId={null} url={null} />
    </main>
  );
}
