import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { ArticleHeader } from '../../components/ArticleHeader.tsx';
import { LookChoice } from '../../components/LookChoice.tsx';
import { FailureNotice, Notice } from '../../components/Notice.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../db/database.ts';
import type { ArticleSummary, KeepChoice } from '../messaging/protocol.ts';
import { callPage } from '../messaging/send.ts';
import { articleOf, type Page } from '../model/page.ts';
import { createAnnotationActs } from '../store/annotation-acts.ts';
import { keepSelectionDraft } from '../store/drafts.ts';
import { useArticleNotes } from '../store/use-article-notes.ts';
import { useOutcome, type Undoing } from '../store/use-outcome.ts';
import { useProposals } from '../store/use-proposals.ts';
import { useReadingLook } from '../store/use-reading-look.ts';
import { useSameItems } from '../store/use-same.ts';
import type { TabState } from '../store/use-tab.ts';
import { ArticleDetails } from './ArticleDetails.tsx';
import { ArticleNews } from './ArticleNews.tsx';
import { Footer } from './Footer.tsx';
import { ListView } from './ListView.tsx';
import { savedMessages } from './messages.ts';
import { OutcomeToast } from './OutcomeToast.tsx';
import { ReaderView, type ReaderPassage } from './ReaderView.tsx';

export type ArticleViewProps = {
  readonly library: Library;
  readonly tab: Extract<TabState, { state: 'ready' }>;
  readonly refresh: () => Promise<void>;
  readonly following?: Following;
};

/** The list of what is kept, or the article with it. */
export type PanelMode = 'list' | 'read';

/** What the side panel knows besides: what of the article the reader sees on the page right now. */
export type Following = {
  readonly visibleIds: ReadonlySet<string>;
  /** As in `PageView`. */
  readonly place: number | null;
  readonly revision: number;
  readonly mode: PanelMode;
  readonly onMode: (mode: PanelMode) => void;
};

