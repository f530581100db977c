export { proposeQuotes, type ProposedQuote } from './quotes.ts';
