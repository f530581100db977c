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

export type Selector = TextQuoteSelector | TextPositionSelector;

/** The quote selector of a target, or `null` for a target of another make. */
export function quoteSelectorOf(selectors: readonly Selector[]): TextQuoteSelector | null {
  return selectors.find((selector) => selector.type === 'TextQuoteSelector') ?? null;
}

/** The position selector of a target, or `null` when it has none. */
export function positionSelectorOf(selectors: readonly Selector[]): TextPositionSelector | null {
  return selectors.find((selector) => selector.type === 'TextPositionSelector') ?? null;
}
