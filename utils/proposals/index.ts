export { proposeMentions, soughtNamesOf, type SoughtNames } from './mentions.ts';
export type { ProposedEntity } from './entities.ts';
export type { LanguageModelApi } from './language-model.ts';
export type { ProposedMention } from './mention.ts';
export type { ProposedQuote } from './quotes.ts';
export type { EntitiesInput, TrainInput, Trained, WorkCalls } from './work.ts';
