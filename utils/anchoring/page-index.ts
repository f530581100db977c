import type { PageText, Span } from '../text/types.ts';
import { Ballot } from './ballot.ts';
import { tokenAt, tokenise, tokensIn, type Tokens } from './tokens.ts';

/** The page's tokens and where each stands. Token numbers count from the start of the page. */
export type PageIndex = {
  readonly pageText: PageText;
  readonly tokens: Tokens;
  /** Word number of every token: equal numbers, equal tokens. */
  readonly words: readonly number[];
  /** The word number of a hash; undefined when the page does not have the word. */
  readonly wordOf: ReadonlyMap<number, number>;
  /** How often a word stands on the page. */
  readonly countOf: (word: number) => number;
  /** All places of a word, ascending. */
  readonly placesOf: (word: number) => Int32Array;
  /** Each word's plain spelling, filled in when it is needed. */
  readonly plain: (string | undefined)[];
  /** For counting votes, one passage after the other. */
  readonly ballots: { readonly own: Ballot; readonly around: Ballot };
  /** How much it tells that a word stands somewhere, in bits: log2 of the page's length over the word's count. */
  readonly bits: Float32Array;
  /** What a word tells that the page does not have. */
  readonly rarest: number;
  /** 1 where a block begins. */
  readonly isBlockStart: Uint8Array;
};

/** No word tells more than this: on a long page, one rare word must not outvote a sentence. */
const mostBits = 12;
/** A short page does not know which words are rare: its tokens count as if it had this many. */
const leastLength = 400;

const indexes = new WeakMap<PageText, PageIndex>();

/** The index of a page text, built on first use and kept as long as the page text. Linear. */
export function indexOf(pageText: PageText): PageIndex {
  const known = indexes.get(pageText);
  if (known !== undefined) return known;
  const index = buildIndex(pageText);
  indexes.set(pageText, index);
  return index;
}

function buildIndex(pageText: PageText): PageIndex {
  const tokens = tokenise(pageText.folded.text);
  const { words, wordOf } = numberWords(tokens.hashes);
  const { first, places } = sortPlaces(words, wordOf.size);
  const bits = new Float32Array(wordOf.size);
  const length = Math.max(leastLength, words.length);
  for (let word = 0; word < bits.length; word++) {
    bits[word] = Math.min(mostBits, Math.log2(length / ((first[word + 1] ?? 0) - (first[word] ?? 0))));
  }
  return {
    pageText,
    tokens,
    words,
    wordOf,
    countOf: (word) => (first[word + 1] ?? 0) - (first[word] ?? 0),
    placesOf: (word) => places.subarray(first[word], first[word + 1]),
    plain: [],
    ballots: { own: new Ballot(words.length), around: new Ballot(words.length) },
    bits,
    rarest: Math.min(mostBits, Math.log2(length)),
    isBlockStart: markBlockStarts(pageText, tokens),
  };
}

function numberWords(hashes: readonly number[]): { words: number[]; wordOf: Map<number, number> } {
  const wordOf = new Map<number, number>();
  const words: number[] = [];
  for (const hash of hashes) {
    let word = wordOf.get(hash);
    if (word === undefined) {
      word = wordOf.size;
      wordOf.set(hash, word);
    }
    words.push(word);
  }
  return { words, wordOf };
}

/** Counting sort: the places of word w are `places[first[w]]` up to `places[first[w + 1]]`. */
function sortPlaces(words: readonly number[], size: number): { first: Int32Array; places: Int32Array } {
  const first = new Int32Array(size + 2);
  for (const word of words) first[word + 2] = (first[word + 2] ?? 0) + 1;
  for (let word = 2; word < first.length; word++) first[word] = (first[word] ?? 0) + (first[word - 1] ?? 0);
  const places = new Int32Array(words.length);
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? 0;
    const slot = first[word + 1] ?? 0;
    places[slot] = place;
    first[word + 1] = slot + 1;
  }
  return { first, places };
}

function markBlockStarts({ blocks, folded }: PageText, tokens: Tokens): Uint8Array {
  const marks = new Uint8Array(tokens.starts.length + 1);
  for (const block of blocks) marks[tokenAt(tokens, folded.fromRaw(block.start))] = 1;
  return marks;
}

/** The tokens touched by a span of the raw page text, `[start, end)`. */
export function tokensOf({ pageText, tokens }: PageIndex, { start, end }: Span): Span {
  return tokensIn(tokens, { start: pageText.folded.fromRaw(start), end: pageText.folded.fromRaw(end) });
}
