import type { ReadArticle, ReadBlock } from '../model/read-article.ts';
import { countBefore } from '../text/halve.ts';

/** The words of an article as one text, a line for each block, with the way back to the page. */
export type JoinedText = {
  readonly text: string;
  /** The blocks in the joined text's own offsets. */
  readonly blocks: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  /** An offset into the page text for one into the joined text. */
  readonly toPage: (offset: number) => number;
};

/** Joins the blocks of an article, so that what is found may reach over several. */
export function joinBlocks(blocks: readonly ReadBlock[]): JoinedText {
  const starts: number[] = [];
  let text = '';
  for (const block of blocks) {
    if (starts.length > 0) text += '\n';
    starts.push(text.length);
    text += block.text;
  }
  return {
    text,
    blocks: blocks.map((block, index) => {
      const start = starts[index] ?? 0;
      return { start, end: start + block.text.length, kind: block.kind };
    }),
    toPage(offset) {
      const index = lastAtOrBefore(starts, offset);
      return (blocks[index]?.start ?? 0) + offset - (starts[index] ?? 0);
    },
  };
}

/** A long document is searched for names up to here; news is a hundredth of it. */
const longestText = 600_000;

/** The text that names are looked for in: what others propose for it is in its offsets. */
export function textOf({ blocks }: Pick<ReadArticle, 'blocks'>): JoinedText {
  let length = 0;
  return joinBlocks(blocks.filter((block) => (length += block.text.length) <= longestText));
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  return Math.max(0, countBefore(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1);
}
