// @vitest-environment jsdom
import type { JSX } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { useSame, useSameItems } from '../../utils/store/use-same.ts';
import { clear, show } from '../components/stage.tsx';

afterEach(clear);

type Item = { readonly id: string; readonly note: string };

function run(lists: readonly (readonly Item[])[]): (readonly Item[])[] {
  const seen: (readonly Item[])[] = [];
  function Probe({ items }: { readonly items: readonly Item[] }): JSX.Element | null {
    seen.push(useSameItems(items));
    return null;
  }
  for (const items of lists) show(<Probe items={items} />);
  return seen;
}

describe('useSame', () => {
  it('answers the value before while the new one says the same', () => {
    const seen: unknown[] = [];
    function Probe({ value }: { readonly value: readonly string[] }): JSX.Element | null {
      seen.push(useSame(value));
      return null;
    }
    for (const value of [['Tàu'], ['Tàu'], ['Thuyền']]) show(<Probe value={value} />);
    expect(seen[1]).toBe(seen[0]);
    expect(seen[2]).toEqual(['Thuyền']);
  });
});

describe('useSameItems', () => {
  it('answers the list before when nothing in it is different', () => {
    const [first, second] = run([[{ id: 'a', note: '' }], [{ id: 'a', note: '' }]]);
    expect(second).toBe(first);
  });

  it('answers the members before, but for those that changed', () => {
    const [first, second] = run([
      [
        { id: 'a', note: '' },
        { id: 'b', note: '' },
      ],
      [
        { id: 'b', note: '' },
        { id: 'a', note: 'Hỏi lại.' },
      ],
    ]);
    expect(second?.[0]).toBe(first?.[1]);
    expect(second?.[1]).toEqual({ id: 'a', note: 'Hỏi lại.' });
  });
});
