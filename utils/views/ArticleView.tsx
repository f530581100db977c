import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ArticleHeader } from '../../components/ArticleHeader.tsx';
import { KeptLists } from '../../components/KeptLists.tsx';
import { ListTools, type ListOrder } from '../../components/ListTools.tsx';
import { FailureNotice, Notice } from '../../components/Notice.tsx';
import { SelectionActs } from '../../components/SelectionActs.tsx';
import { Toast } from '../../components/Toast.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../db/database.ts';
import { readDraft } from '../db/drafts.ts';
import { listEntities } from '../db/entities.ts';
import { readPage } from '../db/pages.ts';
import { listOwnEntityTypes } from '../db/settings.ts';
import type { ArticleSummary, KeepChoice, Receipt } from '../messaging/protocol.ts';
import { callExtension, callPage } from '../messaging/send.ts';
import { parseArticleDraft } from '../model/article-draft.ts';
import { matchesQuery } from '../model/filter.ts';
import { articleOf, type Page } from '../model/page.ts';
import { articleDraftKeyOf, parseSelectionDraft, selectionDraftKeyOf } from '../model/selection-draft.ts';
import type { AnnotationView } from '../model/view.ts';
import { createAnnotationActs } from '../store/annotation-acts.ts';
import { keepSelectionDraft } from '../store/drafts.ts';
import { listKept } from '../store/kept.ts';
import { useLive } from '../store/use-live.ts';
import { useOutcome } from '../store/use-outcome.ts';
import type { TabState } from '../store/use-tab.ts';
import { ArticleDetails } from './ArticleDetails.tsx';
import { Footer } from './Footer.tsx';

const savedMessages = { highlight: 'savedHighlight', quote: 'savedQuote', entity: 'savedEntity' } as const;

export type ArticleViewProps = {
  readonly library: Library;
  readonly tab: Extract<TabState, { state: 'ready' }>;
  readonly refresh: () => Promise<void>;
  readonly following?: Following;
};

/** What the side panel knows besides: which annotations the reader sees on the page right now. */
export type Following = { readonly visibleIds: ReadonlySet<string> };

