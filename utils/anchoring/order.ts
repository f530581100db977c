/** What the passages that are sure say of the others. Old and new offsets are of folded text. */
export type Order = {
  /** 1 when a passage once at `old` may be at `now`, between its neighbours of then; -1 when not; 0 when they don't say. */
  readonly check: (old: number, now: number) => number;
  /** Where a passage once at `old` is now, if it went with the sure passage before it. */
  readonly expect: (old: number) => number;
};

/** When nothing is known: anything may be anywhere, and most likely where it was. */
export const noOrder: Order = { check: () => 0, expect: (old) => old };

/** Learns the order of the page from passages that are sure. */
export function createOrder(sure: readonly { readonly old: number; readonly now: number }[]): Order {
  const sorted = [...sure].sort((a, b) => a.old - b.old);

  /** The number of the first sure passage at `old` or behind it. */
  function find(old: number): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.old ?? 0) < old) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    check(old, now) {
      let next = find(old);
      const before = sorted[next - 1]?.now ?? null;
      while (sorted[next]?.old === old) next++;
      const behind = sorted[next]?.now ?? null;
      // Something was moved here: the two say nothing of what was between them.
      if (before !== null && behind !== null && before > behind) return 0;
      if (now < (before ?? now) || now > (behind ?? now)) return -1;
      return before === null || behind === null ? 0 : 1;
    },
    expect(old) {
      const before = sorted[find(old) - 1];
      return before === undefined ? old : old + before.now - before.old;
    },
  };
}
