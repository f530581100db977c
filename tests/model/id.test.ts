import { describe, expect, it } from 'vitest';
import { createId } from '../../utils/model/id.ts';

describe('createId', () => {
  it('makes UUIDs of version 7 that sort by their time', () => {
    const early = createId(Date.UTC(2020, 8, 25, 14, 50, 14));
    const late = createId(Date.UTC(2020, 8, 25, 14, 50, 15));
    for (const id of [early, late])
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(early < late).toBe(true);
    expect(Number.parseInt(early.slice(0, 13).replace('-', ''), 16)).toBe(Date.UTC(2020, 8, 25, 14, 50, 14));
  });

  it('makes another one each time', () => {
    const ids = new Set(Array.from({ length: 1_000 }, () => createId(0)));
    expect(ids.size).toBe(1_000);
  });
});
