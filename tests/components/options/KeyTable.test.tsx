// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KeyTable } from '../../../components/options/KeyTable.tsx';
import { chooseKey } from '../../../utils/model/key-press.ts';
import { clear, find, key, nameOf, press, show } from '../stage.tsx';

afterEach(clear);

describe('KeyTable', () => {
  function showKeys() {
    const changing = {
      choose: chooseKey,
      onChosen: vi.fn<(id: string, keys: string) => void>(),
      onRefused: vi.fn<(reason: string) => void>(),
      onCancelled: vi.fn<() => void>(),
    };
    show(
      <KeyTable
        rows={[
          { id: 'copy', act: 'Copy', keys: 'C' },
          { id: 'editNote', act: 'Write', keys: '' },
        ]}
        changing={changing}
      />,
    );
    return changing;
  }

  it('takes the next key for an act', () => {
    const { onChosen } = showKeys();
    find('button', 'Change the key for: Copy').focus();
    press('Change the key for: Copy');
    expect(document.activeElement?.textContent).toBe('Press the new key');
    expect(key('y')).toBe(true);
    expect(onChosen.mock.calls).toEqual([['copy', 'y']]);
    expect(nameOf(document.activeElement ?? document.body)).toBe('Change the key for: Copy');
  });

  it('goes on listening when a key is refused', () => {
    const { onChosen, onRefused } = showKeys();
    find('button', 'Change the key for: Copy').focus();
    press('Change the key for: Copy');
    key('y', { ctrlKey: true });
    key('Shift');
    expect(onRefused.mock.calls).toEqual([['modifier']]);
    key('y');
    expect(onChosen.mock.calls).toEqual([['copy', 'y']]);
  });

  it('does not take the key that is still held from pressing the button', () => {
    const { onChosen } = showKeys();
    find('button', 'Change the key for: Copy').focus();
    press('Change the key for: Copy');
    key('Enter', { repeat: true });
    expect(onChosen).not.toHaveBeenCalled();
  });

  it('lets nobody be caught: Escape and Tab end it', () => {
    const { onChosen, onCancelled } = showKeys();
    find('button', 'Change the key for: Copy').focus();
    press('Change the key for: Copy');
    expect(key('Tab')).toBe(false);
    press('Change the key for: Copy');
    key('Escape');
    key('y');
    expect([onCancelled.mock.calls.length, onChosen.mock.calls.length]).toEqual([2, 0]);
  });

  it('switches a key off, once', () => {
    const { onChosen } = showKeys();
    press('Switch off the key for: Copy');
    press('Switch off the key for: Write');
    expect(onChosen.mock.calls).toEqual([['copy', '']]);
  });
});
