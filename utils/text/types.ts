/** A rendered text node and where its characters stand in the page text. */
export type TextSegment = {
  readonly node: Text;
  /** Offset of the node's first character in `PageText.raw` (UTF-16 code units). */
  readonly start: number;
  /** Length of the node's data in UTF-16 code units. */
  readonly length: number;
};

/** A stretch of the page text between two block breaks. `[start, end)` in UTF-16 code units of `raw`. */
export type TextBlock = {
  readonly start: number;
  readonly end: number;
  /** The innermost block-level element around the text. */
  readonly element: Element;
};

/** A half-open stretch `[start, end)` in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

/** A place in the live document. */
export type TextPlace = { readonly node: Text; readonly offset: number };

/** Which neighbour to answer with when a place lies between two characters of the page text. */
export type Bias = 'forward' | 'backward';

/**
 * A string as it is compared: NFC, white space runs as one space, typographic quotes and dashes
 * folded, soft hyphens and zero-width characters dropped. Case is kept.
 */
export type FoldedText = {
  readonly text: string;
  /** The raw span behind a folded span, widened to grapheme boundaries of the raw string. */
  readonly toRaw: (span: Span) => Span;
  /** The folded offset of a raw offset; inside a dropped or composed character, the offset before it. */
  readonly fromRaw: (rawOffset: number) => number;
};

/**
 * The text of a document as a reader sees it, and the maps between its offsets and the live nodes.
 * Built once by one walk; it does not follow later changes of the document.
 */
export type PageText = {
  /** Node data in reading order, verbatim, with one line break between blocks. */
  readonly raw: string;
  /** `raw` folded for comparison; built on first use. */
  readonly folded: FoldedText;
  readonly segments: readonly TextSegment[];
  readonly blocks: readonly TextBlock[];
  /** The page-text offset of a boundary point, `null` when no text lies on that side of it. */
  readonly offsetOf: (node: Node, offset: number, bias: Bias) => number | null;
  /** The live place of an offset, `null` outside of the text. */
  readonly placeOf: (offset: number, bias: Bias) => TextPlace | null;
  /** The stretch of all text inside a node, `null` when nothing of it is in the page text. */
  readonly spanOf: (node: Node) => Span | null;
  /** Whether an element was walked: it is displayed, though perhaps without text. */
  readonly isShown: (element: Element) => boolean;
  /** One `Range` per text node touched by the span, in reading order; empty for an empty span. */
  readonly rangesOf: (span: Span) => Range[];
};
