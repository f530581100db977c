import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layTicks, nextIn, slotAt, type Tick } from '../../entrypoints/page-ui.content/ticks.ts';
import { annotationKinds } from '../../utils/model/annotation.ts';

function tick(id: string, at: number, kind: Tick['kind'] = 'highlight'): Tick {
  return { id, kind, colour: 'yellow', at };
}

const many = fc.array(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...annotationKinds),
    colour: fc.constant('green' as const),
    at: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
  }),
  { maxLength: 200 },
);

describe('layTicks', () => {
  it('lays each annotation at its height on the page', () => {
    const slots = layTicks([tick('end', 1), tick('middle', 0.5), tick('start', 0)], 600);
    expect(slots.map(({ y, ids }) => [y, ids])).toEqual([
      [3, ['start']],
      [303, ['middle']],
      [597, ['end']],
    ]);
  });

  it('shows annotations that are too close as one, as the kind that says most', () => {
    const slots = layTicks([tick('b', 0.501, 'entity'), tick('a', 0.5), tick('c', 0.502, 'quote')], 600);
    expect(slots).toMatchObject([{ kind: 'entity', ids: ['a', 'b', 'c'] }]);
  });

  it('shows all of them, in as many slots as fit at most, inside the strip', () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 0, max: 2_000 }), (ticks, height) => {
        const slots = layTicks(ticks, height);
        expect(slots.flatMap(({ ids }) => ids).toSorted()).toEqual(ticks.map(({ id }) => id).toSorted());
        expect(slots.length).toBeLessThanOrEqual(Math.max(1, Math.floor(height / 6)));
        expect(slots.every(({ y }) => y > 0 && y <= Math.max(height, 3))).toBe(true);
      }),
    );
  });
});

describe('slotAt', () => {
  const slots = layTicks([tick('a', 0.1), tick('b', 0.9)], 600);

  it('answers the nearest within reach of a finger', () => {
    expect(slotAt(slots, 72)?.ids).toEqual(['a']);
    expect(slotAt(slots, 531)?.ids).toEqual(['b']);
    expect(slotAt(slots, 300)).toBeNull();
  });
});

describe('nextIn', () => {
  it('goes to another annotation of the slot with each press', () => {
    const [slot] = layTicks([tick('a', 0.5), tick('b', 0.5)], 600);
    if (slot === undefined) throw new Error('expected a slot');
    expect([nextIn(slot, null), nextIn(slot, 'a'), nextIn(slot, 'b'), nextIn(slot, 'elsewhere')]).toEqual([
      'a',
      'b',
      'a',
      'a',
    ]);
  });
});
