// @vitest-environment jsdom
import type { JSX } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useGradual } from '../../components/gradual.ts';
import { clear, show } from './stage.tsx';

function List({ ids }: { readonly ids: readonly number[] }): JSX.Element {
  const shown = useGradual(ids, { first: 3, step: 2 });
  return <p>{ids.filter((id) => shown.has(id)).join(' ')}</p>;
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const open = (ids: readonly number[]): string => show(<List ids={ids} />).textContent;
const idle = (): void =>
  void act(() => {
    vi.runOnlyPendingTimers();
  });

// jsdom has no idle time of its own: there a timer stands for it.
beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  clear();
  vi.useRealTimers();
});

describe('useGradual', () => {
  it('shows the first at once and the rest in steps, until all are there', () => {
    const stage = show(<List ids={upTo(8)} />);
    const seen = [stage.textContent];
    for (let step = 0; step < 4; step++) {
      idle();
      seen.push(stage.textContent);
    }
    expect(seen).toEqual(['1 2 3', '1 2 3 4 5', '1 2 3 4 5 6 7', '1 2 3 4 5 6 7 8', '1 2 3 4 5 6 7 8']);
  });

  it('adds nothing for a render that comes between two steps', () => {
    open(upTo(20));
    expect(open(upTo(20))).toBe('1 2 3');
  });

  it('shows one that is new at once, wherever it stands', () => {
    open([1, 2, 4]);
    expect(open([1, 2, 3, 4])).toBe('1 2 3 4');
  });

  it('keeps what is shown while others come back around it', () => {
    open(upTo(3));
    open([3]);
    const stage = show(<List ids={upTo(9)} />);
    expect(stage.textContent).toBe('3');
    idle();
    expect(stage.textContent).toBe('1 2 3');
  });

  it('shows what is left when others go', () => {
    open(upTo(3));
    expect(open([2])).toBe('2');
  });
});
