import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Placement } from '../messaging/protocol.ts';
import { callPage } from '../messaging/send.ts';
import type { ReadArticle } from '../model/read-article.ts';
import { proposeQuotes, type ProposedQuote } from '../proposals/index.ts';

/** What could be kept of the article; `null` until it was looked for. */
export type Proposals = { readonly quotes: readonly ProposedQuote[] };

/** An article of usual length is read and looked through in a tenth of it. */
const patienceMs = 1_000;

const nothing: Proposals = { quotes: [] };

export type ProposalsInput = {
  readonly tabId: number;
  /** Whether there is an article to look into. */
  readonly isArticle: boolean;
  /** With each of these the article is read again: it is another one, or what is kept of it was placed anew. */
  readonly standing: string;
  readonly placements: readonly Placement[];
  /** Names that the reader knows. */
  readonly people: readonly string[];
};

/** Looks through the article in the tab for what could be kept. The work is done here, nothing is sent anywhere. */
export function useProposals(input: ProposalsInput): Proposals | null {
  const { tabId, isArticle, standing, placements, people } = input;
  const [read, setRead] = useState<{ readonly article: ReadArticle | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const tell = (article: ReadArticle | null): void => {
      if (!isCurrent) return;
      isCurrent = false;
      clearTimeout(timer);
      setRead({ article });
    };
    // Nothing else waits for them longer; what comes later would move what the reader is about to press.
    const timer = setTimeout(() => tell(null), patienceMs);
    // Proposals are a help: without them everything else still works, so a failure is not put before the reader.
    if (isArticle) callPage(tabId, 'readArticle', null).then(tell, () => tell(null));
    else tell(null);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [tabId, isArticle, standing, placements]);
  return useMemo(() => {
    if (read === null) return null;
    return read.article === null ? nothing : { quotes: proposeQuotes(read.article, people) };
  }, [read, people]);
}
