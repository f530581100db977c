/** The parts of a `KeyboardEvent` that tell which key the reader wants. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing'
>;

/** What a press means to somebody who is choosing a key; `waiting` while only modifiers are held. */
export type Choice<Refusal extends string> =
  | { readonly state: 'chosen'; readonly keys: string }
  | { readonly state: 'waiting' | 'cancelled' }
  | { readonly state: 'refused'; readonly reason: Refusal };

export type KeyRefusal = 'modifier' | 'moving' | 'unknown';
export type ChordRefusal = 'needsModifier' | 'tooMany' | 'unknown';

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'OS', 'CapsLock', 'NumLock', 'Fn']);

/** Keys with names that may stand for an act; all others with a name belong to the browser or to the caret. */
const namedKeys = new Set(['Enter', 'Delete', 'Insert']);

/** Keys by which one walks through the text. */
const movingKeys = new Set([' ', '.', ',', 'Home', 'End', 'PageUp', 'PageDown']);

/**
 * The single key that a press chooses for an act on the page: Escape and Tab leave things as they are, Backspace
 * chooses none (`''`).
 */
export function chooseKey(press: KeyPress): Choice<KeyRefusal> {
  const { key } = press;
  const early = readOffAndCancel(press);
  if (early !== null) return early;
  if (modifiers.has(key)) return { state: 'waiting' };
  if (press.ctrlKey || press.altKey || press.metaKey) return { state: 'refused', reason: 'modifier' };
  if (movingKeys.has(key) || key.startsWith('Arrow')) return { state: 'refused', reason: 'moving' };
  const isCharacter = /^.$/u.test(key.normalize('NFC'));
  if (press.isComposing || !(isCharacter || namedKeys.has(key)))
    return { state: 'refused', reason: 'unknown' };
  return { state: 'chosen', keys: isCharacter ? key.normalize('NFC').toLocaleLowerCase() : key };
}

/** Keys as the manifest's `commands` name them, where `KeyboardEvent` has another name. */
const chordNames: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};
const sameInChords = new Set(['Home', 'End', 'PageUp', 'PageDown', 'Insert', 'Delete']);

/**
 * The chord that a press chooses for a command of the browser, such as `Alt+Shift+M`. What browsers take: one or two
 * modifiers, Shift not alone, and a key; function keys also by themselves. Source: MDN, `commands`, "Shortcut values".
 */
export function chooseChord(press: KeyPress, isMac: boolean): Choice<ChordRefusal> {
  const early = hasModifier(press) ? null : readOffAndCancel(press);
  if (early !== null) return early;
  if (modifiers.has(press.key)) return { state: 'waiting' };
  const key = nameInChords(press);
  if (key === null || (press.metaKey && !isMac)) return { state: 'refused', reason: 'unknown' };
  const held = [
    press.ctrlKey ? (isMac ? 'MacCtrl' : 'Ctrl') : '',
    press.altKey ? 'Alt' : '',
    press.metaKey ? 'Command' : '',
    press.shiftKey ? 'Shift' : '',
  ].filter((name) => name !== '');
  if (held.length > 2) return { state: 'refused', reason: 'tooMany' };
  if (!hasModifier(press) && !/^F\d+$/u.test(key)) return { state: 'refused', reason: 'needsModifier' };
  return { state: 'chosen', keys: [...held, key].join('+') };
}

function hasModifier({ ctrlKey, altKey, metaKey }: KeyPress): boolean {
  return ctrlKey || altKey || metaKey;
}

function readOffAndCancel({ key }: KeyPress): Choice<never> | null {
  if (key === 'Escape' || key === 'Tab') return { state: 'cancelled' };
  return key === 'Backspace' ? { state: 'chosen', keys: '' } : null;
}

/** Alt and Shift make other characters of a key, so the key's place counts where the character is none of ours. */
function nameInChords({ key, code }: KeyPress): string | null {
  if (/^[a-z0-9]$/iu.test(key)) return key.toUpperCase();
  if (Object.hasOwn(chordNames, key)) return chordNames[key] ?? null;
  if (sameInChords.has(key) || /^F(?:[1-9]|1[0-2])$/u.test(key)) return key;
  if (code === 'Comma' || code === 'Period' || code === 'Space') return code;
  return /^(?:Key([A-Z])|Digit(\d))$/u.exec(code)?.slice(1).join('') ?? null;
}
