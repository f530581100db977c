import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '../../components/Notice.tsx';
import { ProposedQuotes } from '../../components/ProposedQuotes.tsx';
import { useText } from '../../components/text.ts';
import { callPage } from '../messaging/send.ts';
import type { Receipt } from '../messaging/protocol.ts';
import { defaultColours } from '../model/annotation.ts';
import { Failure } from '../model/failure.ts';
import type { ProposedQuote } from '../proposals/index.ts';
import type { Proposals as Found } from '../store/use-proposals.ts';

export type ProposalsProps = {
  readonly tabId: number;
  readonly found: Found;
  readonly lang: string | undefined;
  readonly knownNames: readonly string[];
  readonly isBusy: boolean;
  readonly isOpenAtFirst: boolean;
  /** Runs an act and says how it ended, then looks at the page again. */
  readonly run: (work: () => Promise<Receipt | null>, message: string) => Promise<void>;
};

/** What could be kept of the article, found on this device. */
export function Proposals(props: ProposalsProps): JSX.Element | null {
  const { tabId, found, run } = props;
  const { t, plural } = useText();
  const hasBegun = useHasBegun();
  const byKey = new Map((found.quotes ?? []).map((quote) => [quote.key, quote]));

  async function keepAll(quotes: readonly ProposedQuote[], speaker: string): Promise<Receipt> {
    const choice = { kind: 'quote', colour: defaultColours.quote, speaker } as const;
    const { actId } = await callPage(tabId, 'keepSpans', {
      choice,
      passages: quotes.map(({ pieces }) => pieces),
    });
    return { actId };
  }

  const { quotes } = found;
  if (!found.isArticle) return null;
  if (found.hasFailed) {
    return (
      <Notice>
        <p>{t('proposedFailed')}</p>
        <button type="button" class="button" onClick={found.lookAgain}>
          {t('actRetry')}
        </button>
      </Notice>
    );
  }
  if (quotes === null) return <p class="hint proposal-line">{t('proposedQuotesLooking')}</p>;
  if (quotes.length === 0) return <p class="hint proposal-line">{t('proposedQuotesNone')}</p>;
  return (
    <ProposedQuotes
      quotes={quotes}
      lang={props.lang}
      knownNames={props.knownNames}
      isBusy={props.isBusy}
      isOpenAtFirst={props.isOpenAtFirst && !hasBegun.current}
      onKeep={(key, speaker) => {
        const quote = byKey.get(key);
        if (quote !== undefined) void run(async () => await keepAll([quote], speaker), t('savedQuote'));
      }}
      onKeepAllBy={(speaker) => {
        const theirs = quotes.filter((quote) => quote.speaker === speaker);
        void run(async () => await keepAll(theirs, speaker), plural('savedQuotesBy', theirs.length, speaker));
      }}
      onShow={(key) => {
        const start = byKey.get(key)?.block;
        void run(async () => {
          const isShown = start !== undefined && (await callPage(tabId, 'showBlock', { start }));
          if (!isShown) throw new Failure('selectionGone');
          return null;
        }, '');
      }}
    />
  );
}

/** Whether the reader has moved or pressed anything: from then on nothing may move below their hand. */
function useHasBegun(): { readonly current: boolean } {
  const hasBegun = useRef(false);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const onAct = (): void => {
      hasBegun.current = true;
      abort.abort();
    };
    for (const type of ['pointermove', 'pointerdown', 'keydown'])
      document.addEventListener(type, onAct, { signal });
    return () => abort.abort();
  }, []);
  return hasBegun;
}
