export { checkEntities, checkQuotes } from './check.ts';
export { spotOf, type ProposedEntity, type ProposedMention } from './entities.ts';
export { proposeQuotes, type ProposedQuote } from './quotes.ts';
export type { EntitiesInput, TrainInput, Trained, WorkCalls } from './work.ts';
