import { describe, expect, it } from 'vitest';
import { createOrder } from '../../utils/anchoring/order.ts';

describe('createOrder', () => {
  const order = createOrder([
    { old: 100, now: 150 },
    { old: 500, now: 550 },
  ]);

  it('has a passage between those it was between', () => {
    expect(order.check(300, 400)).toBe(1);
    expect(order.check(300, 700)).toBe(-1);
  });

  it('has none before the last passage of the page that stood behind it', () => {
    expect(order.check(800, 400)).toBe(-1);
    expect(order.check(50, 400)).toBe(-1);
  });

  it('says little of the right side of the only neighbour', () => {
    expect(order.check(800, 900)).toBe(0);
    expect(order.check(50, 20)).toBe(0);
  });

  it('says nothing where passages were moved', () => {
    const moved = createOrder([
      { old: 100, now: 650 },
      { old: 500, now: 50 },
    ]);
    expect(moved.check(300, 400)).toBe(0);
  });

  it('expects a passage as far away as the one before it', () => {
    expect(order.expect(300)).toBe(350);
    expect(order.expect(50)).toBe(50);
  });
});
