/** A rectangle in pixels of the window, as `DOMRect` has it. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Words of the page as they stand in the window. */
export type Passage = {
  /** Around all of them. */
  readonly box: Box;
  /** The line that the reader looks at: where they ended to select. */
  readonly near: Box;
  /** Whether the reader selected from the end to the start. */
  readonly isBackward: boolean;
  readonly isRightToLeft: boolean;
};

export type PlaceOptions = {
  readonly passage: Passage;
  /** Of what is to be placed. */
  readonly size: { readonly width: number; readonly height: number };
  /** What the reader sees of the window. */
  readonly view: Box;
  /** `end`: centred on the point where the selection ended; `start`: flush with the line. */
  readonly align: 'start' | 'end';
  /** A finger and the handles of a selection are below the words and hide what is above them. */
  readonly isTouch?: boolean;
};

export type Place = { readonly left: number; readonly top: number; readonly isAway: boolean };

const gapPx = 8;
/** The handles that hang below a selection made by touch. */
const handlesPx = 24;
const edgePx = 8;

/**
 * Where something of ours stands beside words without covering them: below them, or above when they were selected
 * upwards or below is no room. `isAway` tells that none of the words is in view.
 */
export function placeBeside(options: PlaceOptions): Place {
  const { passage, size, view } = options;
  const left = keepBetween(leftOf(options), view.left + edgePx, view.right - edgePx - size.width);
  const isAway = passage.box.bottom < view.top || passage.box.top > view.bottom;
  return { left, top: topOf(options), isAway };
}

function topOf({ passage, size, view, isTouch = false }: PlaceOptions): number {
  const { box, near } = passage;
  const highest = view.top + edgePx;
  const lowest = view.bottom - edgePx - size.height;
  const below = box.bottom + (isTouch ? handlesPx : gapPx);
  const above = box.top - gapPx - size.height;
  const wanted = passage.isBackward && !isTouch ? [above, below] : [below, above];
  const fitting = wanted.find((top) => top >= highest && top <= lowest);
  if (fitting !== undefined) return fitting;
  // More is selected than the window shows: at the edge that leaves the line with its end free.
  const coversNear = near.bottom + gapPx > lowest && near.top < view.bottom;
  return coversNear ? highest : Math.max(highest, lowest);
}

function leftOf({ passage, size, align }: PlaceOptions): number {
  const { near, isBackward, isRightToLeft } = passage;
  if (align === 'start') return isRightToLeft ? near.right - size.width : near.left;
  return (isBackward === isRightToLeft ? near.right : near.left) - size.width / 2;
}

/** The lower bound wins where there is no room: what does not fit is cut off at its end. */
function keepBetween(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}
