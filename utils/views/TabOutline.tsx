import type { JSX } from 'preact';
import { ArticleHeader } from '../../components/ArticleHeader.tsx';
import { FailureNotice, Notice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { PageStatus } from '../messaging/protocol.ts';
import type { TabState } from '../store/use-tab.ts';

export type TabOutlineProps = {
  readonly tab: TabState;
  readonly refresh: () => Promise<void>;
};

/** What can be said of a tab before the library is there: which article it is, or a sentence why there is none. */
export function TabOutline({ tab, refresh }: TabOutlineProps): JSX.Element {
  const { t } = useText();
  if (tab.state === 'loading') return <p class="loading">{t('popupLoading')}</p>;
  return (
    <main>
      {isOfArticle(tab) ? (
        <ArticleHeader article={tab.status.article} />
      ) : (
        <NoArticle tab={tab} isFollowed={false} refresh={refresh} />
      )}
    </main>
  );
}

/** Why there is nothing to keep in a tab. */
export function NoArticle({
  tab,
  isFollowed,
  refresh,
}: TabOutlineProps & { readonly isFollowed: boolean }): JSX.Element | null {
  const { t } = useText();
  if (tab.state === 'loading') return null;
  if (tab.state === 'ready') {
    const message = otherMessages[tab.status.state];
    return message === undefined ? null : <Notice>{t(message)}</Notice>;
  }
  if (tab.code !== 'pageUnreachable') return <FailureNotice code={tab.code} onRetry={() => void refresh()} />;
  return <Notice>{t(isFollowed ? 'panelUnreachable' : 'stateUnreachable')}</Notice>;
}

/** What to say of what is no article of the web. */
const otherMessages: Readonly<Partial<Record<PageStatus['state'], MessageKey>>> = {
  'not-a-page': 'stateNotAPage',
  practice: 'statePractice',
};

/** Whether a tab shows a page of the web, on which things can be kept. */
export function isOfArticle(tab: TabState): tab is Extract<TabState, { state: 'ready' }> {
  return tab.state === 'ready' && otherMessages[tab.status.state] === undefined;
}
