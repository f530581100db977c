import type { VersionBlock } from '../model/version.ts';
import { foldText } from '../text/fold.ts';

/** A block with its text as it is compared: typography and white space are no change. */
export type FoldedBlock = VersionBlock & { readonly folded: string };

/** The blocks of which something can be read, with their text as it is compared. */
export function foldBlocks(blocks: readonly VersionBlock[]): FoldedBlock[] {
  return blocks
    .map((block) => ({ ...block, folded: foldText(block.text).text.trim() }))
    .filter(({ folded }) => folded !== '');
}

/** The text of a version as it is compared, a line for each block; what its digest is made of. */
export function foldedTextOf(blocks: readonly VersionBlock[]): string {
  return foldBlocks(blocks)
    .map(({ folded }) => folded)
    .join('\n');
}
