import { snapToGrapheme } from './graphemes.ts';
import type { FoldedText } from './types.ts';

const likenessTable = [
  ['"', '“”„‟«»″〝〞＂'],
  ["'", '‘’‚‛‹›′＇'],
  ['-', '‐‑‒–—―−'],
  ['...', '…'],
] as const;
const likenesses = new Map(likenessTable.flatMap(([as, chars]) => Array.from(chars, (char) => [char, as])));

/** Soft hyphen, zero-width characters, direction marks, variation selectors: no reader sees them. */
const dropped = '\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe0e\\ufe0f\\ufeff';
const blankButSpace = `[\\t-\\r\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000${dropped}]`;
const blank = `(?:${blankButSpace}| )`;
const like = `[${[...likenesses.keys()].join('')}]`;
/** What can melt into the character before it under NFC: marks, vowels and finals of Hangul syllables. */
const joining = `(?![${dropped}])[\\p{M}\\u1160-\\u11ff]`;
/** Characters that NFC replaces when they stand alone; a test holds this list against all of Unicode. */
const replacedByNfc =
  '[\\u0340\\u0341\\u0343\\u0344\\u0374\\u037e\\u0387\\u0958-\\u095f\\u09dc-\\u09df\\u0a33-\\u0a5e\\u0b5c\\u0b5d\\u0f43-\\u0fb9' +
  '\\u1f71-\\u1ffd\\u2126\\u212a\\u212b\\u2329\\u232a\\u2adc\\uf900-\\ufad9\\ufb1d-\\ufb4e\\u{1d15e}-\\u{1d1c0}\\u{2f800}-\\u{2fa1d}]';

/** Runs of white space that are not just one space, and what has a likeness. */
const foreignPattern = ` ?${blankButSpace}${blank}*|  ${blank}*|${like}`;
const foreignInNfc = new RegExp(foreignPattern, 'gu');
const foreignInAny = new RegExp(
  `(?:(?!${joining}|${blank}).)?(?:[${dropped}]*${joining})+|${replacedByNfc}|${foreignPattern}`,
  'gsu',
);
const joiningAfterDropped = new RegExp(`[${dropped}]${joining}`, 'u');
const notDropped = new RegExp(`[^${dropped}]`, 'u');
const allDropped = new RegExp(`[${dropped}]`, 'gu');

/** A stretch of the folded text and the raw stretch behind it, unit by unit when `isVerbatim`, else as a whole. */
type Piece = {
  readonly foldedStart: number;
  readonly foldedEnd: number;
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly isVerbatim: boolean;
};

/**
 * A string folded for comparison, with the maps to and from the string it was made of: NFC, white space runs as
 * one space, quotes and dashes as their ASCII likeness, an ellipsis as three points, soft hyphens, zero-width
 * characters and direction marks dropped. Folding twice changes nothing. Linear; most of a text is mapped by a few
 * long verbatim pieces, so the maps are small.
 */
export function foldText(raw: string): FoldedText {
  const writer = new FoldWriter(raw);
  const foreign = isNfc(raw) ? foreignInNfc : foreignInAny;
  // Not `matchAll`, which makes, and so compiles, a new expression for each call.
  foreign.lastIndex = 0;
  for (let match = foreign.exec(raw); match !== null; match = foreign.exec(raw)) {
    writer.replace(match.index, match[0]);
  }
  const { text, pieces } = writer.finish();
  return {
    text,
    toRaw({ start, end }) {
      const from = rawStartOf(pieces, clamp(start, text.length));
      const to = end > start ? rawEndOf(pieces, clamp(end, text.length)) : from;
      return { start: snapToGrapheme(raw, from, 'backward'), end: snapToGrapheme(raw, to, 'forward') };
    },
    fromRaw: (rawOffset) => foldedOffsetOf(pieces, rawOffset),
  };
}

/** Dropping a character can bring a mark to its base, so a text that is NFC as it stands may not stay so. */
function isNfc(raw: string): boolean {
  return raw.normalize('NFC') === raw && !joiningAfterDropped.test(raw);
}

function likenessOf(found: string): string {
  const known = likenesses.get(found);
  if (known !== undefined) return known;
  if (/^[\s\u0085]/u.test(found) || !notDropped.test(found))
    return /[^\S\ufeff]|\u0085/u.test(found) ? ' ' : '';
  const kept = found.replace(allDropped, '');
  if (kept.trim() === '') return ' ';
  return Array.from(kept.normalize('NFC'), (char) => likenesses.get(char) ?? char).join('');
}

class FoldWriter {
  private readonly pieces: Piece[] = [];
  private readonly texts: string[] = [];
  private length = 0;
  private position = 0;

  private readonly raw: string;

  constructor(raw: string) {
    this.raw = raw;
  }

  replace(index: number, found: string): void {
    this.copyUntil(index);
    const text = likenessOf(found);
    if (text !== '') this.push(text, index, index + found.length, false);
    this.position = index + found.length;
  }

  finish(): { text: string; pieces: readonly Piece[] } {
    this.copyUntil(this.raw.length);
    return { text: this.texts.join(''), pieces: this.pieces };
  }

  private copyUntil(rawEnd: number): void {
    if (this.position < rawEnd) this.push(this.raw.slice(this.position, rawEnd), this.position, rawEnd, true);
  }

  // oxlint-disable-next-line eslint/max-params
  private push(text: string, rawStart: number, rawEnd: number, isVerbatim: boolean): void {
    const foldedStart = this.length;
    this.length += text.length;
    this.texts.push(text);
    this.pieces.push({ foldedStart, foldedEnd: this.length, rawStart, rawEnd, isVerbatim });
  }
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}

/** The index of the last piece for which `isBefore` holds; it holds for a first part of the pieces only. */
function findLast(pieces: readonly Piece[], isBefore: (piece: Piece) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const piece = pieces[middle];
    if (piece !== undefined && isBefore(piece)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function rawStartOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieces[findLast(pieces, ({ foldedStart }) => foldedStart <= offset)];
  if (piece === undefined) return 0;
  if (offset >= piece.foldedEnd) return piece.rawEnd;
  return piece.isVerbatim ? piece.rawStart + offset - piece.foldedStart : piece.rawStart;
}

function rawEndOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieces[findLast(pieces, ({ foldedStart }) => foldedStart < offset)];
  if (piece === undefined) return 0;
  return piece.isVerbatim ? piece.rawStart + offset - piece.foldedStart : piece.rawEnd;
}

function foldedOffsetOf(pieces: readonly Piece[], rawOffset: number): number {
  const piece = pieces[findLast(pieces, ({ rawStart }) => rawStart <= rawOffset)];
  if (piece === undefined) return 0;
  if (rawOffset >= piece.rawEnd) return piece.foldedEnd;
  return piece.isVerbatim ? piece.foldedStart + rawOffset - piece.rawStart : piece.foldedStart;
}
