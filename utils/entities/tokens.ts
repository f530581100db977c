import { abbreviations } from './vocabulary/abbreviations.ts';

/**
 * A text cut into words, numbers and single signs, as columns: one object a token would cost more than all
 * that is computed of it.
 */
export type Tokens = {
  readonly count: number;
  /** Each token's characters: NFC, straight apostrophes, nothing invisible. */
  readonly words: readonly string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where nothing but an opening sign stands between the token and the start of its sentence. */
  readonly isInitial: Uint8Array;
  /** 1 where white space stands before the token. */
  readonly isSpaced: Uint8Array;
  /** Sentences as `[from, to)` in tokens, in pairs; long ones are cut, to bound the work for one. */
  readonly sentences: Int32Array;
};

/** A word with what belongs inside of it: marks, invisible joiners, apostrophes and points of acronyms. */
const tokenPattern =
  /https?:\/\/\S+|[@#]?[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_\u00ad\u200b-\u200d\u2060]|['’](?=\p{L})|[.,](?=\p{N})|\.(?=\p{L}\.))*|[^\s\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const elided = /^(?:[dlnmtscj]|qu|all|dell|nell|sull|dall)['’](?=\p{Lu})/iu;
const possessive = /['’]s$/iu;
const invisible = /[\u00ad\u200b-\u200d\u2060]/gu;
const closing = /^[.!?…。！？]$/u;
const opening = /^["'“”„«»‹›‘’([–—\-•*·¿¡]$/u;
const longestSentence = 160;

/** The tokens of a text. Linear in its length. */
export function tokenise(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (start: number, end: number): void => {
    starts.push(start);
    ends.push(end);
    words.push(cleanWord(text.slice(start, end)));
  };
  for (const { 0: word, index } of text.matchAll(tokenPattern)) {
    // The point of an abbreviation is taken already.
    if (index < (ends.at(-1) ?? 0)) continue;
    for (const [from, to] of cutWord(text, index, word)) add(from, to);
  }
  return { ...readSentences(text, { words, starts, ends }), count: words.length, words };
}

function cleanWord(raw: string): string {
  const plain = raw.replaceAll('’', "'");
  return /^[\x20-\x7e]*$/u.test(plain) ? plain : plain.replace(invisible, '').normalize('NFC');
}

/** Elided articles and possessive endings are tokens of their own; the point of an abbreviation belongs to it. */
function cutWord(text: string, index: number, word: string): (readonly [number, number])[] {
  const end = index + word.length;
  if (word.length < 2 && !/\p{Lu}/u.test(word)) return [[index, end]];
  const head = elided.exec(word)?.[0].length ?? 0;
  const tail = possessive.test(word) && word.length > 2 ? 2 : 0;
  const parts: [number, number][] = [];
  if (head > 0 && /^\p{Ll}/u.test(word)) parts.push([index, index + head]);
  const from = parts.length > 0 ? index + head : index;
  const isPointed = tail === 0 && text.charAt(end) === '.' && takesPoint(text.slice(from, end));
  parts.push([from, isPointed ? end + 1 : end - tail]);
  if (tail > 0) parts.push([end - tail, end]);
  return parts;
}

function takesPoint(word: string): boolean {
  return /^\p{Lu}$/u.test(word) || /\.\p{L}$/u.test(word) || abbreviations.has(word);
}

type Columns = {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

function readSentences(text: string, { words, starts, ends }: Columns): Omit<Tokens, 'count' | 'words'> {
  const isInitial = new Uint8Array(words.length);
  const isSpaced = new Uint8Array(words.length);
  const sentences: number[] = [];
  let from = 0;
  let isFresh = true;
  const close = (to: number): void => {
    if (to > from) sentences.push(from, to);
    from = to;
    isFresh = true;
  };
  for (let i = 0; i < words.length; i++) {
    const gap = text.slice(i === 0 ? 0 : ends[i - 1], starts[i]);
    isSpaced[i] = i === 0 || /\s/u.test(gap) ? 1 : 0;
    if (
      i > 0 &&
      (/[\n\r\u2028\u2029]/u.test(gap) || endsSentence(words, i, gap) || i - from >= longestSentence)
    )
      close(i);
    const word = words[i] ?? '';
    isInitial[i] = isFresh ? 1 : 0;
    if (opening.test(word)) isInitial[i] = isFresh ? 1 : 0;
    else isFresh = false;
    // What a quotation mark opens after a colon or comma begins with a capital too.
    if (/^["“„«‘]$/u.test(word) && i > 0 && /^[:,.]$/u.test(words[i - 1] ?? '')) isFresh = true;
    if (/^[:•|]$/u.test(word)) isFresh = true;
  }
  close(words.length);
  return {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    isInitial,
    isSpaced,
    sentences: Int32Array.from(sentences),
  };
}

/** Whether a sentence ends before token `i`: after a closing sign, with its quotation marks, before a gap. */
function endsSentence(words: readonly string[], i: number, gap: string): boolean {
  if (/^[。！？]$/u.test(words[i - 1] ?? '')) return true;
  if (gap === '') return false;
  const last = words[i - 1] ?? '';
  const sign = /^["'”’»)\]]$/u.test(last) ? (words[i - 2] ?? '') : last;
  return closing.test(sign) && !/^\p{Ll}/u.test(words[i] ?? '');
}
