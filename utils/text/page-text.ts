import { foldText } from './fold.ts';
import { createPlaces } from './places.ts';
import type { FoldedText, PageText } from './types.ts';
import { walkText, type WalkTextOptions } from './walk.ts';

export type BuildPageTextOptions = WalkTextOptions;

/**
 * The text of a document as a reader sees it, from one walk of the rendered tree. Left out are scripts, styles,
 * form fields, ruby annotations, text that is not displayed, not visible or clipped away, and our own elements;
 * open shadow roots and slotted text are in. A `<br>` is a line break inside a block, two of them end the block;
 * a table cell is a block. Linear in the size of the document.
 */
export function buildPageText(
  root: Document | Element | ShadowRoot,
  options: BuildPageTextOptions = {},
): PageText {
  const walked = walkText(root, options);
  const { raw, segments, blocks } = walked;
  let folded: FoldedText | null = null;
  return {
    raw,
    segments,
    blocks,
    get folded() {
      folded ??= foldText(raw);
      return folded;
    },
    ...createPlaces(walked),
  };
}
