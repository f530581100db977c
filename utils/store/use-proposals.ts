import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Library } from '../db/database.ts';
import { listKnownEntities } from '../db/entities.ts';
import { pageKeyOf, readLearnedNames, readRejected } from '../db/learned.ts';
import type { Placement } from '../messaging/protocol.ts';
import { callPage } from '../messaging/send.ts';
import type { ReadArticle } from '../model/read-article.ts';
import { checkQuotes } from '../proposals/check.ts';
import type { ProposedEntity, ProposedQuote } from '../proposals/index.ts';
import { findEntities, type Knowledge, type Memo } from './find-entities.ts';
import { createProposalWorker } from './proposal-worker.ts';
import { useLive } from './use-live.ts';
import { useSame } from './use-same.ts';

/** What could be kept of the article. */
export type Proposals = {
  /** Whether there is an article to look into. */
  readonly isArticle: boolean;
  readonly hasFailed: boolean;
  /** `null` until they were looked for. */
  readonly quotes: readonly ProposedQuote[] | null;
  readonly entities: readonly ProposedEntity[] | null;
  /** The reading of the article that the entities were found in. */
  readonly reading: ReadArticle | null;
  readonly lookAgain: () => void;
};

export type ProposalsInput = {
  readonly library: Library;
  readonly tabId: number;
  readonly url: string | null;
  /** Whether there is an article to look into. */
  readonly isArticle: boolean;
  /** With each of these the article is read again: it is another one, or what is kept of it was placed anew. */
  readonly standing: string;
  readonly placements: readonly Placement[];
  /** Names that the reader knows. */
  readonly people: readonly string[];
};

/** Who opens the popup to press one button and goes, or keeps one thing after the other, does not pay for a look through the article. */
const settledMs = 400;

const call = createProposalWorker({
  start: () => new Worker(browser.runtime.getURL('/proposal-worker.js')),
});

type Found = {
  readonly source: string;
  readonly quotes: readonly ProposedQuote[] | null;
  readonly entities: readonly ProposedEntity[] | null;
  readonly reading: ReadArticle | null;
  readonly hasFailed: boolean;
};

const nothing = { quotes: null, entities: null, reading: null, hasFailed: false } as const;

/**
 * Looks through the article in the tab for what could be kept: beside the view, in a worker, and again as the page and
 * what is kept of it change. Nothing is sent anywhere.
 */
export function useProposals(input: ProposalsInput): Proposals {
  const { library, tabId, url, isArticle, people } = input;
  const source = `${tabId} ${url}`;
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<Found>({ source, ...nothing });
  const article = useArticle(input, source, round);
  const knowledge = useKnowledge(library, url);
  const memo = useRef<Memo>({ weights: null, fromModel: null });

  const keep = (part: Partial<Omit<Found, 'source'>>): void =>
    setFound((before) => ({
      ...(before.source === source ? before : { source, ...nothing }),
      ...part,
    }));

  useEffect(() => {
    if (article === null) return undefined;
    if (article === 'failed') {
      keep({ hasFailed: true });
      return undefined;
    }
    if (found.hasFailed) keep({ hasFailed: false });
    return untilGone(async (signal) => {
      const quotes = await call('quotes', { article, people }, signal);
      keep({ quotes: checkQuotes(quotes, article.blocks) });
    }, keep);
  }, [article, people]);

  useEffect(() => {
    if (article === null || article === 'failed' || knowledge === null) return undefined;
    const search = { call, library, article, knowledge, source, memo: memo.current };
    return untilGone(
      async (signal) =>
        await findEntities(search, (entities) => keep({ entities, reading: article }), signal),
      keep,
    );
  }, [article, knowledge]);

  const current = isArticle && found.source === source ? found : { source, ...nothing };
  return { isArticle, ...current, lookAgain: () => setRound((before) => before + 1) };
}

/** Does work until it is called off; a failure is told, being called off is none. */
function untilGone(
  work: (signal: AbortSignal) => Promise<void>,
  tell: (part: { readonly hasFailed: boolean }) => void,
): () => void {
  const abort = new AbortController();
  work(abort.signal).catch((error: unknown) => {
    if (abort.signal.aborted) return;
    console.warn(error);
    tell({ hasFailed: true });
  });
  return () => abort.abort();
}

/** The article as the page has it, read anew when what is kept of it was placed anew; `null` while there is none. */
function useArticle(
  { tabId, isArticle, standing, placements }: ProposalsInput,
  source: string,
  round: number,
): ReadArticle | 'failed' | null {
  const [read, setRead] = useState<{ source: string; article: ReadArticle | 'failed' } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const tell = (article: ReadArticle | 'failed'): void => {
      if (isCurrent) setRead({ source, article });
    };
    const timer = setTimeout(() => {
      if (isArticle) callPage(tabId, 'readArticle', null).then(tell, () => tell('failed'));
    }, settledMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [source, isArticle, standing, placements, round]);
  return isArticle && read?.source === source ? read.article : null;
}

/** What the reader keeps, what they taught, and what they rejected here; `null` until that is known. */
function useKnowledge(library: Library, url: string | null): Knowledge | null {
  const pageKey = usePageKey(url);
  const live = useLive(
    async () => ({
      pageKey,
      known: await listKnownEntities(library),
      memory: { surfaces: await readLearnedNames(library) },
      rejected: await readRejected(library, pageKey ?? ''),
    }),
    [pageKey],
  );
  // Without the library everything else fails too, and says so; names are found all the same.
  const unread = { pageKey, known: [], memory: { surfaces: [] }, rejected: { names: [], spots: [] } };
  const known = useSame(live.state === 'ready' ? live.value : live.state === 'failed' ? unread : null);
  return pageKey !== null && known?.pageKey === pageKey ? known : null;
}

function usePageKey(url: string | null): string | null {
  const [known, setKnown] = useState<{ url: string | null; key: string } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void pageKeyOf(url ?? '').then((key) => isCurrent && setKnown({ url, key }));
    return () => {
      isCurrent = false;
    };
  }, [url]);
  return known?.url === url ? known.key : null;
}
