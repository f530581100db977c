import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Library } from '../db/database.ts';
import { listKnownEntities } from '../db/entities.ts';
import { pageKeyOf, readLearnedNames, readLearnedWeights, readRejected } from '../db/learned.ts';
import type { Placement } from '../messaging/protocol.ts';
import { callPage } from '../messaging/send.ts';
import type { ReadArticle } from '../model/read-article.ts';
import { checkEntities, checkQuotes } from '../proposals/check.ts';
import type { EntitiesInput, ProposedEntity, ProposedQuote, Trained } from '../proposals/index.ts';
import { askLanguageModel } from './language-model.ts';
import { textOf } from '../proposals/joined.ts';
import { createProposalWorker } from './proposal-worker.ts';
import { trainWeights } from './train.ts';
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
  /** As they were when the article came: what is listed must not move as the weights learn from it. */
  const weights = useRef<{ readonly source: string; readonly value: Trained | null } | null>(null);

  const fromModel = useRef<{ readonly text: string; readonly found: EntitiesInput['further'] } | null>(null);

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
    return untilGone(async (signal) => {
      const lang = article.lang ?? '';
      if (weights.current?.source !== source)
        weights.current = { source, value: await readLearnedWeights(library, lang).catch(() => null) };
      const asked = { article, ...knowledge, weights: weights.current.value };
      const propose = async (further: EntitiesInput['further'] = []): Promise<void> => {
        const entities = await call('entities', { ...asked, further }, signal);
        keep({ entities: checkEntities(entities, article.blocks), reading: article });
      };
      const { text } = textOf(article);
      await propose(fromModel.current?.text === text ? fromModel.current.found : []);
      // It takes its time, and answers once a text; until then, and without it, there are the others.
      if (fromModel.current?.text !== text) {
        const found = await askLanguageModel(library, article, signal).catch(() => []);
        signal.throwIfAborted();
        fromModel.current = { text, found };
        if (found.length > 0) await propose(found);
      }
      // Nothing that is shown waits for it.
      await trainWeights(library, lang, { call, signal }).catch((error: unknown) => {
        if (!signal.aborted) console.warn(error);
      });
    }, keep);
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
    if (isArticle) callPage(tabId, 'readArticle', null).then(tell, () => tell('failed'));
    return () => {
      isCurrent = false;
    };
  }, [source, isArticle, standing, placements, round]);
  return isArticle && read?.source === source ? read.article : null;
}

/** What the reader keeps, what they taught, and what they rejected here; `null` until that is known. */
function useKnowledge(
  library: Library,
  url: string | null,
): Pick<Parameters<typeof call<'entities'>>[1], 'known' | 'memory' | 'rejected'> | null {
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
