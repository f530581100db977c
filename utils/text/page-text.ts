import { childNodesOf, firstChildOf, isElement, isText, localNameOf, nextSiblingOf, parentOf, shadowRootOf } from './dom.ts';
import { foldText } from './fold.ts';
import { documentOf, isClosedDetails, readLookOf, rootLook, type Look, type ReadLook } from './look.ts';
import type { Bias, FoldedText, PageText, Span, TextBlock, TextPlace, TextSegment } from './types.ts';

export type BuildPageTextOptions = {
  /** Whether an element is ours: the toolbar or card that we put into the page. */
  readonly isOurs?: (element: Element) => boolean;
  /** How to read what an element looks like; computed style where the document is shown. */
  readonly readLook?: ReadLook;
};

/** The segments inside an element, `[first, end)`. */
type Extent = { first: number; end: number };

/** An element being walked, and the nodes of it that are still to come. */
type Frame = {
  readonly element: Element | null;
  readonly look: Look;
  readonly blockElement: Element;
  readonly extent: Extent | null;
  next: Node | null;
  /** What a slot shows instead of its own children. */
  readonly assigned: readonly Node[] | null;
  position: number;
};

/**
 * The text of a document as a reader sees it, from one walk of the rendered tree. Left out are scripts, styles,
 * form fields, ruby annotations, text that is not displayed, not visible or clipped away, and our own elements;
 * open shadow roots and slotted text are in. The walk keeps its own stack: pages nest deeper than ours goes.
 */
export function buildPageText(root: Document | Element | ShadowRoot, options: BuildPageTextOptions = {}): PageText {
  const walk = new TextWalk(root, options);
  walk.run();
  return createPageText(walk);
}

