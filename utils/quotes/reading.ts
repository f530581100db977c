import type { Cue } from './cues.ts';
import type { Clause, TokenSpan } from './mention.ts';
import { mayBeFollowed, type Token } from './tokens.ts';
import { countBefore } from '../text/halve.ts';

/** By what a speaker was found; how far each can be trusted is in `confidence.ts`. */
export type How =
  | 'colon'
  | 'lead'
  | 'tail'
  | 'source'
  | 'lead-far'
  | 'report'
  | 'tail-far'
  | 'signed'
  | 'beside'
  | 'sentence'
  | 'carried'
  | 'following'
  | 'introduced'
  | 'previous'
  | 'far';

/** Who said it, in tokens of the paragraph. */
export type Attribution = {
  readonly speaker: TokenSpan | null;
  readonly cue: TokenSpan | null;
  readonly how: How;
  /** Words between the cue and the marks, on the side where the cue stands. */
  readonly distance: number;
};

/** A paragraph read: its tokens, the cues among them, and where its sentences begin and end. */
export type Reading = Clause & {
  readonly text: string;
  readonly cues: readonly Cue[];
  readonly sentences: Sentences;
};

/** For each token the index of the first token of its sentence, and the index behind its last. */
type Sentences = { readonly starts: Int32Array; readonly ends: Int32Array };

/** The sentence around a token: `[lo, hi)` in tokens. */
export function sentenceAround(
  { sentences, tokens }: Reading,
  at: number,
): { readonly lo: number; readonly hi: number } {
  const inside = Math.max(0, Math.min(at, tokens.length - 1));
  return { lo: sentences.starts[inside] ?? 0, hi: sentences.ends[inside] ?? 0 };
}

/** Longer sentences are cut, in tokens: it bounds the work for a text without full stops. */
const longestSentence = 240;

/** Where the sentences of a paragraph are. */
export function findSentences(tokens: readonly Token[]): Sentences {
  const starts = new Int32Array(tokens.length);
  const ends = new Int32Array(tokens.length);
  let lo = 0;
  for (const [at, token] of tokens.entries()) {
    starts[at] = lo;
    if (!token.isLast && at - lo < longestSentence && at + 1 < tokens.length) continue;
    ends.fill(at + 1, lo, at + 1);
    lo = at + 1;
  }
  return { starts, ends };
}

/** The cues that begin in `[from, to)`; the cues are in order. */
export function cuesWithin(cues: readonly Cue[], from: number, to: number): Cue[] {
  const first = countBefore(cues.length, (index) => (cues[index]?.from ?? 0) < from);
  const found: Cue[] = [];
  for (let at = first; at < cues.length; at++) {
    const cue = cues[at];
    if (cue === undefined || cue.from >= to) break;
    found.push(cue);
  }
  return found;
}

export function spanOf(cue: Cue): TokenSpan {
  return { from: cue.from, to: cue.to - 1 };
}

/** How many words stand in `[from, to)`. */
export function countWords(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (tokens[at]?.kind !== 'point') count++;
  return count;
}

export function hasStrongEnd({ tokens, text }: Reading, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && mayBeFollowed(text, token);
}

/** Whether nothing but adverbs stands between the beginning of the sentence and the token. */
export function isBeginning({ tokens, lexicon }: Reading, lo: number, at: number): boolean {
  for (let index = lo; index < at; index++) {
    const token = tokens[index];
    if (token?.kind === 'marked') return false;
    if (token?.kind === 'word' && !lexicon.leadIns.has(token.lower)) return false;
  }
  return true;
}
