import { describe, expect, it } from 'vitest';
import { countBefore } from '../../utils/text/halve.ts';

describe('countBefore', () => {
  const starts = [0, 4, 4, 9];

  it.each([
    ['before all', -1, 0],
    ['at the first', 0, 1],
    ['at two that are equal', 4, 3],
    ['between two', 6, 3],
    ['behind all', 20, 4],
  ])('counts those up to a place %s', (_, offset, count) => {
    expect(countBefore(starts.length, (index) => (starts[index] ?? 0) <= offset)).toBe(count);
  });

  it('asks nothing of an empty list', () => {
    expect(countBefore(0, () => true)).toBe(0);
  });
});
