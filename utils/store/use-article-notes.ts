import { useMemo } from 'preact/hooks';
import type { Library } from '../db/database.ts';
import { readDraft } from '../db/drafts.ts';
import { listEntities } from '../db/entities.ts';
import { readPage } from '../db/pages.ts';
import { listOwnEntityTypes } from '../db/settings.ts';
import type { PageStatus } from '../messaging/protocol.ts';
import { parseArticleDraft, type ArticleDraft } from '../model/article-draft.ts';
import type { FailureCode } from '../model/failure.ts';
import type { Page } from '../model/page.ts';
import {
  articleDraftKeyOf,
  parseSelectionDraft,
  selectionDraftKeyOf,
  type SelectionDraft,
} from '../model/selection-draft.ts';
import type { AnnotationView, NamedEntity } from '../model/view.ts';
import { listKept } from './kept.ts';
import { readNews, type News } from './since-last-time.ts';
import { useLive } from './use-live.ts';
import { useSame, useSameItems } from './use-same.ts';

/** What the library knows of an article. Lists are the same objects as long as they say the same. */
export type ArticleNotes = {
  readonly isLoading: boolean;
  readonly failure: FailureCode | null;
  readonly kept: readonly AnnotationView[];
  readonly ownTypes: readonly string[];
  readonly knownEntities: readonly NamedEntity[];
  readonly knownNames: readonly string[];
  readonly draftKey: string;
  /** What was typed for the selection; `null` until it is known whether anything was. */
  readonly selectionDraft: { readonly draft: SelectionDraft | null } | null;
  readonly articleDraftKey: string;
  /** The page as it is kept; `null` until what is known is of this page and no longer of the one before. */
  readonly about: {
    readonly page: Page | null;
    /** Another page that may be the same article. */
    readonly doubted: Page | null;
    readonly draft: ArticleDraft | null;
  } | null;
  /** What has changed since the reader was here; those of the version before stay until those of this one are there. */
  readonly news: News | null;
};

const nothingKept: readonly AnnotationView[] = [];
const noTypes: readonly string[] = [];
const noEntities: readonly NamedEntity[] = [];

/** Follows what the library knows of a page and of the words selected in it. */
export function useArticleNotes(
  library: Library,
  {
    status,
    url,
    selection,
  }: { readonly status: PageStatus; readonly url: string | null; readonly selection: string | null },
): ArticleNotes {
  const draftKey = selectionDraftKeyOf(url ?? '', selection ?? '');
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
  const since = useLive(async () => await readNews(library, status.versionId), [status.versionId]);
  const annotations = useSameItems(kept.state === 'ready' ? kept.value : nothingKept);
  const ownTypes = useSame(choices.state === 'ready' ? choices.value.ownTypes : noTypes);
  const knownEntities = useSame(choices.state === 'ready' ? choices.value.entities : noEntities);
  const knownNames = useMemo(() => knownEntities.map(({ name }) => name), [knownEntities]);
  return {
    isLoading: [kept, choices, about, since].some(({ state }) => state === 'loading'),
    failure: kept.state === 'failed' ? kept.code : null,
    kept: annotations,
    ownTypes,
    knownEntities,
    knownNames,
    draftKey,
    selectionDraft:
      choices.state === 'ready' && choices.value.key === draftKey ? { draft: choices.value.draft } : null,
    articleDraftKey,
    about: about.state === 'ready' && about.value.key === articleDraftKey ? about.value : null,
    news: since.state === 'ready' && since.value?.versionId === status.versionId ? since.value : null,
  };
}
