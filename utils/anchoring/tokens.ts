import type { Span } from '../text/types.ts';

/** The tokens of a folded string, in order. Offsets are UTF-16 code units of that string. */
export type Tokens = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /**
   * Equal for equal tokens; unequal ones share a hash about once in a billion pairs. Of 30 bits: what browsers'
   * engines keep in an array without boxing it.
   */
  readonly hashes: readonly number[];
};

/**
 * Cuts a folded string into what is compared: a run of letters and digits, or one sign. Where a script sets no
 * spaces between its words (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) every character is a token, because
 * a dictionary would cut the edited sentence elsewhere than the stored one. White space separates and is dropped.
 */
export function tokenise(text: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const hashes: number[] = [];
  let offset = 0;
  while (offset < text.length) {
    const start = offset;
    const code = text.charCodeAt(offset++);
    const kind = kindOf(code);
    if (kind === blank) continue;
    let hash = addToHash(0, code);
    if (kind === pair && offset < text.length) hash = addToHash(hash, text.charCodeAt(offset++));
    if (kind === letter) {
      for (; offset < text.length; offset++) {
        const next = text.charCodeAt(offset);
        if (kindOf(next) !== letter) break;
        hash = addToHash(hash, next);
      }
    }
    starts.push(start);
    ends.push(offset);
    hashes.push(hash & 0x3fffffff);
  }
  return { text, starts, ends, hashes };
}

/** The first token that ends behind an offset of the text; the count of tokens when none does. */
export function tokenAt({ ends }: Tokens, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens touched by a stretch of the text, `[start, end)`. */
export function tokensIn(tokens: Tokens, { start, end }: Span): Span {
  const first = tokenAt(tokens, start);
  const last = tokenAt(tokens, end);
  const isTouched = (tokens.starts[last] ?? end) < end;
  return { start: first, end: Math.max(first, isTouched ? last + 1 : last) };
}

/** The text of a token. */
export function readToken({ text, starts, ends }: Tokens, token: number): string {
  return text.slice(starts[token], ends[token]);
}

const blank = 0;
const letter = 1;
/** A sign, or a character of a script without spaces. */
const single = 2;
/** The first half of a character beyond U+FFFF: emoji, rare ideographs. */
const pair = 3;

/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4), with the high bits brought down. */
function addToHash(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Stretches above U+007F that are not letters of a spaced script, `[from, to, kind]`. */
const ranges: readonly (readonly [number, number, number])[] = [
  [0x0080, 0x00a9, single],
  [0x00ab, 0x00b4, single],
  [0x00b6, 0x00b9, single],
  [0x00bb, 0x00bf, single],
  [0x00d7, 0x00d7, single],
  [0x00f7, 0x00f7, single],
  [0x0589, 0x058a, single],
  [0x05be, 0x05be, single],
  [0x05f3, 0x05f4, single],
  [0x060c, 0x060d, single],
  [0x061b, 0x061f, single],
  [0x066a, 0x066d, single],
  [0x06d4, 0x06d4, single],
  [0x0964, 0x0965, single],
  [0x0e00, 0x0fff, single],
  [0x1000, 0x109f, single],
  [0x1361, 0x1368, single],
  [0x1780, 0x17ff, single],
  [0x1950, 0x19df, single],
  [0x2010, 0x206f, single],
  [0x20a0, 0x20cf, single],
  [0x2190, 0x2bff, single],
  [0x2e00, 0x2e7f, single],
  [0x2e80, 0x312f, single],
  [0x3190, 0xa4cf, single],
  [0xa9e0, 0xa9ff, single],
  [0xaa60, 0xaa7f, single],
  [0xd800, 0xdbff, pair],
  [0xf900, 0xfaff, single],
  [0xfe10, 0xfe6f, single],
  [0xff00, 0xff0f, single],
  [0xff1a, 0xff20, single],
  [0xff3b, 0xff40, single],
  [0xff5b, 0xff9f, single],
];

let kinds: Uint8Array | null = null;

function kindOf(code: number): number {
  kinds ??= createKinds();
  return kinds[code] ?? letter;
}

function createKinds(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(letter);
  for (const [from, to, kind] of ranges) table.fill(kind, from, to + 1);
  for (let code = 0; code < 0x80; code++) {
    const isWord = /[\p{L}\p{N}_]/u.test(String.fromCharCode(code));
    table[code] = isWord ? letter : single;
  }
  for (const space of '\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u3000') table[space.charCodeAt(0)] = blank;
  return table;
}
