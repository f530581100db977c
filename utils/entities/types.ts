import type { Span } from '../text/types.ts';

/** What kind of thing a proposal names: the built-in types of the model that this room proposes. */
export type ProposedType =
  | 'person'
  | 'organisation'
  | 'place'
  | 'event'
  | 'work'
  | 'date'
  | 'amount'
  | 'other';

/**
 * Who proposes: what the reader did before, the rules, the tagger; `learned` is the tagger after it has seen enough of
 * the reader's decisions to know better than the rules.
 */
export type Proposer = 'reader' | 'learned' | 'rules' | 'tagger';

/** A proposed mention: `[start, end)` in UTF-16 code units of the text, on grapheme borders. */
export type Suggestion = {
  readonly start: number;
  readonly end: number;
  /** A built-in type, or the name of a type that the reader added. */
  readonly type: string;
  /** The words of the text in one line, NFC, with plain spaces. */
  readonly name: string;
  /** How sure, 0 to 1; a proposal at .5 is right about half of the time. */
  readonly confidence: number;
  readonly by: Proposer;
  /** For dates and amounts: ISO 8601 (`2020-09-25`, `2020-09`, `2015/2020`, `--09-25`), or number and unit. */
  readonly value?: string;
};

/** A name that the reader already keeps, with the type that proposals for it get. */
export type KnownName = { readonly name: string; readonly type: string };

/** What is proposed for: a text in a language, with the blocks that no mention crosses. */
export type EntityDocument = {
  readonly text: string;
  /** BCP 47, as the page declares or extraction found; empty when unknown. */
  readonly lang: string;
  /** Block borders; without, line breaks are taken for borders. */
  readonly blocks?: readonly Span[];
};