/** The article in the tab: what it is, what is selected, what is kept. */
export function ArticleView({ library, tab, refresh, following }: ArticleViewProps): JSX.Element {
  const text = useText();
  const { t, locale } = text;
  const { tabId, url, status } = tab;
  const { outcome, isBusy, run, undo, clear } = useOutcome();
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<ListOrder>('place');
  const draftKey = selectionDraftKeyOf(url ?? '', status.selection ?? '');
  const articleDraftKey = articleDraftKeyOf(url ?? '');
  const kept = useLive(async () => await listKept(library, status.pageId), [status.pageId]);
  const choices = useLive(
    async () => ({
      entities: await listEntities(library),
      ownTypes: await listOwnEntityTypes(library),
      key: draftKey,
      draft: parseSelectionDraft(await readDraft(library, draftKey)),
    }),
    [draftKey],
  );
  const about = useLive(
    async () => ({
      key: articleDraftKey,
      page: status.pageId === null ? null : await readPage(library, status.pageId),
      doubted: status.doubt === null ? null : await readPage(library, status.doubt),
      draft: parseArticleDraft(await readDraft(library, articleDraftKey)),
    }),
    [status.pageId, status.doubt, articleDraftKey],
  );

  async function keep(choice: KeepChoice): Promise<void> {
    await run(async () => {
      const receipt = await callPage(tabId, 'keepSelection', choice);
      keepSelectionDraft(draftKey, null);
      return receipt;
    }, t(savedMessages[choice.kind]));
    await refresh();
  }

  /** What an act moves on the page is told by the page. */
  async function runAndRefresh(work: () => Promise<Receipt | null>, message: string): Promise<void> {
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

  // Everything below the header appears at once: nothing may move under the pointer while it fills.
  if (kept.state === 'loading' || choices.state === 'loading' || about.state === 'loading') {
    return (
      <main>
        <ArticleHeader article={status.article} />
      </main>
    );
  }
  // Until the new page's own is there, what is known is of the page before.
  const known = about.state === 'ready' && about.value.key === articleDraftKey ? about.value : null;
  const page = known?.page ?? null;
  const article = correctSummary(status.article, page);
  const lang = article.lang ?? undefined;
  return (
    <main>
      {known !== null ? (
        <ArticleDetails
          key={articleDraftKey}
          library={library}
          tab={tab}
          article={article}
          page={page}
          doubted={known.doubted}
          draftKey={articleDraftKey}
          draft={known.draft}
          isBusy={isBusy}
          run={run}
          refresh={refreshPage}
        />
      ) : (
        <ArticleHeader article={article} />
      )}
      {status.coverage !== null && (
        <Notice>{t('stateIncomplete', status.coverage.toLocaleString(locale, { style: 'percent' }))}</Notice>
      )}
      {status.state === 'no-article' && <Notice>{t('stateNoArticle')}</Notice>}
      {status.state === 'too-large' && <Notice>{t('stateTooLarge')}</Notice>}
      {status.failure !== null && <FailureNotice code={status.failure} onRetry={() => void refresh()} />}
      {outcome?.state === 'failed' && <FailureNotice code={outcome.code} />}
      {status.selection === null ? (
        <p class="hint">{t('selectionNone')}</p>
      ) : (
        choices.state === 'ready' &&
        choices.value.key === draftKey && (
          <SelectionActs
            key={draftKey}
            selection={status.selection}
            lang={lang}
            draft={choices.value.draft}
            ownTypes={choices.value.ownTypes}
            knownEntities={choices.value.entities}
            isBusy={isBusy}
            onKeep={(choice) => void keep(choice)}
            onDraft={(draft) => keepSelectionDraft(draftKey, draft)}
            onAddType={(name) => void run(async () => await callExtension('addEntityType', { name }), '')}
          />
        )
      )}
      {kept.state === 'failed' && <FailureNotice code={kept.code} />}
      {following !== undefined && (
        <ListTools query={query} order={order} onQuery={setQuery} onOrder={setOrder} />
      )}
      {kept.state === 'ready' && choices.state === 'ready' && (
        <KeptLists
          kept={choose(kept.value, query, order)}
          {...(following === undefined ? {} : { visibleIds: following.visibleIds })}
          placements={status.placements}
          lang={lang}
          ownTypes={choices.value.ownTypes}
          knownEntities={choices.value.entities}
          selection={status.selection}
          emptyText={t(query === '' ? 'keptNone' : 'keptNoneFound')}
          acts={createAnnotationActs(library, tabId, { run: runAndRefresh, text })}
        />
      )}
      <Footer
        library={library}
        pageId={status.pageId}
        url={url}
        {...(status.placements.length === 0
          ? {}
          : { hiding: { isHidden: status.isHidden, onToggle: toggle } })}
        panelWindow={following === undefined ? tab.windowId : null}
        run={runAndRefresh}
      />
      {outcome?.state === 'done' && outcome.message !== '' && (
        <Toast
          key={outcome.serial}
          message={outcome.message}
          {...(outcome.undo === null
            ? {}
            : {
                onUndo: () => outcome.undo !== null && void undo(outcome.undo, t('undone')).then(refreshPage),
              })}
          onClose={clear}
        />
      )}
    </main>
  );
}

/** What is shown of a list in reading order. Ids carry the time they were made at, so they tell the age. */
function choose(kept: readonly AnnotationView[], query: string, order: ListOrder): readonly AnnotationView[] {
  const found = query.trim() === '' ? kept : kept.filter((one) => matchesQuery(one, query.trim()));
  return order === 'place' ? found : found.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** What is read now, with what the reader has set right. */
function correctSummary(article: ArticleSummary, page: Page | null): ArticleSummary {
  if (page === null) return article;
  const { text: _, ...summary } = articleOf({ ...page, article: { ...article, text: '' } });
  return summary;
}
