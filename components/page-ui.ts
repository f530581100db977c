import type { Translator } from '../utils/i18n/translator.ts';
import type { Receipt } from '../utils/messaging/protocol.ts';
import type { CaretStage } from '../utils/model/caret-stage.ts';
import type { FailureCode } from '../utils/model/failure.ts';
import type { AnnotationKind, Colour } from '../utils/model/annotation.ts';
import type { Selector } from '../utils/model/selector.ts';
import type { CardField, ToolbarCallbacks } from './ToolbarActs.tsx';
import type { Settings } from '../utils/model/settings.ts';
import type { WalkerProps } from './Walker.tsx';

/** The words that something of ours is about, and belongs beside; `isBackward`: selected from their end. */
export type Anchor = () => { readonly ranges: readonly Range[]; readonly isBackward?: boolean } | null;

/** What has the focus in a card when it opens: a field, or the button that led to it. */
export type CardStart = CardField | 'previous' | 'next';

/** What the page UI is made with. */
export type UiOptions = {
  readonly document: Document;
  readonly translator: Translator;
  readonly signal: AbortSignal;
  readonly onKeep: ToolbarCallbacks['onKeep'];
  /** Grows the selection to whole sentences. */
  readonly onGrow?: () => void;
  /** The selected words and the selectors that lead to them; `null` when nothing is selected any more. */
  readonly readSelection: () => { readonly exact: string; readonly selector: readonly Selector[] } | null;
  readonly onUndo: (receipt: Receipt) => void;
  /**
   * Shows an annotation in its own way, in the place of the card; false when it cannot. Only where the page is ours,
   * so that nobody else hears what is typed.
   */
  readonly onCard?: (id: string, anchor: Anchor) => boolean;
  /** The id of the quote that the selection can be added to, `null` when there is none. */
  readonly pieceGoal: () => string | null;
  readonly onAddPiece: (id: string) => void;
  /** What is painted, for the strip. */
  readonly readMarks: () => readonly StripMark[];
  readonly onGoTo: (id: string) => void;
};

/** An annotation as it is on the page. */
export type StripMark = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly ranges: readonly Range[];
};

/** All that Pressmark shows in a page: toolbar, card, walker, toast. */
export type Ui = {
  /** Tells our element from the page's own. */
  readonly isOurs: (node: Node) => boolean;
  readonly showToolbar: (anchor: Anchor, ownTypes: readonly string[], isTouch: boolean) => void;
  /** Takes away the toolbar; what it opened to name an entity only when told so. */
  readonly hideToolbar: (andNaming: boolean) => void;
  readonly focusToolbar: () => boolean;
  readonly openCard: (id: string, anchor: Anchor, goOnWith?: CardStart) => void;
  readonly resizeCard: (height: number) => void;
  readonly closeCard: () => void;
  readonly openCardId: () => string | null;
  /** Shows where the reader is among the annotations; `null` takes it away, and the focus back. */
  readonly showWalker: (walker: WalkerProps | null) => void;
  /** Shows where on the page its annotations are, as they are now; or takes that away. */
  readonly showStrip: (isShown: boolean) => void;
  readonly tell: (
    message: string,
    acts?: { readonly undo?: Receipt; readonly noteOn?: { id: string; anchor: Anchor } },
  ) => void;
  readonly tellFailure: (code: FailureCode) => void;
  readonly caret: CaretStage;
  /** Takes on what the reader decided: theme, colour names, language. */
  readonly follow: (settings: Settings) => void;
};

/** Makes the page UI. */
export type CreateUi = (options: UiOptions) => Ui;

/**
 * Where the script with the page's UI leaves it for the script that reads the page. They share a world that the
 * page cannot reach; a symbol is the one kind of key that an element of the page cannot be found under.
 */
const key = Symbol.for('pressmark page ui');

export function provideUi(createUi: CreateUi): void {
  Reflect.set(globalThis, key, createUi);
}

/** The UI that was left, `null` as long as its script has not run. */
export function findUi(): CreateUi | null {
  return (Reflect.get(globalThis, key) as CreateUi | undefined) ?? null;
}
