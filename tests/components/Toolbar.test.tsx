// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Toolbar, type ToolbarProps } from '../../components/Toolbar.tsx';
import { clear, find, key, nameOf, press, show } from './stage.tsx';

const onKeep = vi.fn<ToolbarProps['onKeep']>();
const onName = vi.fn<ToolbarProps['onName']>();
const onCopy = vi.fn<ToolbarProps['onCopy']>();
const onGrow = vi.fn<() => void>();
const onClose = vi.fn<() => void>();

afterEach(() => {
  clear();
  vi.clearAllMocks();
});

function open(props: Partial<ToolbarProps> = {}): HTMLElement {
  const acts = { onKeep, onName, onCopy, onGrow, onClose };
  return show(<Toolbar ownTypes={['Tàu']} focusRequest={0} {...acts} {...props} />);
}

const rest = [
  'Highlight with a note',
  'Highlight with tags',
  'Whole sentences',
  'Copy the words',
  'Copy a link to the passage',
];
const names = (stage: HTMLElement): string[] => [...stage.querySelectorAll('button')].map(nameOf);
const focused = (): string => (document.activeElement === null ? '' : nameOf(document.activeElement));

describe('Toolbar', () => {
  it('offers the colours, then quote and entity, then the rest', () => {
    expect(names(open())).toEqual([
      'Highlight in yellow',
      'Highlight in green',
      'Highlight in blue',
      'Highlight in pink',
      'Highlight in purple',
      'Quote',
      'Entity',
      ...rest,
    ]);
  });

  it('puts the less used acts behind "More" where there is no room', () => {
    const stage = open({ isNarrow: true });
    expect(names(stage).slice(5)).toEqual(['Quote', 'Entity', 'Highlight with a note', 'More']);
    press('More');
    expect(names(stage)).toEqual(rest.slice(1));
    expect(focused()).toBe('Highlight with tags');
    key('Escape');
    expect(focused()).toBe('More');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('offers to grow to sentences and to add a piece only where that can be done', () => {
    expect(names(open({ onGrow: undefined }))).not.toContain('Whole sentences');
    const onAddPiece = vi.fn<() => void>();
    open({ onAddPiece });
    press('Add to the quote');
    press('Whole sentences');
    expect(onAddPiece).toHaveBeenCalledTimes(1);
    expect(onGrow).toHaveBeenCalledTimes(1);
  });

  it('keeps a highlight and goes on with its note or its tags', () => {
    open();
    press('Highlight with a note');
    press('Highlight with tags');
    const kept = { kind: 'highlight', colour: 'yellow' };
    expect(onKeep.mock.calls).toEqual([
      [kept, 'note'],
      [kept, 'tags'],
    ]);
  });

  it('copies the words, or a link that leads to them', () => {
    open();
    press('Copy the words');
    press('Copy a link to the passage');
    expect(onCopy.mock.calls).toEqual([['words'], ['link']]);
    expect(onKeep).not.toHaveBeenCalled();
  });

  it('opens the place to name an entity, and keeps nothing yet', () => {
    open();
    press('Entity');
    press('Find or name…');
    expect(onName).toHaveBeenCalledTimes(1);
    expect(onKeep).not.toHaveBeenCalled();
  });

  it('leaves the focus where it is until it is asked for', () => {
    const stage = open();
    expect(stage.contains(document.activeElement)).toBe(false);
    open({ focusRequest: 1 });
    expect(focused()).toBe('Highlight in yellow');
  });

  const walks: Record<string, [string[], string]> = {
    'to the right': [['ArrowRight', 'ArrowRight'], 'Highlight in blue'],
    'down as to the right': [['ArrowDown'], 'Highlight in green'],
    'back to the left': [['ArrowRight', 'ArrowRight', 'ArrowLeft'], 'Highlight in green'],
    'up as to the left': [['ArrowRight', 'ArrowUp'], 'Highlight in yellow'],
    'over the end to the start': [['ArrowLeft', 'ArrowRight'], 'Highlight in yellow'],
    'over the start to the end': [['ArrowLeft'], 'Copy a link to the passage'],
    'to the end at once': [['End'], 'Copy a link to the passage'],
    'to the start at once': [['End', 'Home'], 'Highlight in yellow'],
  };
  it.each(Object.entries(walks))('walks %s with the arrow keys', (_, [keys, name]) => {
    open({ focusRequest: 1 });
    expect(keys.map((one) => key(one))).toEqual(keys.map(() => true));
    expect(focused()).toBe(name);
  });

  it.each([
    ['ArrowRight', 'Highlight in yellow'],
    ['ArrowLeft', 'Copy a link to the passage'],
  ])('enters with %s at the nearest end when no button has the focus', (arrow, name) => {
    open();
    find('[role=toolbar]', 'Pressmark: keep the selection').focus();
    key(arrow);
    expect(focused()).toBe(name);
  });

  it('leaves other keys to the page', () => {
    open({ focusRequest: 1 });
    expect([key('a'), key('Tab'), key('Enter')]).toEqual([false, false, false]);
    expect(focused()).toBe('Highlight in yellow');
  });

  it('keeps the selection as what was pressed', () => {
    open();
    press('Highlight in pink');
    press('Quote');
    expect(onKeep.mock.calls).toEqual([
      [{ kind: 'highlight', colour: 'pink' }],
      [{ kind: 'quote', colour: 'blue' }],
    ]);
  });

  it('asks for the type of an entity, the reader’s own among them', () => {
    const stage = open();
    press('Entity');
    expect(names(stage)).toEqual([
      'Find or name…',
      'Person',
      'Organisation',
      'Place',
      'Event',
      'Work',
      'Date',
      'Amount',
      'Other',
      'Tàu',
    ]);
    expect(focused()).toBe('Find or name…');
    expect(onKeep).not.toHaveBeenCalled();
    press('Tàu');
    expect(onKeep).toHaveBeenCalledExactlyOnceWith({
      kind: 'entity',
      colour: 'green',
      subject: { name: '', type: 'Tàu' },
    });
  });

  it('goes back one layer with each Escape', () => {
    const stage = open({ focusRequest: 1 });
    press('Entity');
    expect(key('Escape')).toBe(true);
    expect(names(stage)).toContain('Quote');
    expect(onClose).not.toHaveBeenCalled();
    expect(key('Escape')).toBe(true);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('keeps the focus inside when Escape takes the types away', () => {
    const stage = open();
    press('Entity');
    key('Escape');
    expect(stage.contains(document.activeElement)).toBe(true);
    expect(focused()).toBe('Entity');
  });

  it('keeps a press from taking the page’s selection away', () => {
    const stage = open();
    const events = ['pointerdown', 'mousedown'].map(
      (name) => new MouseEvent(name, { bubbles: true, cancelable: true }),
    );
    for (const event of events) stage.querySelector('button')?.dispatchEvent(event);
    expect(events.map((event) => event.defaultPrevented)).toEqual([true, true]);
  });
});
