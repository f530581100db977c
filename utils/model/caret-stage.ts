/** Draws what belongs to the caret above the page. */
export type CaretStage = {
  /** Puts the frame that hears the keys into the page and gives it the focus; `null` takes it and all else away. */
  readonly showKeys: (id: string | null) => void;
  /** Gives the frame the focus again. */
  readonly focusKeys: () => unknown;
  readonly resizeKeys: (height: number) => void;
  /** Draws the caret where `anchor` says, as often as the page moves. */
  readonly drawCaret: (anchor: (() => DOMRect | null) | null) => void;
  /** Draws two handles to drag. */
  readonly drawHandles: (handles: HandlesProps | null) => void;
};

/** An end of a passage that is being changed. */
export type Edge = 'start' | 'end';

export type HandlesProps = {
  /** Where an end stands in the window, as a rectangle without width. */
  readonly anchorOf: (edge: Edge) => DOMRect | null;
  /** The pointer has an end at a point of the text; `byCharacter`: not only to ends of words. */
  readonly onDrag: (
    edge: Edge,
    point: { readonly x: number; readonly y: number },
    byCharacter: boolean,
  ) => void;
  readonly onDrop: () => void;
};
