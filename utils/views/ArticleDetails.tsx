import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ArticleAddresses } from '../../components/ArticleAddresses.tsx';
import { ArticleEditor } from '../../components/ArticleEditor.tsx';
import { ArticleHeader } from '../../components/ArticleHeader.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../db/database.ts';
import { listRecentPages } from '../db/pages.ts';
import type { ArticleSummary, Receipt } from '../messaging/protocol.ts';
import { callExtension, callPage } from '../messaging/send.ts';
import type { ArticleDraft } from '../model/article-draft.ts';
import { articleOf, type Page } from '../model/page.ts';
import { keepArticleDraft } from '../store/drafts.ts';
import { useLive } from '../store/use-live.ts';
import type { Outcomes } from '../store/use-outcome.ts';
import type { TabState } from '../store/use-tab.ts';

export type ArticleDetailsProps = {
  readonly library: Library;
  readonly tab: Extract<TabState, { state: 'ready' }>;
  readonly article: ArticleSummary;
  /** The page as it is kept; `null` when nothing of it is. */
  readonly page: Page | null;
  /** Another page that may be the same article. */
  readonly doubted: Page | null;
  readonly draftKey: string;
  readonly draft: ArticleDraft | null;
  readonly isBusy: boolean;
  readonly run: Outcomes['run'];
  readonly refresh: () => Promise<void>;
};

/** Which article this is, and what the reader has to say about that. */
export function ArticleDetails(props: ArticleDetailsProps): JSX.Element {
  const { tab, page, doubted, run, refresh } = props;
  const { t } = useText();
  const [isOpen, setOpen] = useState(props.draft !== null);

  /** Acts on the kept page; one that nothing is kept of is kept first. Says that it is done once that shows. */
  async function act(
    work: (pageId: string) => Promise<Receipt>,
    message: string,
    onDone = (): void => {},
  ): Promise<void> {
    await run(async () => {
      const pageId = page?.id ?? (await callPage(tab.tabId, 'keepPage', null)).pageId;
      // Another window has answered meanwhile, and the page is the doubted one already.
      const receipt = pageId === doubted?.id ? null : await work(pageId);
      await refresh();
      onDone();
      return receipt;
    }, message);
  }

  return (
    <>
      {isOpen ? (
        <ArticleEditor
          article={props.article}
          draft={props.draft}
          onDraft={(draft) => keepArticleDraft(props.draftKey, draft)}
          onClose={() => setOpen(false)}
          isBusy={props.isBusy}
          onForget={(field) =>
            void act(
              async (pageId) =>
                await callExtension('correctArticle', { pageId, corrections: { [field]: null } }),
              t('savedChanges'),
            )
          }
          onSave={(corrections) =>
            void act(
              async (pageId) => await callExtension('correctArticle', { pageId, corrections }),
              t('savedChanges'),
              () => {
                keepArticleDraft(props.draftKey, null);
                setOpen(false);
              },
            )
          }
        />
      ) : (
        <ArticleHeader article={props.article} onEdit={() => setOpen(true)} />
      )}
      {isOpen && page !== null && (
        <Addresses
          library={props.library}
          page={page}
          onSplit={(url) =>
            void act(
              async (pageId) => await callExtension('splitPage', { pageId, url }),
              t('addressSplitDone'),
            )
          }
          onMerge={(id) =>
            void act(
              async (pageId) => await callExtension('mergePages', { pageId: id, intoId: pageId }),
              t('addressMergeDone'),
            )
          }
        />
      )}
      {doubted !== null && (
        <Notice>
          <p>{t('doubtQuestion', titleOf(doubted, t('untitled')))}</p>
          <div class="notice-acts">
            <button
              type="button"
              class="button"
              disabled={props.isBusy}
              onClick={() =>
                void act(
                  async (pageId) => await callExtension('mergePages', { pageId, intoId: doubted.id }),
                  t('addressMergeDone'),
                )
              }
            >
              {t('doubtSame')}
            </button>
            <button
              type="button"
              class="button"
              disabled={props.isBusy}
              onClick={() =>
                void act(
                  async (pageId) => await callExtension('keepApart', { pageId, otherId: doubted.id }),
                  t('doubtApartDone'),
                )
              }
            >
              {t('doubtDifferent')}
            </button>
          </div>
        </Notice>
      )}
    </>
  );
}

/** As many as one can look through. */
const othersShown = 100;

function Addresses({
  library,
  page,
  onSplit,
  onMerge,
}: {
  readonly library: Library;
  readonly page: Page;
  readonly onSplit: (url: string) => void;
  readonly onMerge: (id: string) => void;
}): JSX.Element | null {
  const { t, day } = useText();
  const recent = useLive(async () => await listRecentPages(library, othersShown), []);
  if (recent.state !== 'ready') return null;
  const others = recent.value
    .filter(({ id }) => id !== page.id)
    .map((other) => {
      const { publisher, published } = articleOf(other);
      const facts = [publisher ?? '', published === null ? '' : day(published)];
      return {
        id: other.id,
        title: titleOf(other, t('untitled')),
        facts: facts.filter((fact) => fact !== '').join(', '),
      };
    });
  return <ArticleAddresses urls={page.urls} others={others} onSplit={onSplit} onMerge={onMerge} />;
}

function titleOf(page: Page, untitled: string): string {
  const { title } = articleOf(page);
  return title === '' ? untitled : title;
}
