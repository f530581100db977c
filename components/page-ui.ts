import type { Translator } from '../utils/i18n/translator.ts';
import type { KeepChoice, Receipt } from '../utils/messaging/protocol.ts';
import type { CaretStage } from '../utils/model/caret-stage.ts';
import type { FailureCode } from '../utils/model/failure.ts';
import type { Settings } from '../utils/model/settings.ts';
import type { WalkerProps } from './Walker.tsx';

/** Where something of ours belongs: the rectangle of the words it is about, in viewport pixels. */
export type Anchor = () => DOMRect | null;

/** What the page UI is made with. */
export type UiOptions = {
  readonly document: Document;
  readonly translator: Translator;
  readonly signal: AbortSignal;
  readonly onKeep: (choice: KeepChoice) => void;
  readonly onUndo: (receipt: Receipt) => void;
};

/** All that Pressmark shows in a page: toolbar, card, walker, toast. */
export type Ui = {
  /** Tells our element from the page's own. */
  readonly isOurs: (node: Node) => boolean;
  readonly showToolbar: (anchor: Anchor, ownTypes: readonly string[]) => void;
  readonly hideToolbar: () => void;
  readonly focusToolbar: () => boolean;
  readonly openCard: (id: string, anchor: Anchor) => void;
  readonly resizeCard: (height: number) => void;
  readonly closeCard: () => void;
  readonly openCardId: () => string | null;
  /** Shows where the reader is among the annotations; `null` takes it away, and the focus back. */
  readonly showWalker: (walker: WalkerProps | null) => void;
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
