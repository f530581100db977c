import type { CaretMove } from '../model/caret-keys.ts';
import type { PageText, Span } from '../text/types.ts';
import { caretAt, stopNear, unitAt, walkCaret, type Caret } from '../text/walk-caret.ts';
import { edgeOfLine, isRightToLeft, offsetInNextLine, rectOfCaret } from './caret-geometry.ts';

/** What a step is taken on. */
export type StepGround = {
  readonly pageText: PageText;
  /** The stretch of the article; all of the text where it is `null`. */
  readonly article: Span | null;
};

/** Takes steps of the caret, one after the other. */
export type CaretSteps = {
  /** Where the caret is after a step. With `isSelecting` its other end stays. */
  readonly take: (ground: StepGround, from: Caret, move: CaretMove, isSelecting: boolean) => Caret;
};

/** Steps that remember where a walk by lines began: it goes straight down over short lines. */
export function createCaretSteps(): CaretSteps {
  /** In window pixels. */
  let goalX: number | null = null;

  function takeLine(pageText: PageText, from: number, to: 'forward' | 'backward'): number {
    goalX ??= rectOfCaret(pageText, from)?.x ?? 0;
    return offsetInNextLine(pageText, from, to, goalX);
  }

  return {
    take({ pageText, article }, from, move, isSelecting) {
      if (move.unit === 'line' && move.to !== 'start' && move.to !== 'end') {
        return extend(from, takeLine(pageText, from.focus, move.to), isSelecting);
      }
      goalX = null;
      if (move.unit === 'line') {
        const to = move.to === 'end' ? 'end' : 'start';
        return extend(from, edgeOfLine(pageText, from.focus, to), isSelecting);
      }
      if (move.unit === 'article') {
        const span = article ?? { start: 0, end: pageText.raw.length };
        return extend(from, stopNear(pageText, span[move.to]) ?? 0, isSelecting);
      }
      const isSideways = move.to === 'left' || move.to === 'right';
      const to = isSideways ? wayOf(pageText, from.focus, move.to) : move.to;
      return walkCaret(pageText, from, { unit: move.unit, to }, isSelecting);
    },
  };
}

/** What a step went to, to be told to those who do not see it. `before`: where the caret was. */
export function spanToSay(pageText: PageText, move: CaretMove, focus: number, before: number): Span | null {
  if (move.unit === 'line') {
    return { start: edgeOfLine(pageText, focus, 'start'), end: edgeOfLine(pageText, focus, 'end') };
  }
  if (move.unit === 'article') return unitAt(pageText, focus, 'sentence');
  // Forward by word the caret stands behind the word.
  const isBehind = move.unit === 'word' && focus > before;
  return unitAt(pageText, isBehind ? focus - 1 : focus, move.unit);
}

function wayOf(pageText: PageText, offset: number, to: 'left' | 'right'): 'forward' | 'backward' {
  return (to === 'right') === isRightToLeft(pageText, offset) ? 'backward' : 'forward';
}

function extend({ anchor }: Caret, focus: number, isSelecting: boolean): Caret {
  return isSelecting ? { anchor, focus } : caretAt(focus);
}
