import { findQuotes, type FindQuotesOptions } from '../../utils/quotes/index.ts';

/** The quotes of a text, one line each: "kind: words — speaker", without a dash when nobody is named. */
export function readQuotes(text: string, options: FindQuotesOptions = {}): string[] {
  return findQuotes(text, options).map(({ kind, start, end, speaker }) => {
    const words = `${kind}: ${text.slice(start, end)}`;
    return speaker === undefined ? words : `${words} — ${text.slice(speaker.start, speaker.end)}`;
  });
}
