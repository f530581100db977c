import type { JSX } from 'preact';
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
export function Proposals(props: ProposalsProps): JSX.Element {
  const { tabId, found, run } = props;
  const { t, plural } = useText();
  const byKey = new Map(found.quotes.map((quote) => [quote.key, quote]));

  async function keep({ pieces }: ProposedQuote, speaker: string): Promise<Receipt> {
    const choice = { kind: 'quote', colour: defaultColours.quote, speaker } as const;
    return await callPage(tabId, 'keepSpan', { choice, pieces });
  }

  return (
    <ProposedQuotes
      quotes={found.quotes}
      lang={props.lang}
      knownNames={props.knownNames}
      isBusy={props.isBusy}
      isOpenAtFirst={props.isOpenAtFirst}
      onKeep={(key, speaker) => {
        const quote = byKey.get(key);
        if (quote !== undefined) void run(async () => await keep(quote, speaker), t('savedQuote'));
      }}
      onKeepAllBy={(speaker) => {
        const theirs = found.quotes.filter((quote) => quote.speaker === speaker);
        void run(
          async () => {
            // One after the other: each is stored by itself, and undone by itself.
            for (const quote of theirs) await keep(quote, speaker);
            return null;
          },
          plural('savedQuotesBy', theirs.length, speaker),
        );
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
