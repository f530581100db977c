export {
  createReaderAssist,
  createRulesAssist,
  createTaggerAssist,
  decidedSpans,
  learnTogether,
  suggestTogether,
  type Assist,
  type Availability,
  type Lesson,
  type TaggerAssistOptions,
} from './assist.ts';
export { findAmounts, type FoundAmount } from './dates/amounts.ts';
export { findDates, type FoundDate } from './dates/dates.ts';
export { groupMentions, type GroupableMention, type MentionGroup } from './groups.ts';
export { readHints } from './hints.ts';
export { Memory, type Decision, type MemoryData, type Surface } from './memory.ts';
export { findMentions, type Mention } from './mentions.ts';
export { mergeSuggestions } from './merge.ts';
export { buildNameIndex, type NameIndex } from './name-index.ts';
export { findOtherMentions, type OtherMention, type TaggedMention } from './propagate.ts';
export { suggestByRules, suggestByTagger, suggestEntities, type SuggestOptions } from './suggest.ts';
export { WeightLearner, type DecidedSpan, type DeltaData } from './tagger/learning.ts';
export { decodeNameSets, noNames, type NameSets } from './tagger/name-sets.ts';
export { createBlankTagger, createTagger, type Tagger, type WeightDelta } from './tagger/tagger.ts';
export { tokenise, type Tokens } from './tokens.ts';
export type { EntityDocument, KnownName, ProposedType, Proposer, Suggestion } from './types.ts';
