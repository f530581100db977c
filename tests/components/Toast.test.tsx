// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Toast } from '../../components/Toast.tsx';
import { clear, find, nameOf, press, show } from './stage.tsx';

const onUndo = vi.fn<() => void>();
const onNote = vi.fn<() => void>();
const onClose = vi.fn<() => void>();

afterEach(() => {
  clear();
  vi.clearAllMocks();
});

describe('Toast', () => {
  it('says its message politely', () => {
    const stage = show(<Toast message="Deleted." onClose={onClose} />);
    expect(stage.querySelector('[role=status]')?.textContent).toContain('Deleted.');
  });

  it('offers only the acts that there are', () => {
    const namesIn = (stage: HTMLElement): string[] => [...stage.querySelectorAll('button')].map(nameOf);
    expect(namesIn(show(<Toast message="Saved." onClose={onClose} />))).toEqual(['Close']);
    expect(
      namesIn(show(<Toast message="Saved." onClose={onClose} onUndo={onUndo} onNote={onNote} />)),
    ).toEqual(['Note', 'Undo', 'Close']);
  });

  it('goes by itself, but not while somebody is at it', () => {
    vi.useFakeTimers();
    show(<Toast message="Saved." onClose={onClose} onUndo={onUndo} />);
    find('button', 'Undo').focus();
    vi.advanceTimersByTime(20_000);
    expect(onClose).not.toHaveBeenCalled();
    find('button', 'Undo').blur();
    vi.advanceTimersByTime(9_000);
    expect(onClose).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it('does what is pressed and nothing else', () => {
    show(<Toast message="Saved." onClose={onClose} onUndo={onUndo} onNote={onNote} />);
    press('Undo');
    expect([onUndo, onNote, onClose].map((act) => act.mock.calls.length)).toEqual([1, 0, 0]);
    press('Note');
    press('Close');
    expect([onUndo, onNote, onClose].map((act) => act.mock.calls.length)).toEqual([1, 1, 1]);
  });
});
