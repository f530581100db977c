import type { Query } from './query.ts';
import type { Run } from './runs.ts';

/** How many runs before a run are tried as its predecessor, as in minimap2 (Li 2018, doi:10.1093/bioinformatics/bty191). */
const lookBack = 32;
/** Bits that a changed word costs: about one in five is changed in a passage that is still the same. */
const changeCost = 2;
const mostChanges = 8;
/** Bits for words inserted or lost between two runs; grows with the logarithm, for an advertisement is one insertion. */
const gapCost = 3;
const gapGrowth = 2;
/** More than any query is worth. */
const pinWorth = 1e9;
/** What adjoined the passage adjoins it still, unless much speaks against it: a gap beside a pin costs so many times as much. */
const pinGapWorth = 3;

/**
 * The runs that together explain the query best: in order on both sides, worth their bits less what the gaps
 * between them cost. Overlaps are cut from the later run. `runs` are in the order of their ends on the page; a pin is one of them that
 * has to be in the chain.
 */
export function chainRuns(query: Query, runs: readonly Run[], pin: Run | null): Run[] {
  const sums = sumBits(query.bits);
  const worth = (run: Run, skipped: number): number =>
    (sums[run.query + run.length] ?? 0) - (sums[run.query + skipped] ?? 0) + (run === pin ? pinWorth : 0);
  const scores: number[] = [];
  const previous: number[] = [];
  let best = -1;
  runs.forEach((run, at) => {
    let score = worth(run, 0);
    let from = -1;
    for (let before = at - 1; before >= 0 && before >= at - lookBack; before--) {
      const candidate = runs[before];
      if (candidate === undefined) continue;
      const skipped = overlapOf(candidate, run);
      if (skipped >= run.length || candidate.query >= run.query || candidate.page >= run.page) continue;
      const joined =
        (scores[before] ?? 0) +
        worth(run, skipped) -
        costOfGap(query, candidate, cut(run, skipped)) * (run === pin || candidate === pin ? pinGapWorth : 1);
      if (joined > score) {
        score = joined;
        from = before;
      }
    }
    scores.push(score);
    previous.push(from);
    if (best === -1 || score > (scores[best] ?? 0)) best = at;
  });
  return traceBack(runs, previous, best);
}

function traceBack(runs: readonly Run[], previous: readonly number[], last: number): Run[] {
  const chain: Run[] = [];
  for (let at = last; at !== -1; at = previous[at] ?? -1) {
    const run = runs[at];
    if (run !== undefined) chain.push(run);
  }
  chain.reverse();
  return chain.map((run, at) => {
    const before = chain[at - 1];
    return before === undefined ? run : cut(run, overlapOf(before, run));
  });
}

function overlapOf(before: Run, run: Run): number {
  return Math.max(0, before.query + before.length - run.query, before.page + before.length - run.page);
}

function cut({ query, page, length }: Run, skipped: number): Run {
  return { query: query + skipped, page: page + skipped, length: length - skipped };
}

function costOfGap({ places }: Query, before: Run, run: Run): number {
  const last = before.query + before.length - 1;
  const old = (places[run.query] ?? 0) - (places[last] ?? 0) - 1;
  const now = run.page - before.page - before.length;
  const changed = Math.min(old, now, mostChanges) * changeCost;
  const difference = Math.abs(old - now);
  // The whole part of the logarithm.
  return difference === 0 ? changed : changed + gapCost + gapGrowth * (31 - Math.clz32(difference));
}

/** Sums of the first n elements, for every n. */
function sumBits(bits: Float32Array): Float64Array {
  const sums = new Float64Array(bits.length + 1);
  for (let at = 0; at < bits.length; at++) sums[at + 1] = (sums[at] ?? 0) + (bits[at] ?? 0);
  return sums;
}
