import type { ReadPiece, ReadBlock } from '../model/read-article.ts';
import { trimSpan, type Span } from '../text/index.ts';
import { firstEndingAfter } from './segments.ts';

/** Words chosen among the blocks of an article. */
export type Passage = {
  readonly pieces: readonly ReadPiece[];
  /** The words as they are shown, a line for each block. */
  readonly text: string;
  /** Whether the page shows words between them that are none of the article's, and would be kept along. */
  readonly isApart: boolean;
};

/** The words of a span without white space at its ends; `null` when there are none. */
export function passageOf(blocks: readonly ReadBlock[], span: Span): Passage | null {
  const pieces: ReadPiece[] = [];
  let isApart = false;
  for (let index = firstEndingAfter(blocks, span.start); index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block.start >= span.end) break;
    const piece = pieceOf(block, span);
    if (piece === null) continue;
    if (pieces.length > 0 && block.isApart) isApart = true;
    pieces.push(piece);
  }
  if (pieces.length === 0) return null;
  return { pieces, text: pieces.map(({ words }) => words).join('\n'), isApart };
}

function pieceOf({ start, end, text }: ReadBlock, span: Span): ReadPiece | null {
  const within = { start: Math.max(start, span.start) - start, end: Math.min(end, span.end) - start };
  const trimmed = trimSpan(text, within);
  const words = text.slice(trimmed.start, trimmed.end).replace(/\s+/gu, ' ').trim();
  if (words === '') return null;
  return { start: start + trimmed.start, end: start + trimmed.end, words };
}

/**
 * The same words in the article as it was read anew, `null` when they are not there. What stands before a block moves
 * it in the page text; its words tell which it is.
 */
export function followPassage(
  { pieces }: Passage,
  before: readonly ReadBlock[],
  after: readonly ReadBlock[],
): Passage | null {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = follow(first.start, before, after);
  const end = follow(last.end - 1, before, after);
  if (start === null || end === null) return null;
  const found = passageOf(after, { start, end: end + 1 });
  const isSame =
    found !== null &&
    found.pieces.length === pieces.length &&
    found.pieces.every(({ words }, index) => words === pieces[index]?.words);
  return isSame ? found : null;
}

/** Where a character stands in the new reading. */
function follow(offset: number, before: readonly ReadBlock[], after: readonly ReadBlock[]): number | null {
  const old = before[firstEndingAfter(before, offset)];
  if (old === undefined || old.start > offset) return null;
  // Of twins, the one that is as far down as it was.
  const nth = before.filter(({ text, start }) => text === old.text && start < old.start).length;
  const next = after.filter(({ text }) => text === old.text)[nth];
  return next === undefined ? null : next.start + offset - old.start;
}
