/** A stretch of a text, `[start, end)` in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

/** What was found in a text; without `speaker` where an engine names none. */
export type Found = Span & {
  readonly kind: string;
  readonly speaker?: Span;
  readonly cue?: Span;
  readonly confidence?: number;
};

/** A quotation as annotated. `source` and `cue` are lists of `[start, end)`. */
export type GoldQuote = Span & {
  readonly kind: string;
  readonly source: readonly (readonly [number, number])[];
  readonly cue: readonly (readonly [number, number])[];
};

/** A text of the corpus with all that is attributed in it, quoted or not. */
export type GoldText = {
  readonly set: string;
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
  readonly contents: readonly (readonly [number, number])[];
};

/** One line of the output file. */
export type Row = {
  readonly set: string;
  readonly id: string;
  readonly lang: string;
  readonly engine: string;
  readonly ms: number;
  readonly words: number;
  readonly quotes: readonly Found[];
};
