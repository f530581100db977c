/** Characters by which a gap between two copies, and the first of them, may be off at no cost worth speaking of. */
const gapUnit = 4;
const shiftUnit = 16;
/** Bits for a copy that is gone, and for one that is new. */
const skipCost = 4;
const mostBits = 8;

/** What else is known of a passage that has twins. */
type Twins = {
  readonly twins: readonly number[];
  readonly hasNewCopy: boolean;
  readonly closed?: number | null;
};

/**
 * Which of several twins is the passage, when their words don't tell: for each place, 1 when it can only be the
 * passage, -1 when it can only be one of its twins, 0 without twins. The old places, the passage's own among them,
 * are matched with the new ones in their order, as stars are with a chart: the gaps between them stay what they
 * were, but for what was put in or taken out there, and few of them go. What a place is worth is the best match that
 * has it as the passage, in its order or moved, less the best one that has it as a twin, or another as the passage.
 *
 * @param places where twins are now, ascending
 * @param own where the passage should be, and `twins` where its twins should, when nothing happened in between
 * @param closed the length of what its surroundings have closed over, when it is known to have left them, else `null`
 */
export function claimAll(
  places: readonly number[],
  own: number,
  { twins, hasNewCopy, closed = null }: Twins,
): number[] {
  if (twins.length === 0) return places.map(() => 0);
  if (closed !== null) return claimLeft(places, own, { twins, closed });
  const others = [...twins].sort((a, b) => a - b);
  const olds = [...twins, own].sort((a, b) => a - b);
  const self = olds.indexOf(own);
  const inOrder = matchAll(olds, places)[self] ?? [];
  const rest = matchAll(others, places);
  // One that no twin explains is the passage, moved; that is as much as one gone and one new.
  const moved = places.map((_, at) => {
    if (places.length > olds.length) return -Infinity;
    const without = places.filter((__, place) => place !== at);
    return mostOf(matchAll(others, without)) - 2 * skipCost;
  });
  return places.map((_, at) => {
    const asPassage = Math.max(inOrder[at] ?? -Infinity, moved[at] ?? -Infinity);
    const asTwin = Math.max(...rest.map((row) => row[at] ?? -Infinity)) - skipCost;
    // A copy put before the passage is where it was, and the passage behind: nothing but the place is known of either.
    const elsewhere = hasNewCopy ? -Infinity : Math.max(...inOrder.filter((__, place) => place !== at));
    const bits = asPassage - Math.max(asTwin, elsewhere);
    return limit(bits);
  });
}

/** The same when it is not in its order any more: the place that the twins leave over, less the best other way. */
function claimLeft(
  places: readonly number[],
  own: number,
  { twins, closed }: { twins: readonly number[]; closed: number },
): number[] {
  const stayed = [...twins].sort((a, b) => a - b);
  const followed = stayed.map((twin) => (twin > own ? twin - closed : twin));
  const bitsOf = (news: readonly number[]): number =>
    Math.max(mostOf(matchAll(stayed, news)), mostOf(matchAll(followed, news)));
  const withAll = bitsOf(places);
  const without = places.map((_, at) => bitsOf(places.filter((__, place) => place !== at)));
  return without.map((bits, at) =>
    limit(2 * (bits - Math.max(withAll, ...without.filter((_, place) => place !== at)))),
  );
}

function limit(bits: number): number {
  return Math.max(-mostBits, Math.min(mostBits, bits)) / mostBits;
}

function mostOf(rows: readonly (readonly number[])[]): number {
  return Math.max(...rows.flat(), -skipCost * rows.length);
}

/** For each old and each new place the worth of the best match that pairs the two, in bits. */
function matchAll(olds: readonly number[], news: readonly number[]): number[][] {
  const forth = matchOneWay(olds, news, shiftCost);
  const turn = (offsets: readonly number[]): number[] => offsets.map((offset) => -offset).toReversed();
  const back = matchOneWay(turn(olds), turn(news), () => 0);
  return forth.map((row, old) =>
    row.map((sum, at) => sum + (back[olds.length - 1 - old]?.[news.length - 1 - at] ?? 0)),
  );
}

/** The worth of the best match of all that is before a pair. */
function matchOneWay(
  olds: readonly number[],
  news: readonly number[],
  firstCost: (shift: number) => number,
): number[][] {
  const sums: number[][] = [];
  olds.forEach((old, row) => {
    const line: number[] = [];
    sums.push(line);
    news.forEach((now, column) => {
      let best = -skipCost * (row + column) - firstCost(now - old);
      for (let r = 0; r < row; r++) {
        for (let c = 0; c < column; c++) {
          const skipped = row - r + column - c - 2;
          const gap = now - (news[c] ?? 0) - old + (olds[r] ?? 0);
          const sum = (sums[r]?.[c] ?? 0) - skipCost * skipped - Math.log2(1 + Math.abs(gap) / gapUnit);
          if (sum > best) best = sum;
        }
      }
      line.push(best);
    });
  });
  return sums;
}

function shiftCost(shift: number): number {
  return Math.log2(1 + Math.abs(shift) / shiftUnit);
}
