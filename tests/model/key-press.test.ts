import { describe, expect, it } from 'vitest';
import { chooseChord, chooseKey, type KeyPress } from '../../utils/model/key-press.ts';

function pressed(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: '',
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    isComposing: false,
    ...more,
  };
}

describe('chooseKey', () => {
  const chosen: Record<string, [KeyPress, string]> = {
    'a letter': [pressed('g'), 'g'],
    'a capital letter': [pressed('G', { shiftKey: true }), 'g'],
    'a digit': [pressed('7'), '7'],
    'a sign that needs Shift': [pressed('?', { shiftKey: true }), '?'],
    'a Vietnamese letter in two parts': [pressed('ơ'.normalize('NFD')), 'ơ'],
    'a letter of two units': [pressed('𝔞'), '𝔞'],
    Enter: [pressed('Enter'), 'Enter'],
    Delete: [pressed('Delete'), 'Delete'],
    'no key, by Backspace': [pressed('Backspace'), ''],
  };
  it.each(Object.entries(chosen))('takes %s', (_, [press, keys]) => {
    expect(chooseKey(press)).toEqual({ state: 'chosen', keys });
  });

  it.each(['Escape', 'Tab'])('leaves everything as it is on %s', (key) => {
    expect(chooseKey(pressed(key))).toEqual({ state: 'cancelled' });
  });

  it.each(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])('waits while %s is held', (key) => {
    expect(chooseKey(pressed(key))).toEqual({ state: 'waiting' });
  });

  const refused: Record<string, [KeyPress, string]> = {
    'a key with Ctrl': [pressed('g', { ctrlKey: true }), 'modifier'],
    'a key with Alt': [pressed('g', { altKey: true }), 'modifier'],
    'a key with Command': [pressed('g', { metaKey: true }), 'modifier'],
    'an arrow': [pressed('ArrowLeft'), 'moving'],
    'the space': [pressed(' '), 'moving'],
    'the full stop': [pressed('.'), 'moving'],
    'a function key': [pressed('F5'), 'unknown'],
    'a dead key': [pressed('Dead'), 'unknown'],
    'a letter that is still being composed': [pressed('a', { isComposing: true }), 'unknown'],
  };
  it.each(Object.entries(refused))('refuses %s', (_, [press, reason]) => {
    expect(chooseKey(press)).toEqual({ state: 'refused', reason });
  });
});

describe('chooseChord', () => {
  const chosen: Record<string, [KeyPress, string]> = {
    'Alt and Shift with a letter': [
      pressed('M', { altKey: true, shiftKey: true, code: 'KeyM' }),
      'Alt+Shift+M',
    ],
    'a digit that Shift makes a sign of': [
      pressed('!', { ctrlKey: true, shiftKey: true, code: 'Digit1' }),
      'Ctrl+Shift+1',
    ],
    'a letter of another script by its place': [pressed('м', { altKey: true, code: 'KeyV' }), 'Alt+V'],
    'a named key': [pressed('ArrowUp', { ctrlKey: true }), 'Ctrl+Up'],
    'the comma': [pressed(',', { ctrlKey: true }), 'Ctrl+Comma'],
    'two modifiers without Shift': [pressed('k', { ctrlKey: true, altKey: true }), 'Ctrl+Alt+K'],
    'a function key alone': [pressed('F9'), 'F9'],
    'no shortcut, by Backspace': [pressed('Backspace'), ''],
  };
  it.each(Object.entries(chosen))('takes %s', (_, [press, keys]) => {
    expect(chooseChord(press, false)).toEqual({ state: 'chosen', keys });
  });

  it('knows the keys of a Mac by their names there', () => {
    expect(chooseChord(pressed('j', { ctrlKey: true }), true)).toEqual({
      state: 'chosen',
      keys: 'MacCtrl+J',
    });
    expect(chooseChord(pressed('j', { metaKey: true, shiftKey: true }), true)).toEqual({
      state: 'chosen',
      keys: 'Command+Shift+J',
    });
  });

  const refused: Record<string, [KeyPress, string]> = {
    'a letter alone': [pressed('m'), 'needsModifier'],
    'Shift as the only modifier': [pressed('M', { shiftKey: true }), 'needsModifier'],
    'three modifiers': [pressed('m', { ctrlKey: true, altKey: true, shiftKey: true }), 'tooMany'],
    'a key that no shortcut has': [pressed('ß', { altKey: true, code: 'Minus' }), 'unknown'],
    'the Windows key': [pressed('m', { metaKey: true }), 'unknown'],
  };
  it.each(Object.entries(refused))('refuses %s', (_, [press, reason]) => {
    expect(chooseChord(press, false)).toEqual({ state: 'refused', reason });
  });
});
