/** A stretch `[start, end)` of the given text, in UTF-16 code units. */
export type QuoteSpan = { readonly start: number; readonly end: number };

/** What a stretch of the text is, as extraction says; anything that is no heading or caption reads like a paragraph. */
export type QuoteBlock = QuoteSpan & { readonly kind: string };

/**
 * `direct`: the words stand in marks (or behind a dash) and are all that is reported. `mixed`: marked words that
 * finish somebody else's sentence ("he said the plan was “a gift”"). `indirect`: reported without marks.
 * `scare`: marked, but not as what somebody said: titles, nicknames, words as words, irony.
 */
export type QuoteKind = 'direct' | 'mixed' | 'indirect' | 'scare';

/** A quote found in a text; spans are in UTF-16 code units of that text. */
export type Quote = QuoteSpan & {
  readonly kind: QuoteKind;
  /** The mention that the text itself gives as the speaker: a name with its title, "she", "the ministry". */
  readonly speaker?: QuoteSpan;
  /** The name that a pronoun or a title as speaker most likely stands for; absent when it is a name itself. */
  readonly person?: QuoteSpan;
  /** The reporting verb, or "according to". */
  readonly cue?: QuoteSpan;
  /** True when the speech goes on in the next quote: one speech over several paragraphs is a quote in each. */
  readonly isContinued?: boolean;
  /**
   * From 0 to 1: how likely this is reported speech and the speaker, when there is one, the right one;
   * for `scare` how likely the words are not speech.
   */
  readonly confidence: number;
};

/** What is known about the text beforehand. */
export type FindQuotesOptions = {
  /** BCP 47, or `null` when not known: then the tables that fit the text best are taken. */
  readonly lang?: string | null;
  /** The blocks of the article in reading order; without them every line counts as a paragraph. */
  readonly blocks?: readonly QuoteBlock[];
  /** Names of people and organisations known to be in the text. */
  readonly people?: readonly string[];
};
