import { describe, expect, it } from 'vitest';
import type { PlacedMark } from '../../utils/session/caret-host.ts';
import { markAt, stepThroughMarks } from '../../utils/session/caret-marks.ts';

const mark = (id: string, start: number, end: number): PlacedMark => ({
  id,
  start,
  end,
  kind: 'highlight',
  colour: 'yellow',
});
const marks = [mark('sentence', 10, 40), mark('name', 10, 15), mark('last', 60, 70)];
const ids = (offset: number, reached: string | null, step: 1 | -1): string | undefined =>
  stepThroughMarks(marks, { offset, reached }, step)?.id;

describe('markAt', () => {
  it('is the shortest around the place, unless another was walked to', () => {
    expect(markAt(marks, 12, null)?.id).toBe('name');
    expect(markAt(marks, 12, 'sentence')?.id).toBe('sentence');
    expect(markAt(marks, 30, 'name')?.id).toBe('sentence');
  });

  it('counts the edges, and nothing between', () => {
    expect([60, 70, 55].map((offset) => markAt(marks, offset, null)?.id)).toEqual([
      'last',
      'last',
      undefined,
    ]);
  });
});

describe('stepThroughMarks', () => {
  it('goes on from the place', () => {
    expect([ids(0, null, 1), ids(20, null, 1), ids(20, null, -1)]).toEqual(['sentence', 'last', 'name']);
  });

  it('goes through those that begin at one place one after the other', () => {
    expect([ids(10, 'sentence', 1), ids(10, 'name', 1), ids(10, 'name', -1)]).toEqual([
      'name',
      'last',
      'sentence',
    ]);
  });

  it('goes over the ends', () => {
    expect([ids(80, null, 1), ids(60, 'last', 1), ids(0, null, -1)]).toEqual([
      'sentence',
      'sentence',
      'last',
    ]);
  });

  it('goes nowhere where there is nothing', () => {
    expect(stepThroughMarks([], { offset: 3, reached: null }, 1)).toBeNull();
  });
});
