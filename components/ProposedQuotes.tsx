import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NameField } from './EntityFields.tsx';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

/** A quote that could be kept, as far as it is shown. */
export type ProposedQuoteView = {
  readonly key: string;
  readonly words: string;
  /** Empty where the article does not tell. */
  readonly speaker: string;
  /** Whether the article gives the words as they were said. */
  readonly isVerbatim: boolean;
};

export type ProposedQuotesProps = {
  readonly quotes: readonly ProposedQuoteView[];
  readonly lang: string | undefined;
  readonly knownNames: readonly string[];
  readonly isBusy: boolean;
  /** Whether the list is open before anybody touched it. */
  readonly isOpenAtFirst: boolean;
  readonly onKeep: (key: string, speaker: string) => void;
  readonly onKeepAllBy: (speaker: string) => void;
  readonly onShow: (key: string) => void;
};

/** As many as fit into a popup beside the rest. */
const shownAtFirst = 3;

/** The quotes found in the article: each kept by one press, with another speaker by two. */
export function ProposedQuotes(props: ProposedQuotesProps): JSX.Element | null {
  const { quotes } = props;
  const { plural, t } = useText();
  // What is open stays open while the reader keeps one after the other.
  const [isOpenAtFirst] = useState(props.isOpenAtFirst);
  const [showsAll, setShowsAll] = useState(false);
  if (quotes.length === 0) return null;
  const shown = showsAll ? quotes : quotes.slice(0, shownAtFirst);
  const countBy = new Map<string, number>();
  for (const { speaker } of quotes) countBy.set(speaker, (countBy.get(speaker) ?? 0) + 1);
  const firstOf = new Set(
    [...new Set(quotes.map(({ speaker }) => speaker))].map(
      (speaker) => quotes.find((quote) => quote.speaker === speaker)?.key,
    ),
  );
  const left = quotes.length - shown.length;
  return (
    <details class="proposals" open={isOpenAtFirst}>
      <summary>{plural('proposedQuotes', quotes.length)}</summary>
      <ul class="proposal-list">
        {shown.map((quote) => {
          const count =
            quote.speaker !== '' && firstOf.has(quote.key) ? (countBy.get(quote.speaker) ?? 0) : 0;
          return <Proposal {...props} key={quote.key} quote={quote} countBySpeaker={count} />;
        })}
      </ul>
      {left > 0 && (
        <button type="button" class="button button-quiet" onClick={() => setShowsAll(true)}>
          {t('proposedMore', String(left))}
        </button>
      )}
    </details>
  );
}

type ProposalProps = Omit<ProposedQuotesProps, 'quotes' | 'isOpenAtFirst'> & {
  readonly quote: ProposedQuoteView;
  /** How many quotes the speaker has, told with the first of them; else 0. */
  readonly countBySpeaker: number;
};

function Proposal({ quote, countBySpeaker, ...props }: ProposalProps): JSX.Element {
  const { t, plural } = useText();
  const [speaker, setSpeaker] = useState<string | null>(null);
  const { key, words } = quote;
  return (
    <li class="proposal">
      <blockquote lang={props.lang}>{words}</blockquote>
      <p class="proposal-speaker">
        {quote.speaker === '' ? t('proposedNoSpeaker') : quote.speaker}
        {!quote.isVerbatim && <span class="count">{t('proposedIndirect')}</span>}
      </p>
      {speaker === null ? (
        <div class="proposal-acts">
          <button
            type="button"
            class="button"
            aria-label={t('proposedKeepName', words)}
            disabled={props.isBusy}
            onClick={() => props.onKeep(key, quote.speaker)}
          >
            <Icon path={icons.quote} />
            {t('actKeepQuote')}
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t('proposedCorrect')}
            title={t('proposedCorrect')}
            onClick={() => setSpeaker(quote.speaker)}
          >
            <Icon path={icons.edit} />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t('actShow')}
            title={t('actShow')}
            onClick={() => props.onShow(key)}
          >
            <Icon path={icons.show} />
          </button>
          {countBySpeaker > 1 && (
            <button
              type="button"
              class="button button-quiet"
              disabled={props.isBusy}
              onClick={() => props.onKeepAllBy(quote.speaker)}
            >
              {plural('proposedKeepAllBy', countBySpeaker, quote.speaker)}
            </button>
          )}
        </div>
      ) : (
        <form
          class="field-row"
          onSubmit={(event) => {
            event.preventDefault();
            props.onKeep(key, speaker);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            setSpeaker(null);
          }}
        >
          <NameField
            label={t('fieldSpeaker')}
            value={speaker}
            knownNames={props.knownNames}
            onInput={setSpeaker}
          />
          <button type="submit" class="button button-main" disabled={props.isBusy}>
            {t('actKeepQuote')}
          </button>
        </form>
      )}
    </li>
  );
}
