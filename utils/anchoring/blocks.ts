import { localNameOf } from '../text/index.ts';
import type { PageText, Span, TextBlock } from '../text/types.ts';
import { countBefore } from '../text/halve.ts';

/** The number of the first block that ends behind an offset of the raw page text; found by halving. */
export function blockAt({ blocks }: PageText, offset: number): number {
  return countBefore(blocks.length, (index) => (blocks[index]?.end ?? 0) <= offset);
}

/** The blocks that a span touches. */
export function blocksIn(pageText: PageText, { start, end }: Span): TextBlock[] {
  const found: TextBlock[] = [];
  for (let at = blockAt(pageText, start); at < pageText.blocks.length; at++) {
    const block = pageText.blocks[at];
    if (block === undefined || block.start >= end) break;
    found.push(block);
  }
  return found;
}

/** The name of the element that a place of the page text is in: `p`, `h2`, `figcaption`; empty outside of blocks. */
export function roleAt(pageText: PageText, offset: number): string {
  const block = pageText.blocks[blockAt(pageText, offset)];
  return block === undefined ? '' : localNameOf(block.element);
}
