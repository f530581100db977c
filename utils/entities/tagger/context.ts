import { hashString, mix } from '../hash.ts';
import type { Tokens } from '../tokens.ts';
import { classBit, stemOf, type NameSets } from './name-sets.ts';
import { readEnclosed } from './enclosed.ts';
import { findNeighbour, readRuns, widenRuns } from './runs.ts';
import { isCapital, shapeOf } from './shape.ts';

/** What is computed once for all tokens of a text, as columns of hashes and flags. */
export type Context = {
  readonly lowers: Int32Array;
  readonly shapes: Int32Array;
  /** Classes of the word by itself. */
  readonly classes: Int32Array;
  /** What the word stands for as a common word. */
  readonly senses: Int32Array;
  /** Class and place in a name of several words that the sets know. */
  readonly phrases: Int32Array;
  readonly isInitial: Uint8Array;
  /** 1 where the sentence is written in capitals, which then tell nothing. */
  readonly isLoud: Uint8Array;
  /** 1 where the sentence, 2 where the text is of sport, which writes cities and countries for their teams. */
  readonly sport: Uint8Array;
  /** The run of capitalised words around the token, `[start, end)`; -1 outside of runs. */
  readonly runStarts: Int32Array;
  readonly runEnds: Int32Array;
  /** The same with the small words that join such runs to long names: "Department of Housing and Urban Development". */
  readonly wideStarts: Int32Array;
  readonly wideEnds: Int32Array;
  /** How the word is written elsewhere: 1 in lower case, 2 with a capital inside a sentence. */
  readonly elsewhere: Uint8Array;
  /** Hashes of the neighbours that the word has at its other places. */
  readonly otherPlaces: (i: number) => readonly number[];
  readonly isComma: (i: number) => boolean;
  /** 1 where a few words in quotation marks begin, 2 inside of them, 3 in brackets. */
  readonly enclosed: Uint8Array;
  /** A token of the run of capitals beside that around the token, when only a comma or "and" stands between; else -1. */
  readonly beside: (i: number, step: 1 | -1) => number;
};

const longestPhrase = 5;
const mostPlaces = 6;

/** The context of all tokens of a text. Linear. */
export function readContext(tokens: Tokens, names: NameSets): Context {
  const { count, words, isInitial } = tokens;
  const written = words.map(shapeOf);
  const lowers = Int32Array.from(words, (word) => hashString(word.toLowerCase()));
  const classes = Int32Array.from(lowers, (hash, i) => (isWord(written[i]) ? names.classesOf(hash) : 0));
  const isLoud = readLoud(tokens, written);
  const runs = readRuns(tokens, written, isLoud);
  const places = readPlaces(words, lowers, written);
  return {
    lowers,
    // In a line of capitals they are another sign than elsewhere.
    shapes: Int32Array.from(written, (shape, i) => hashString(isLoud[i] === 1 ? `loud ${shape}` : shape)),
    classes,
    senses: Int32Array.from(words, (word, i) =>
      isWord(written[i]) ? names.sensesOf(hashString(stemOf(word.toLowerCase()))) : 0,
    ),
    phrases: readPhrases(tokens, { lowers, written, names }),
    isInitial,
    isLoud,
    sport: readSport(tokens, classes),
    ...runs,
    ...widenRuns(tokens, runs),
    elsewhere: Uint8Array.from({ length: count }, (_, i) =>
      elsewhereOf(places, lowers[i] ?? 0, i, tokens, written),
    ),
    isComma: (i) => words[i] === ',',
    enclosed: readEnclosed(tokens),
    beside: (i, step) => findNeighbour(words, runs, i, step),
    otherPlaces: (i) => otherPlacesOf(places, lowers, { i, written, classes }),
  };
}

function isWord(shape: string | undefined): boolean {
  return shape !== undefined && /^[Xx]/.test(shape);
}

function readLoud({ count, sentences }: Tokens, written: readonly string[]): Uint8Array {
  const isLoud = new Uint8Array(count);
  for (let at = 0; at < sentences.length; at += 2) {
    const from = sentences[at] ?? 0;
    const to = sentences[at + 1] ?? from;
    let loud = 0;
    let quiet = 0;
    let capital = 0;
    for (let i = from; i < to; i++) {
      if (written[i] === 'XX') loud++;
      else if (written[i] === 'xx') quiet++;
      else if (written[i] === 'Xx') capital++;
    }
    if (loud > 1 && loud > (quiet + capital) * 2) isLoud.fill(1, from, to);
  }
  return isLoud;
}

