// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { HistoryButtons } from '../../components/HistoryButtons.tsx';
import { clear, find, show } from './stage.tsx';

afterEach(clear);

const both = { undo: 'deleting “the levy”', redo: 'keeping “the boats”' };

function stage(part: Partial<typeof both> | { undo: null; redo: null } = {}): { did: string[] } {
  const did: string[] = [];
  show(
    <>
      <input aria-label="Note" />
      <HistoryButtons {...both} {...part} onUndo={() => did.push('undo')} onRedo={() => did.push('redo')} />
    </>,
  );
  return { did };
}

function press(
  key: string,
  init: KeyboardEventInit = {},
  target: EventTarget = document.body,
): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

describe('HistoryButtons', () => {
  it('says what each step would undo or do again', () => {
    const { did } = stage();
    find('button', 'Undo deleting “the levy”').click();
    find('button', 'Redo keeping “the boats”').click();
    expect(did).toEqual(['undo', 'redo']);
  });

  it('keeps the focus, and does nothing, where there is no step', () => {
    const { did } = stage({ undo: null, redo: null });
    const button = find('button', 'Nothing to undo');
    button.focus();
    button.click();
    press('z', { ctrlKey: true });
    expect([did, document.activeElement === button]).toEqual([[], true]);
  });

  it.each([
    ['Ctrl+Z', 'z', { ctrlKey: true }, 'undo'],
    ['Cmd+Z', 'z', { metaKey: true }, 'undo'],
    ['Ctrl+Shift+Z', 'Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['Ctrl+Y', 'y', { ctrlKey: true }, 'redo'],
  ])('takes %s', (_, key, init, expected) => {
    const { did } = stage();
    expect([press(key, init).defaultPrevented, did]).toEqual([true, [expected]]);
  });

  it('leaves the keys to a field that is typed in', () => {
    const { did } = stage();
    const event = press('z', { ctrlKey: true }, find('input', 'Note'));
    expect([event.defaultPrevented, did]).toEqual([false, []]);
  });
});
