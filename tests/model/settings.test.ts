import { describe, expect, it } from 'vitest';
import { actOfKey, assignKey, defaultPageKeys, pageActs } from '../../utils/model/page-keys.ts';
import { applySettings, defaultSettings, parseSettings } from '../../utils/model/settings.ts';

describe('parseSettings', () => {
  it.each([undefined, null, 'dark', [], 7])('takes %j for nothing decided yet', (stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings);
  });

  it('keeps what it knows and drops what it does not', () => {
    const stored = { theme: 'dark', language: 'klingon', showsStrip: false, telemetry: true };
    expect(parseSettings(stored)).toEqual({ ...defaultSettings, theme: 'dark', showsStrip: false });
  });

  it('gives acts that are newer than the stored keys their usual key', () => {
    expect(parseSettings({ keys: { keepQuote: 'k' } }).keys).toEqual({ ...defaultPageKeys, keepQuote: 'k' });
  });

  it('keeps a key that was switched off', () => {
    expect(parseSettings({ keys: { copy: '' } }).keys.copy).toBe('');
  });
});

describe('applySettings', () => {
  it('leaves alone what a change does not name', () => {
    const named = applySettings(defaultSettings, { colourNames: { pink: 'hỏi lại' }, theme: 'dark' });
    const both = applySettings(named, { colourNames: { blue: 'số liệu' } });
    expect(both).toEqual({
      ...defaultSettings,
      theme: 'dark',
      colourNames: { pink: 'hỏi lại', blue: 'số liệu' },
    });
  });

  it('takes an empty colour name for the usual one', () => {
    const named = applySettings(defaultSettings, { colourNames: { pink: 'hỏi lại' } });
    expect(applySettings(named, { colourNames: { pink: ' ' } }).colourNames).toEqual({});
  });
});

describe('page keys', () => {
  it('are one for each act', () => {
    const keys = pageActs.map((act) => defaultPageKeys[act].toLowerCase());
    expect(new Set(keys).size).toBe(pageActs.length);
  });

  it('are found in either case', () => {
    expect(actOfKey(defaultPageKeys, 'Q')).toBe('keepQuote');
    expect(actOfKey(defaultPageKeys, 'x')).toBeNull();
  });

  it('are never found where they are switched off', () => {
    expect(actOfKey({ ...defaultPageKeys, copy: '' }, '')).toBeNull();
  });

  it('go from the act that had them to the one they are given to', () => {
    expect(assignKey(defaultPageKeys, 'copy', 'q')).toEqual({ keepQuote: '', copy: 'q' });
    expect(assignKey(defaultPageKeys, 'copy', 'c')).toEqual({ copy: 'c' });
    expect(assignKey(defaultPageKeys, 'copy', '')).toEqual({ copy: '' });
  });
});
