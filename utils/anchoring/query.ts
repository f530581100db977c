import {
  positionSelectorOf,
  quoteSelectorOf,
  refinementOf,
  type PressmarkTextSelector,
  type Selector,
  type TextPositionSelector,
} from '../model/selector.ts';
import { foldText } from '../text/index.ts';
import type { Span } from '../text/types.ts';
import { adjoining, countCopies } from './census.ts';
import type { PageIndex } from './page-index.ts';
import { isSentenceBorder } from './whole.ts';
import { tokenise, tokensIn, type Tokens } from './tokens.ts';

/** A stored passage with its surroundings, folded. */
export type StoredPassage = {
  /** The words before, the passage, the words behind: one folded string. */
  readonly text: string;
  /** Where the passage is in `text`. */
  readonly exact: Span;
  /** Where the blocks that the passage touches are in `text`. */
  readonly block: Span;
  /** Whether the passage reaches over the border of a block. */
  readonly hasBorder: boolean;
  /** Whether it is made of whole sentences. */
  readonly isWhole: boolean;
  readonly position: TextPositionSelector | null;
  readonly refinement: PressmarkTextSelector | null;
};

/** A stored passage as tokens of the page. Token numbers count from the start of the query. */
export type Query = {
  readonly position: TextPositionSelector | null;
  /** The kind of block that the passage began in; `null` when that is not known. */
  readonly role: string | null;
  /** Whether no other place of the old page read like the passage; false when that is not known. */
  readonly isAlone: boolean;
  /** Whether the passage reaches over the border of a block. */
  readonly hasBorder: boolean;
  /** Whether the passage was made of whole sentences. */
  readonly isWhole: boolean;
  readonly tokens: Tokens;
  /** The page's word number of every token; -1 for a word that the page does not have. */
  readonly words: readonly number[];
  /** Old place of every token, counted from the passage's first: what was left out between two makes them jump. */
  readonly places: readonly number[];
  /** Each token's plain spelling, filled in when it is needed. */
  readonly plain: (string | undefined)[];
  /** How much each token tells, in bits. */
  readonly bits: Float32Array;
  /** The tokens of the passage itself. */
  readonly exact: Span;
  /** The tokens of the blocks that the passage touches. */
  readonly block: Span;
  /** Where the passage is in `tokens.text`. */
  readonly inExact: Span;
  /** For each rival, the words that tell it from the passage; -1 for a word that the page does not have. */
  readonly rivals: readonly (readonly number[])[];
  /** Verbatim copies that the old page had besides; infinitely many when there were more than were written down. */
  readonly copies: number;
  /** The same, those counted once that adjoin. */
  readonly groups: number;
  /** Whether a rival shared most of the surroundings, and the tokens of them that it did not share. */
  readonly hasTwins: boolean;
  readonly telling: readonly number[];
};

/** Longer quotes (half a novel) are compared up to here; no honest highlight comes near. */
const longestQuote = 400_000;
const longestContext = 1_000;
/** A place with fewer of the passage's words than this is no twin of it. */
export const leastTwin = 0.8;

/** Reads selectors, of ours or of another make; `null` when they hold no words. */
export function readPassage(selectors: readonly Selector[]): StoredPassage | null {
  const quote = quoteSelectorOf(selectors);
  if (quote === null) return null;
  const refinement = refinementOf(selectors);
  const before = (refinement?.before ?? quote.prefix).slice(-longestContext);
  const after = (refinement?.after ?? quote.suffix).slice(0, longestContext);
  const exact = quote.exact.slice(0, longestQuote);
  const { text, fromRaw } = foldText(before + exact + after);
  const start = skipBlanks(text, fromRaw(before.length));
  const end = skipBlanksBack(text, fromRaw(before.length + exact.length));
  if (start >= end) return null;
  // A line break in another tool's quote is the page's source wrapping, not the border of a block.
  const from = refinement === null ? 0 : before.lastIndexOf('\n') + 1;
  const to = refinement === null ? -1 : after.indexOf('\n');
  const block = {
    start: skipBlanks(text, fromRaw(from)),
    end: to === -1 ? text.length : fromRaw(before.length + exact.length + to),
  };
  return {
    text,
    exact: { start, end },
    block,
    isWhole:
      (start === block.start || isSentenceBorder(text, start)) &&
      (end === block.end || isSentenceBorder(text, end + 1)),
    hasBorder: refinement !== null && exact.includes('\n'),
    position: positionSelectorOf(selectors),
    refinement,
  };
}