/** The article in the tab: what it is, what is selected, what is kept. */
export function ArticleView({ library, tab, refresh, following }: ArticleViewProps): JSX.Element {
  const text = useText();
  const { t, locale } = text;
  const { tabId, url, status } = tab;
  const { outcome, isBusy, run, undo, clear } = useOutcome();
  const [passage, setPassage] = useState<ReaderPassage | null>(null);
  const [look, changeLook] = useReadingLook();
  const isReading = following?.mode === 'read';
  const selection = isReading ? (passage?.text ?? null) : status.selection;
  const notes = useArticleNotes(library, { status, url, selection });
  const placements = useSameItems(status.placements);
  const proposals = useProposals({
    library,
    tabId,
    url,
    isArticle: status.state === 'article' && !isReading,
    standing: status.standing,
    placements,
    people: notes.knownNames,
  });
  const view = useRef<HTMLDivElement>(null);
  const latestRun = useRef(runAndRefresh);
  latestRun.current = runAndRefresh;
  const acts = useMemo(
    () =>
      createAnnotationActs(library, tabId, {
        run: async (work, message) => await latestRun.current(work, message),
        text,
      }),
    [library, tabId, text],
  );

  async function keep(choice: KeepChoice): Promise<void> {
    await run(async () => {
      const receipt = await callPage(tabId, 'keepSelection', choice);
      keepSelectionDraft(notes.draftKey, null);
      return receipt;
    }, t(savedMessages[choice.kind]));
    await refresh();
  }

  /** What an act moves on the page is told by the page. */
  async function runAndRefresh(work: () => Promise<Undoing | null>, message: string): Promise<void> {
    await run(work, message);
    await refreshPage();
  }

  /** The page may not have heard yet that what is kept of it has changed. */
  async function refreshPage(): Promise<void> {
    const { pageId } = status;
    if (pageId !== null) await callPage(tabId, 'annotationsChanged', { pageId }).catch(() => null);
    await refresh();
  }

  function toggle(): void {
    const isHidden = !status.isHidden;
    void runAndRefresh(
      async () => await callPage(tabId, 'hideHighlights', { isHidden }),
      t(isHidden ? 'hidden' : 'revealed'),
    );
  }

  /** The popup goes, so that the keys go to the page. */
  function walkText(): void {
    void run(async () => {
      if (await callPage(tabId, 'startCaret', null)) window.close();
      return null;
    }, '');
  }

  // Everything below the header appears at once: nothing may move under the pointer while it fills.
  if (notes.isLoading) {
    return (
      <main>
        <ArticleHeader article={status.article} />
      </main>
    );
  }
  const { about } = notes;
  const page = about?.page ?? null;
  const article = correctSummary(status.article, page);
  const lang = article.lang ?? undefined;
  const failure = outcome?.state === 'failed' ? outcome.code : null;
  const details =
    about === null ? (
      <ArticleHeader article={article} />
    ) : (
      <ArticleDetails
        key={notes.articleDraftKey}
        library={library}
        tab={tab}
        article={article}
        page={page}
        doubted={about.doubted}
        draftKey={notes.articleDraftKey}
        draft={about.draft}
        isBusy={isBusy}
        run={run}
        refresh={refreshPage}
      />
    );
  return (
    <main>
      {following !== undefined && (
        <div class="view-bar">
          <Tabs
            label={t('viewsLabel')}
            tabs={[
              { name: 'list', title: t('viewList') },
              { name: 'read', title: t('viewRead') },
            ]}
            chosen={following.mode}
            controls="view"
            onChoose={following.onMode}
          />
          {isReading && <LookChoice look={look} onChoose={changeLook} />}
        </div>
      )}
      <div
        ref={view}
        id="view"
        class="view"
        tabIndex={-1}
        {...(following === undefined ? {} : { role: 'tabpanel', 'aria-labelledby': `tab-${following.mode}` })}
      >
        {!isReading && details}
        {!isReading && notes.news !== null && (
          <ArticleNews
            key={notes.news.versionId}
            tabId={tabId}
            news={notes.news}
            kept={notes.kept}
            placements={placements}
            lang={lang}
            isBusy={isBusy}
            run={run}
            onSeen={() => view.current?.focus({ preventScroll: true })}
          />
        )}
        {status.coverage !== null && (
          <Notice>
            {t('stateIncomplete', status.coverage.toLocaleString(locale, { style: 'percent' }))}
          </Notice>
        )}
        {status.state === 'no-article' && !isReading && <Notice>{t('stateNoArticle')}</Notice>}
        {status.state === 'too-large' && !isReading && <Notice>{t('stateTooLarge')}</Notice>}
        {status.failure !== null && <FailureNotice code={status.failure} onRetry={() => void refresh()} />}
        {failure !== null && !isReading && <FailureNotice code={failure} />}
        {isReading ? (
          <ReaderView
            tab={tab}
            article={article}
            notes={notes}
            placements={placements}
            look={look}
            revision={following.revision}
            place={following.place}
            acts={acts}
            isBusy={isBusy}
            failure={failure}
            run={run}
            refresh={refreshPage}
            passage={passage}
            onPassage={setPassage}
          />
        ) : (
          <ListView
            tabId={tabId}
            url={url}
            notes={notes}
            proposals={proposals}
            placements={placements}
            selection={status.selection}
            lang={lang}
            acts={acts}
            isBusy={isBusy}
            run={run}
            runAndRefresh={runAndRefresh}
            onKeep={(choice) => void keep(choice)}
            visibleIds={following?.visibleIds}
          />
        )}
      </div>
      <Footer
        library={library}
        pageId={status.pageId}
        url={url}
        {...(status.placements.length === 0
          ? {}
          : { hiding: { isHidden: status.isHidden, onToggle: toggle } })}
        panelWindow={following === undefined ? tab.windowId : null}
        {...(following === undefined && status.state !== 'not-a-page' ? { onWalk: walkText } : {})}
        run={runAndRefresh}
      />
      <OutcomeToast outcome={outcome} undo={undo} clear={clear} onUndone={() => void refreshPage()} />
    </main>
  );
}

/** What is read now, with what the reader has set right. */
function correctSummary(article: ArticleSummary, page: Page | null): ArticleSummary {
  if (page === null) return article;
  const { text: _, ...summary } = articleOf({ ...page, article: { ...article, text: '' } });
  return summary;
}
