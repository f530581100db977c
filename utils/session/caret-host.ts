import type { KeepChoice, Receipt } from '../messaging/protocol.ts';
import type { AnnotationKind, Colour } from '../model/annotation.ts';
import type { PageText, Span } from '../text/types.ts';

/** An annotation that stands on the page: its span is of the page text as it is now. */
export type PlacedMark = Span & {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
};

/** What walking the text asks of the page side; everything that it touches is handed in. */
export type CaretHost = {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** The page text as the page is now. */
  readonly readText: () => PageText;
  /** What stands on the page, in reading order. */
  readonly listPlaced: () => readonly PlacedMark[];
  /** The stretch of the article, `null` where the page is none. */
  readonly articleSpan: () => Promise<Span | null>;
  /** Keeps exactly this span, and says in the page that it is kept. */
  readonly keep: (
    choice: KeepChoice,
    span: Span,
    opensCard: boolean,
  ) => Promise<{ readonly id: string; readonly receipt: Receipt }>;
  /** Gives an annotation another passage, and says so. */
  readonly retarget: (id: string, span: Span) => Promise<Receipt>;
  readonly undo: (receipt: Receipt) => Promise<void>;
  /** Says in the page what was done elsewhere, with the way back, and shows it. */
  readonly tell: (done: 'changed' | 'deleted', receipt: Receipt) => Promise<void>;
  /** Says that there is no annotation to go to. */
  readonly tellNone: () => void;
  readonly tellFailure: (error: unknown) => void;
  /** `atNote`: to write a note at once. */
  readonly openCard: (id: string, atNote: boolean) => boolean;
  /** Draws the eye to an annotation until another is named, or none. */
  readonly emphasise: (id: string | null) => void;
  /** Shows a passage as it would be; `null` for none. */
  readonly preview: (ranges: readonly Range[] | null) => void;
  /** Called when something else is selected, or nothing any more. */
  readonly onSelected: (isEmpty: boolean) => void;
  /** The annotation that the reader went to last. */
  readonly walkedTo: () => string | null;
};