const sportBit = classBit('sport');
/** A text is of sport when so many of its words are, and at least three. */
const sportShare = 0.012;

function readSport({ count, sentences }: Tokens, classes: Int32Array): Uint8Array {
  const sport = new Uint8Array(count);
  let total = 0;
  for (let at = 0; at < sentences.length; at += 2) {
    const [from, to] = [sentences[at] ?? 0, sentences[at + 1] ?? 0];
    let own = 0;
    for (let i = from; i < to; i++) if (((classes[i] ?? 0) & sportBit) !== 0) own++;
    if (own > 0) sport.fill(1, from, to);
    total += own;
  }
  return total >= 3 && total > count * sportShare ? sport.map((flag) => flag | 2) : sport;
}

type Reading = { readonly lowers: Int32Array; readonly written: readonly string[]; readonly names: NameSets };

/** Marks the longest known names of two words and more: class, and whether the name begins, goes on or ends there. */
function readPhrases({ count, sentences, words }: Tokens, { lowers, written, names }: Reading): Int32Array {
  const phrases = new Int32Array(count);
  for (let at = 0; at < sentences.length; at += 2) {
    const to = sentences[at + 1] ?? 0;
    for (let i = sentences[at] ?? 0; i < to; i++) {
      if (!isCapital(written[i] ?? '')) continue;
      let key = lowers[i] ?? 0;
      let best = 0;
      let length = 1;
      for (let n = 1; n < longestPhrase && i + n < to; n++) {
        if (!/^[\p{L}.'-]/u.test(words[i + n] ?? '')) break;
        key = mix(key, lowers[i + n] ?? 0);
        const found = isCapital(written[i + n] ?? '') ? names.classesOf(key) : 0;
        if (found !== 0) [best, length] = [found, n + 1];
      }
      if (best === 0) continue;
      for (let k = 0; k < length; k++)
        phrases[i + k] = (best << 2) | (k === 0 ? 1 : k === length - 1 ? 2 : 3);
      i += length - 1;
    }
  }
  return phrases;
}

type Places = ReadonlyMap<number, readonly number[]>;

function readPlaces(words: readonly string[], lowers: Int32Array, written: readonly string[]): Places {
  const places = new Map<number, number[]>();
  for (let i = 0; i < words.length; i++) {
    if (!isWord(written[i])) continue;
    const hash = lowers[i] ?? 0;
    const known = places.get(hash);
    if (known === undefined) places.set(hash, [i]);
    else if (known.length < mostPlaces * 4) known.push(i);
  }
  return places;
}

// oxlint-disable-next-line eslint/max-params
function elsewhereOf(
  places: Places,
  hash: number,
  at: number,
  tokens: Tokens,
  written: readonly string[],
): number {
  let flags = 0;
  if (!isWord(written[at])) return flags;
  for (const i of places.get(hash) ?? []) {
    if (i === at) continue;
    if (written[i] === 'xx') flags |= 1;
    else if (isCapital(written[i] ?? '') && tokens.isInitial[i] === 0) flags |= 2;
  }
  return flags;
}

type OtherPlaces = {
  readonly i: number;
  readonly written: readonly string[];
  readonly classes: Int32Array;
};

const before = hashString('other before');
const after = hashString('other after');
const classesBefore = hashString('other classes before');
const classesAfter = hashString('other classes after');

function otherPlacesOf(places: Places, lowers: Int32Array, { i, written, classes }: OtherPlaces): number[] {
  if (!isCapital(written[i] ?? '')) return [];
  const hashes = new Set<number>();
  let taken = 0;
  for (const k of places.get(lowers[i] ?? 0) ?? []) {
    if (k === i || !isCapital(written[k] ?? '')) continue;
    if (taken++ === mostPlaces) break;
    const [left, right] = [written[k - 1] ?? '', written[k + 1] ?? ''];
    hashes.add(mix(before, lowers[k - 1] ?? 0)).add(mix(after, lowers[k + 1] ?? 0));
    if (isCapital(left)) hashes.add(mix(classesBefore, classes[k - 1] ?? 0));
    if (isCapital(right)) hashes.add(mix(classesAfter, classes[k + 1] ?? 0));
  }
  return [...hashes];
}
