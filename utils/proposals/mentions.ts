import { findMentions } from '../entities/mentions.ts';
import type { ReadArticle, ReadMark, ReadPiece } from '../model/read-article.ts';
import { passageOf } from '../reader/index.ts';
import { joinBlocks } from './joined.ts';

/** The names of what is looked for, and those that others go by. */
export type SoughtNames = { readonly own: readonly string[]; readonly others: readonly string[] };

/**
 * The mentions of an entity in an article that are not tagged yet, in reading order. A name inside the longer name of
 * another is no mention of it: "Bắc Ninh" in "Tỉnh ủy Bắc Ninh".
 */
export function proposeMentions(article: ReadArticle, { own, others }: SoughtNames): ReadPiece[][] {
  const { text, toPage } = joinBlocks(article.blocks);
  const tagged = article.marks.filter(({ kind }) => kind === 'entity');
  const wanted = new Set(own);
  // Of spellings that fold to the same the first stands for all.
  return findMentions(text, [...own, ...others]).flatMap((mention) => {
    if (mention.isNested || !wanted.has(mention.name)) return [];
    const span = { start: toPage(mention.start), end: toPage(mention.end - 1) + 1 };
    const passage = isTagged(tagged, span) ? null : passageOf(article.blocks, span);
    // One over two blocks is the end of one sentence and the beginning of another.
    return passage === null || passage.pieces.length > 1 ? [] : [[...passage.pieces]];
  });
}

function isTagged(
  marks: readonly ReadMark[],
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return marks.some((mark) => mark.start < end && start < mark.end);
}
