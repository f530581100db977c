import { describe, expect, it } from 'vitest';
import { claimAll } from '../../utils/anchoring/claim.ts';

/** The number of the place that has the best claim. */
function bestOf(claims: readonly number[]): number {
  return claims.indexOf(Math.max(...claims));
}

describe('claimAll', () => {
  const twins = { twins: [100, 900], hasNewCopy: false };

  it('says nothing where there are no twins', () => {
    expect(claimAll([40, 80], 60, { twins: [], hasNewCopy: false })).toEqual([0, 0]);
  });

  it('knows the passage by the gaps between it and its twins, however far all were shifted', () => {
    const claims = claimAll([1_100, 1_300, 1_900], 300, twins);
    expect(claims[0]).toBeLessThan(-0.5);
    expect(claims[1]).toBeGreaterThan(0.5);
    expect(claims[2]).toBeLessThan(-0.5);
  });

  it('knows that the passage is gone when its twins are left at their distance', () => {
    for (const claim of claimAll([1_100, 1_900], 300, twins)) expect(claim).toBeLessThan(-0.5);
  });

  it('knows that a twin is gone when the others are left at their distance', () => {
    expect(bestOf(claimAll([1_100, 1_300], 300, twins))).toBe(1);
    expect(claimAll([1_100, 1_300], 300, twins)[1]).toBeGreaterThan(0.5);
  });

  it('takes the one that no twin explains for the passage, moved', () => {
    const claims = claimAll([100, 900, 2_000], 300, twins);
    expect(bestOf(claims)).toBe(2);
    expect(claims[2]).toBeGreaterThan(0);
  });

  it('does not say which of a passage and a new copy is which', () => {
    const [, first = 0, second = 0] = claimAll([100, 300, 360, 960], 300, { ...twins, hasNewCopy: true });
    expect(Math.min(first, second)).toBeGreaterThan(0);
  });

  it('has little to say of two that adjoin', () => {
    expect(Math.abs(claimAll([300], 300, { twins: [311], hasNewCopy: false })[0] ?? 1)).toBeLessThan(0.2);
  });
});
