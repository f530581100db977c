import type { ReadBlock, ReadPiece } from '../model/read-article.ts';
import type { ProposedEntity } from './entities.ts';
import type { ProposedQuote } from './quotes.ts';

/**
 * The proposals whose words stand in the article where they say. What comes from another thread, or from a model, is
 * taken for nothing else.
 */
export function checkQuotes(
  quotes: readonly ProposedQuote[],
  blocks: readonly ReadBlock[],
): readonly ProposedQuote[] {
  return listOf(quotes).filter(({ pieces }) => areThere(pieces, blocks));
}

/** The same for entities: a mention that does not stand there goes, and an entity without any. */
export function checkEntities(
  entities: readonly ProposedEntity[],
  blocks: readonly ReadBlock[],
): readonly ProposedEntity[] {
  return listOf(entities).flatMap((entity) => {
    const mentions = listOf(entity.mentions).filter(({ pieces }) => areThere(pieces, blocks));
    const isWhole = typeof entity.name === 'string' && entity.name !== '' && typeof entity.type === 'string';
    if (!isWhole || mentions.length === 0) return [];
    return [mentions.length === entity.mentions.length ? entity : { ...entity, mentions }];
  });
}

function listOf<T>(list: readonly T[]): readonly T[] {
  return Array.isArray(list) ? list : [];
}

function areThere(pieces: readonly ReadPiece[], blocks: readonly ReadBlock[]): boolean {
  return (
    listOf(pieces).length > 0 &&
    pieces.every(({ start, end, words }) =>
      blocks.some(
        (block) =>
          block.start <= start &&
          end <= block.end &&
          block.text
            .slice(start - block.start, end - block.start)
            .replace(/\s+/gu, ' ')
            .trim() === words,
      ),
    )
  );
}
