import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Placement } from '../messaging/protocol.ts';
import { callPage } from '../messaging/send.ts';
import { failureCodeOf, type FailureCode } from '../model/failure.ts';
import type { ReadArticle } from '../model/read-article.ts';
import type { AnnotationView } from '../model/view.ts';
import { showBlocks, type ShownBlock } from '../reader/index.ts';

/** The article in the tab as it is read. */
export type Reading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: FailureCode }
  | {
      readonly state: 'ready';
      readonly article: ReadArticle;
      readonly blocks: readonly ShownBlock[];
    };

export type ReadingOptions = {
  readonly tabId: number;
  /** Another one is another article. */
  readonly url: string | null;
  /** With each of these the article is read again: what is kept was placed anew, or the page is another. */
  readonly placements: readonly Placement[];
  readonly standing: string;
  /** Grows with changes of the page's text. */
  readonly revision: number;
  readonly kept: readonly AnnotationView[];
};

/** A page whose text changes all the time is read for a twentieth of the time, in slices between which it has its turn. */
const restShare = 20;

/**
 * The article of a page, read again as the page and what is kept of it change. `readAgain` answers the newest reading,
 * for who found that the last one is outdated.
 */
export function useReadArticle(options: ReadingOptions): {
  readonly reading: Reading;
  readonly readAgain: () => Promise<ReadArticle>;
} {
  const { tabId, url, placements, standing, revision, kept } = options;
  const source = `${tabId} ${url}`;
  const [read, setRead] = useState<{ source: string; article: ReadArticle | FailureCode } | null>(null);
  /** When the text may be read again, on the clock of `performance`. */
  const notBefore = useRef(0);
  const asked = useRef(0);
  const last = useRef<readonly unknown[]>([]);

  const readAgain = useCallback(async (): Promise<ReadArticle> => {
    const turn = ++asked.current;
    const begin = performance.now();
    const article = await callPage(tabId, 'readArticle', null);
    const end = performance.now();
    notBefore.current = end + (end - begin) * restShare;
    if (turn === asked.current) setRead({ source, article });
    return article;
  }, [source]);

  useEffect(() => {
    const cause = [source, placements, standing];
    const isTextAlone = cause.every((one, index) => one === last.current[index]);
    last.current = cause;
    const waitMs = isTextAlone ? Math.max(0, notBefore.current - performance.now()) : 0;
    const timer = setTimeout(() => {
      const turn = asked.current + 1;
      readAgain().catch((error: unknown) => {
        if (turn === asked.current) setRead({ source, article: failureCodeOf(error) });
      });
    }, waitMs);
    return () => clearTimeout(timer);
  }, [source, placements, standing, revision]);

  const shown = useRef<{ source: string; blocks: readonly ShownBlock[] }>({ source, blocks: [] });
  const lookedUp = useRef<{ article: ReadArticle; kept: readonly AnnotationView[] } | null>(null);
  if (read === null || read.source !== source) return { reading: { state: 'loading' }, readAgain };
  if (typeof read.article === 'string')
    return { reading: { state: 'failed', code: read.article }, readAgain };
  const { article } = read;
  if (lookedUp.current?.article !== article || lookedUp.current.kept !== kept) {
    lookedUp.current = { article, kept };
    const before = shown.current.source === source ? shown.current.blocks : [];
    shown.current = { source, blocks: showBlocks(withLooks(article, kept), before) };
  }
  return { reading: { state: 'ready', article, blocks: shown.current.blocks }, readAgain };
}

/** The page hears of a new colour, or that something was deleted, a moment after the library has it. */
function withLooks(article: ReadArticle, kept: readonly AnnotationView[]): ReadArticle {
  const views = new Map(kept.map((view) => [view.id, view]));
  const marks = article.marks.flatMap((mark) => {
    const view = views.get(mark.id);
    return view === undefined ? [] : [{ ...mark, kind: view.kind, colour: view.colour }];
  });
  return { ...article, marks };
}
