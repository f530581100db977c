import type { JSX } from 'preact';
import { ArticleHeader } from '../../components/ArticleHeader.tsx';
import { FailureNotice, Notice } from '../../components/Notice.tsx';
import { SelectionActs } from '../../components/SelectionActs.tsx';
import { Toast } from '../../components/Toast.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../../utils/db/database.ts';
import { readDraft } from '../../utils/db/drafts.ts';
import { listEntities } from '../../utils/db/entities.ts';
import { readPage } from '../../utils/db/pages.ts';
import { listOwnEntityTypes } from '../../utils/db/settings.ts';
import type { ArticleSummary, KeepChoice } from '../../utils/messaging/protocol.ts';
import { callExtension, callPage } from '../../utils/messaging/send.ts';
import { parseArticleDraft } from '../../utils/model/article-draft.ts';
import { articleOf, type Page } from '../../utils/model/page.ts';
import {
  articleDraftKeyOf,
  parseSelectionDraft,
  selectionDraftKeyOf,
} from '../../utils/model/selection-draft.ts';
import { keepSelectionDraft } from '../../utils/store/drafts.ts';
import { listKept } from '../../utils/store/kept.ts';
import { useLive } from '../../utils/store/use-live.ts';
import { useOutcome } from '../../utils/store/use-outcome.ts';
import type { TabState } from '../../utils/store/use-tab.ts';
import { ArticleDetails } from './ArticleDetails.tsx';
import { Footer } from './Footer.tsx';
import { KeptLists } from './KeptLists.tsx';

const savedMessages = { highlight: 'savedHighlight', quote: 'savedQuote', entity: 'savedEntity' } as const;

export type ArticleViewProps = {
  readonly library: Library;
  readonly tab: Extract<TabState, { state: 'ready' }>;
  readonly refresh: () => Promise<void>;
};

/** The article in the tab: what it is, what is selected, what is kept. */
export function ArticleView({ library, tab, refresh }: ArticleViewProps): JSX.Element {
  const { t, locale } = useText();
  const { tabId, url, status } = tab;
  const { outcome, isBusy, run, undo, clear } = useOutcome();
  const draftKey = selectionDraftKeyOf(url ?? '', status.selection ?? '');
  const articleDraftKey = articleDraftKeyOf(url ?? '');
  const kept = useLive(async () => await listKept(library, status.pageId), [status.pageId]);
  const choices = useLive(
    async () => ({
      entities: await listEntities(library),
      ownTypes: await listOwnEntityTypes(library),
      draft: parseSelectionDraft(await readDraft(library, draftKey)),
    }),
    [draftKey],
  );
  const about = useLive(
    async () => ({
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

  // Everything below the header appears at once: nothing may move under the pointer while it fills.
  if (kept.state === 'loading' || choices.state === 'loading' || about.state === 'loading') {
    return (
      <main>
        <ArticleHeader article={status.article} />
      </main>
    );
  }
  const page = about.state === 'ready' ? about.value.page : null;
  const article = correctSummary(status.article, page);
  const lang = article.lang ?? undefined;
  return (
    <main>
      {about.state === 'ready' ? (
        <ArticleDetails
          key={articleDraftKey}
          library={library}
          tab={tab}
          article={article}
          page={page}
          doubted={about.value.doubted}
          draftKey={articleDraftKey}
          draft={about.value.draft}
          run={run}
          refresh={refresh}
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
        choices.state === 'ready' && (
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
      {kept.state === 'ready' && choices.state === 'ready' && (
        <KeptLists
          kept={kept.value}
          placements={status.placements}
          lang={lang}
          tabId={tabId}
          ownTypes={choices.value.ownTypes}
          knownEntities={choices.value.entities}
          run={run}
        />
      )}
      <Footer library={library} pageId={status.pageId} url={url} />
      {outcome?.state === 'done' && outcome.message !== '' && (
        <Toast
          key={outcome.undo?.actId}
          message={outcome.message}
          {...(outcome.undo === null
            ? {}
            : { onUndo: () => outcome.undo !== null && void undo(outcome.undo, t('undone')).then(refresh) })}
          onClose={clear}
        />
      )}
    </main>
  );
}

/** What is read now, with what the reader has set right. */
function correctSummary(article: ArticleSummary, page: Page | null): ArticleSummary {
  if (page === null) return article;
  const { text: _, ...summary } = articleOf({ ...page, article: { ...article, text: '' } });
  return summary;
}
