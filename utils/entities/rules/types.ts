import type { Tokens } from '../tokens.ts';
import type { ProposedType } from '../types.ts';

/** A proposal of the rules: tokens `[from, to)`. */
export type RuleSpan = {
  readonly from: number;
  readonly to: number;
  readonly type: ProposedType;
  readonly confidence: number;
};

/** What rules read: tokens with their lower-case forms and shapes, and the sentence in hand. */
export type RuleText = {
  readonly tokens: Tokens;
  readonly lowers: readonly string[];
  readonly shapes: readonly string[];
};

/** A sentence's tokens `[from, to)`. */
export type Sentence = { readonly from: number; readonly to: number };