function skipBlanks(text: string, offset: number): number {
  return text.charAt(offset) === ' ' ? offset + 1 : offset;
}

function skipBlanksBack(text: string, offset: number): number {
  return text.charAt(offset - 1) === ' ' ? offset - 1 : offset;
}

/** Turns a stored passage into tokens of the page. */
export function createQuery(index: PageIndex, passage: StoredPassage): Query {
  const { refinement } = passage;
  const previous = foldText(refinement?.previous?.text.slice(-longestContext) ?? '').text.trim();
  const next = foldText(refinement?.next?.text.slice(0, longestContext) ?? '').text.trim();
  const shift = previous.length + 1;
  const tokens = tokenise(`${previous} ${passage.text} ${next}`);
  const moved = ({ start, end }: Span): Span => tokensIn(tokens, { start: start + shift, end: end + shift });
  const main = moved({ start: 0, end: passage.text.length });
  const exact = moved(passage.exact);
  const words = tokens.hashes.map((hash) => index.wordOf.get(hash) ?? -1);
  const length = passage.exact.end - passage.exact.start;
  const unlike = (refinement?.rivals ?? []).flatMap(({ likeness, distance = Infinity, unlike }) => {
    const isTwin = likeness >= leastTwin && Math.abs(distance) > length + adjoining;
    return isTwin && unlike !== undefined ? [unlike] : [];
  });
  return {
    position: passage.position,
    role: refinement?.role ?? null,
    isAlone: refinement?.rivals.length === 0,
    hasBorder: passage.hasBorder,
    isWhole: passage.isWhole,
    tokens,
    words,
    places: words.map((_, token) => {
      if (token < main.start) return token - main.start - (refinement?.previous?.distance ?? 0);
      if (token >= main.end)
        return token - main.end + exact.end - exact.start + (refinement?.next?.distance ?? 0);
      return token - exact.start;
    }),
    plain: [],
    bits: bitsOf(index, words),
    exact,
    block: moved(passage.block),
    inExact: { start: passage.exact.start + shift, end: passage.exact.end + shift },
    copies: countCopies(passage, 0),
    groups: countCopies(passage, adjoining + 1),
    hasTwins: unlike.length > 0,
    telling: [...new Set(unlike.flat())]
      .map((token) => token + exact.start)
      .filter((token) => token >= 0 && token < words.length),
    rivals: (refinement?.rivals ?? []).map(({ words }) => words.map((word) => wordOf(index, word))),
  };
}

/** A passage of the page itself, and how far around it its surroundings and its blocks reach: token numbers of the page. */
export type PagePassage = {
  readonly own: Span;
  readonly around: Span;
  readonly block: Span;
  readonly role: string;
};

/** The same for a passage of this very page: its tokens are there already. */
export function createPageQuery(index: PageIndex, { own, around, block, role }: PagePassage): Query {
  const { text, starts, ends, hashes } = index.tokens;
  const words = index.words.slice(around.start, around.end);
  const moved = ({ start, end }: Span): Span => ({
    start: Math.max(start, around.start) - around.start,
    end: Math.min(end, around.end) - around.start,
  });
  return {
    position: null,
    role,
    isAlone: false,
    hasBorder: false,
    isWhole: false,
    tokens: {
      text,
      starts: starts.slice(around.start, around.end),
      ends: ends.slice(around.start, around.end),
      hashes: hashes.slice(around.start, around.end),
    },
    words,
    places: words.map((_, token) => token + around.start - own.start),
    plain: [],
    bits: bitsOf(index, words),
    exact: moved(own),
    block: moved(block),
    inExact: { start: starts[own.start] ?? 0, end: ends[own.end - 1] ?? 0 },
    copies: 0,
    groups: 0,
    hasTwins: false,
    telling: [],
    rivals: [],
  };
}

function bitsOf(index: PageIndex, words: readonly number[]): Float32Array {
  const bits = new Float32Array(words.length);
  for (let token = 0; token < bits.length; token++) {
    bits[token] = index.bits[words[token] ?? -1] ?? index.rarest;
  }
  return bits;
}

function wordOf(index: PageIndex, word: string): number {
  return index.wordOf.get(tokenise(word).hashes[0] ?? -1) ?? -1;
}
