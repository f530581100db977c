export { proposeQuotes, type ProposedQuote } from './quotes.ts';
export { proposeMentions, type SoughtNames } from './mentions.ts';
