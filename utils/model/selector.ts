/** W3C TextQuoteSelector: the words themselves and the words around them, as in the page text. */
export type TextQuoteSelector = {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

/** W3C TextPositionSelector: offsets into the page text, in UTF-16 code units. */
export type TextPositionSelector = {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
};

/**
 * Pressmark's own refinement of the two: what tells the passage from its likes and its loss from its change.
 * Tools that don't know it lose nothing they had before. White space is collapsed, with a line break between blocks.
 */
export type PressmarkTextSelector = {
  readonly type: 'PressmarkTextSelector';
  /** Name of the block element that the passage begins in: `p`, `h2`, `figcaption`. */
  readonly role: string;
  /** The words before the passage, farther back than the quote's prefix. */
  readonly before: string;
  /** The words behind the passage. */
  readonly after: string;
  /** The end of the block before the passage's own, when `before` does not reach it. */
  readonly previous: NearbyText | null;
  /** The beginning of the block behind the passage's own, when `after` does not reach it. */
  readonly next: NearbyText | null;
  /** Other places of the page that read alike. */
  readonly rivals: readonly Rival[];
};

/** Words of a neighbouring block, and how many tokens lie between them and the passage. */
export type NearbyText = { readonly text: string; readonly distance: number };

/** A place of the page that a passage could be mistaken for. */
export type Rival = {
  /** Which part of the passage's words it has as well: 1 for a verbatim copy. */
  readonly likeness: number;
  /** Where it begins, counted from the passage's beginning in the folded page text; older annotations don't know. */
  readonly distance?: number;
  /**
   * Where it shares most of the passage's surroundings: the tokens of these that it does not share, counted from the
   * passage's first.
   */
  readonly unlike?: readonly number[];
  /** Words in it and around it that are not in and around the passage. */
  readonly words: readonly string[];
};

/** A way to find a passage again; a target has several that lead to the same place. */
export type Selector = TextQuoteSelector | TextPositionSelector | PressmarkTextSelector;

/** The quote selector of a target, or `null` for a target of another make. */
export function quoteSelectorOf(selectors: readonly Selector[]): TextQuoteSelector | null {
  return selectors.find((selector) => selector.type === 'TextQuoteSelector') ?? null;
}

/** The position selector of a target, or `null` when it has none. */
export function positionSelectorOf(selectors: readonly Selector[]): TextPositionSelector | null {
  return selectors.find((selector) => selector.type === 'TextPositionSelector') ?? null;
}

/** Pressmark's refinement of a target, or `null` when another tool or an older version made it. */
export function refinementOf(selectors: readonly Selector[]): PressmarkTextSelector | null {
  return selectors.find((selector) => selector.type === 'PressmarkTextSelector') ?? null;
}
