/**
 * How many of the first `count` numbers come before a place, found by halving: those for which `isBefore` holds must
 * stand before all others. It is the index of the first that does not come before, too.
 */
export function countBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
