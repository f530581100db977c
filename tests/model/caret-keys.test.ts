import { describe, expect, it } from 'vitest';
import { edgeStrideOf, singleKeyOf, strideOf, type KeyPress } from '../../utils/model/caret-keys.ts';

/** A press by its name, as in `Control+Shift+ArrowLeft`; `third` is AltGr. */
function press(chord: string, { code = '', third = false } = {}): KeyPress {
  const names = chord.split(/(?<=.)\+(?=.)/u);
  return {
    key: names.at(-1) ?? '',
    code,
    ctrlKey: names.includes('Control'),
    shiftKey: names.includes('Shift'),
    altKey: names.includes('Alt'),
    metaKey: names.includes('Meta'),
    getModifierState: (name) => name === 'AltGraph' && third,
  };
}

describe('strideOf', () => {
  const strides: Record<string, string> = {
    ArrowLeft: 'character left',
    'Shift+ArrowRight': 'character right, selecting',
    ArrowDown: 'line forward',
    Home: 'line start',
    'Control+ArrowLeft': 'word left',
    'Control+Shift+ArrowRight': 'word right, selecting',
    'Control+ArrowUp': 'paragraph backward',
    'Control+Shift+End': 'article end, selecting',
    '.': 'sentence forward',
    ',': 'sentence backward',
    'Alt+ArrowLeft': 'nothing',
    'Meta+ArrowLeft': 'nothing',
    'Control+Alt+ArrowLeft': 'nothing',
    'Control+.': 'nothing',
    Tab: 'nothing',
    a: 'nothing',
    F5: 'nothing',
  };
  const tell = (chord: KeyPress, isMac: boolean): string => {
    const stride = strideOf(chord, isMac);
    if (stride === null) return 'nothing';
    return `${stride.move.unit} ${stride.move.to}${stride.isSelecting ? ', selecting' : ''}`;
  };

  it.each(Object.entries(strides))('reads %s as %s', (chord, stride) => {
    expect(tell(press(chord), false)).toBe(stride);
  });

  it('takes Option on a Mac for what is Ctrl elsewhere', () => {
    expect(tell(press('Alt+Shift+ArrowRight'), true)).toBe('word right, selecting');
    expect(tell(press('Alt+ArrowDown'), true)).toBe('paragraph forward');
    expect(tell(press('Control+ArrowLeft'), true)).toBe('nothing');
  });

  it('knows the keys of sentences by their place where Shift makes others of them', () => {
    expect(tell(press('Shift+>', { code: 'Period' }), false)).toBe('sentence forward, selecting');
    expect(tell(press('Shift+<', { code: 'Comma' }), false)).toBe('sentence backward, selecting');
    expect(tell(press('Shift+.', { code: 'Comma' }), false)).toBe('sentence forward');
    expect(tell(press(',', { code: 'KeyM' }), false)).toBe('sentence backward');
  });
});

describe('edgeStrideOf', () => {
  const strides: Record<string, string> = {
    'Shift+ArrowLeft': 'end by character left',
    'Control+Shift+ArrowRight': 'start by character right',
    'Meta+Shift+ArrowRight': 'start by character right',
    'Alt+Shift+ArrowLeft': 'end by word left',
    'Control+Alt+Shift+ArrowLeft': 'start by word left',
    'Shift+ArrowDown': 'end by line forward',
    'Shift+End': 'end by line end',
    'Alt+Shift+End': 'nothing',
    'Alt+Shift+ArrowDown': 'nothing',
    ArrowLeft: 'nothing',
    'Shift+a': 'nothing',
  };
  it.each(Object.entries(strides))('reads %s as %s', (chord, wanted) => {
    const stride = edgeStrideOf(press(chord));
    const told = stride === null ? 'nothing' : `${stride.edge} by ${stride.move.unit} ${stride.move.to}`;
    expect(told).toBe(wanted);
  });
});

describe('singleKeyOf', () => {
  it('is the key where it stands alone', () => {
    expect(singleKeyOf(press('q'), false)).toBe('q');
    expect(singleKeyOf(press('Delete'), false)).toBe('Delete');
  });

  it('leaves chords to the browser', () => {
    const chords = ['Control+q', 'Meta+c', 'Alt+1', 'Shift+Q', 'Shift+Enter'];
    expect(chords.map((chord) => singleKeyOf(press(chord), false))).toEqual(chords.map(() => null));
  });

  it('takes what a keyboard reaches by Shift, AltGr or Option only', () => {
    expect(singleKeyOf(press('Shift+1'), false)).toBe('1');
    expect(singleKeyOf(press('Control+Alt+[', { third: true }), false)).toBe('[');
    expect(singleKeyOf(press('Alt+['), true)).toBe('[');
  });
});
