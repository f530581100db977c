import type { JSX } from 'preact';
import { FailureNotice, Notice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../../utils/db/database.ts';
import { useTab } from '../../utils/store/use-tab.ts';
import { ArticleView } from './ArticleView.tsx';
import { Footer } from './Footer.tsx';

/** What a click on the icon opens: the article in this tab, or a sentence why there is none. */
export function Popup({ library }: { readonly library: Library }): JSX.Element {
  const { t } = useText();
  const { tab, refresh } = useTab();
  if (tab.state === 'loading') return <p class="loading">{t('popupLoading')}</p>;
  if (tab.state === 'failed') {
    return (
      <main>
        {tab.code === 'pageUnreachable' ? (
          <Notice>
            <p>{t('stateUnreachable')}</p>
          </Notice>
        ) : (
          <FailureNotice code={tab.code} onRetry={() => void refresh()} />
        )}
        <Footer library={library} pageId={null} url={null} />
      </main>
    );
  }
  if (tab.status.state === 'not-a-page') {
    return (
      <main>
        <Notice>
          <p>{t('stateNotAPage')}</p>
        </Notice>
        <Footer library={library} pageId={null} url={null} />
      </main>
    );
  }
  return <ArticleView library={library} tab={tab} refresh={refresh} />;
}
