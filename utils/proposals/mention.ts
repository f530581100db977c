import type { Suggestion } from '../entities/index.ts';
import type { NameOfType, WordsInLine } from '../model/learned.ts';
import type { ReadArticle, ReadPiece } from '../model/read-article.ts';
import { passageOf } from '../reader/index.ts';
import type { JoinedText } from './joined.ts';

/** A place where a proposed entity is named. Offsets of `pieces` are those of the page text. */
export type ProposedMention = {
  readonly key: string;
  readonly pieces: readonly ReadPiece[];
  /** Where the block begins that it stands in. */
  readonly block: number;
  readonly words: string;
  /** A little of the text on each side. */
  readonly before: string;
  readonly after: string;
  /** The type that the words have where they stand; the entity may be another's. */
  readonly named: NameOfType;
  readonly line: WordsInLine;
};

/** Characters of the text shown on each side of a mention. */
const contextLength = 32;

/** The place of a suggestion on the page, with what stands around it; `null` where that is not in one block. */
export function toMention(
  { blocks }: ReadArticle,
  joined: JoinedText,
  { start, end, name, type }: Suggestion,
): ProposedMention | null {
  const from = joined.toPage(start);
  const to = joined.toPage(Math.max(0, end - 1)) + 1;
  const passage = from < to ? passageOf(blocks, { start: from, end: to }) : null;
  const block = blocks.findLast((one) => one.start <= from);
  if (passage === null || block === undefined || passage.pieces.length !== 1) return null;
  const line = { text: block.text, start: from - block.start, end: to - block.start };
  return {
    key: `${from}-${to}`,
    pieces: passage.pieces,
    block: block.start,
    words: passage.text,
    before: cutBefore(line),
    after: cutAfter(line),
    named: { name, type },
    line,
  };
}

/** From the beginning of a word, so that nothing is cut in two. */
function cutBefore({ text, start }: WordsInLine): string {
  if (start <= contextLength) return text.slice(0, start);
  return text.slice(start - contextLength, start).replace(/^\S*\s/u, '');
}

function cutAfter({ text, end }: WordsInLine): string {
  if (text.length - end <= contextLength) return text.slice(end);
  return text.slice(end, end + contextLength).replace(/\s\S*$/u, '');
}
