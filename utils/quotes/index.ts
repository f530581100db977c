export { findQuotes } from './find-quotes.ts';
export { isPronoun } from './pronoun.ts';
export type { FindQuotesOptions, Quote, QuoteBlock, QuoteKind, QuoteSpan } from './types.ts';
