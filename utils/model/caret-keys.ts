/** A step of the caret. `left` and `right` are what they are on the page, whichever way its script runs. */
export type CaretMove =
  | { readonly unit: 'character' | 'word'; readonly to: 'left' | 'right' }
  | { readonly unit: 'line'; readonly to: 'forward' | 'backward' | 'start' | 'end' }
  | { readonly unit: 'sentence' | 'paragraph'; readonly to: 'forward' | 'backward' }
  | { readonly unit: 'article'; readonly to: 'start' | 'end' };

/** The parts of a `KeyboardEvent` that tell what is meant. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'getModifierState'
>;

/** A key that walks; with `isSelecting`, what it walks over is selected. */
export type CaretStride = { readonly move: CaretMove; readonly isSelecting: boolean };

/** A key that moves one end of a passage. */
export type EdgeStride = { readonly edge: 'start' | 'end'; readonly move: CaretMove };

const arrows: Readonly<Record<string, CaretMove>> = {
  ArrowLeft: { unit: 'character', to: 'left' },
  ArrowRight: { unit: 'character', to: 'right' },
  ArrowUp: { unit: 'line', to: 'backward' },
  ArrowDown: { unit: 'line', to: 'forward' },
  Home: { unit: 'line', to: 'start' },
  End: { unit: 'line', to: 'end' },
};

/** The same keys with Ctrl, on a Mac with Alt. */
const farArrows: Readonly<Record<string, CaretMove>> = {
  ArrowLeft: { unit: 'word', to: 'left' },
  ArrowRight: { unit: 'word', to: 'right' },
  ArrowUp: { unit: 'paragraph', to: 'backward' },
  ArrowDown: { unit: 'paragraph', to: 'forward' },
  Home: { unit: 'article', to: 'start' },
  End: { unit: 'article', to: 'end' },
};

const nextSentence: CaretMove = { unit: 'sentence', to: 'forward' };
const previousSentence: CaretMove = { unit: 'sentence', to: 'backward' };

/**
 * What a key walks by, `null` for one that does not. Sentences are on the full stop and the comma, with Shift to
 * select: Tab stays what it is everywhere, the way to the buttons.
 */
export function strideOf(press: KeyPress, isMac: boolean): CaretStride | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = press;
  if (!ctrlKey && !altKey && !metaKey) {
    const near = arrows[key];
    return near === undefined ? sentenceStrideOf(press) : { move: near, isSelecting: shiftKey };
  }
  const isFar = isMac ? altKey && !ctrlKey && !metaKey : ctrlKey && !altKey && !metaKey;
  const far = isFar ? farArrows[key] : undefined;
  return far === undefined ? null : { move: far, isSelecting: shiftKey };
}

/** By the key's place first, since Shift makes other characters of it; on a French keyboard by the character. */
function sentenceStrideOf({ key, code, shiftKey }: KeyPress): CaretStride | null {
  if (code === 'Period') return { move: nextSentence, isSelecting: shiftKey };
  if (key === '.') return { move: nextSentence, isSelecting: false };
  if (code === 'Comma') return { move: previousSentence, isSelecting: shiftKey };
  return key === ',' ? { move: previousSentence, isSelecting: false } : null;
}

/** While a passage is changed: Shift moves its end, Ctrl+Shift its start, Alt besides by word. */
export function edgeStrideOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): EdgeStride | null {
  if (!shiftKey) return null;
  const move = (altKey ? farArrows : arrows)[key];
  if (move === undefined || move.unit === 'article' || move.unit === 'paragraph') return null;
  return { edge: ctrlKey || metaKey ? 'start' : 'end', move };
}

/**
 * The name of a key that stands alone, as settings have it; `null` with a modifier, so that the browser's own
 * shortcuts stay the browser's. What a keyboard reaches through AltGr, or Option on a Mac, stands alone too.
 */
export function singleKeyOf(press: KeyPress, isMac: boolean): string | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = press;
  const isThird = key.length === 1 && (press.getModifierState('AltGraph') || (isMac && altKey && !ctrlKey));
  if (metaKey || ((ctrlKey || altKey) && !isThird)) return null;
  // Shift with a letter is another key; with a digit or a bracket it is how some keyboards reach it.
  return shiftKey && (key.length > 1 || /\p{L}/u.test(key)) ? null : key;
}
