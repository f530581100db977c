import type { Span } from '../text/types.ts';
import { chainRuns } from './chain.ts';
import { fillGap, gone, same, type Gap } from './fill.ts';
import type { PageIndex } from './page-index.ts';
import type { Query } from './query.ts';
import { byEnd, findRuns, type Run, type Starters } from './runs.ts';

/** Which token of the page each token of the query became. */
export type Alignment = {
  /** Page token per query token; -1 where it is gone. Ascending. */
  readonly pageOf: Int32Array;
  /** `gone`, `respelled` or `same` per query token. */
  readonly outcomes: Uint8Array;
};

/** Gaps wider than this are compared at their ends only. */
const widestGap = 24;
/** Where runs tell less than this together (bits), there is neither the passage nor its hole. */
const leastBits = 4;
/** How many more tokens of the page than of the query are looked at beyond the last run. */
const slack = 8;

/**
 * The best alignment of the query with a stretch of the page, `null` when next to no words are shared. With a pin, a run that
 * has to be part of it. Runs of equal tokens are chained, and what lies between them is compared token by token:
 * the way of read mappers (minimap2), because most of an edited passage is unchanged.
 */
export function align(
  index: PageIndex,
  query: Query,
  { starters, region, pin }: { starters: Starters; region: Span; pin: Run | null },
): Alignment | null {
  const runs = keepTelling(query, findRuns(index, query, starters, region));
  const chain = chainRuns(query, pin === null ? runs : pinRuns(runs, pin), pin);
  if (bitsOf(query, chain) < leastBits) return null;
  const pageOf = new Int32Array(query.words.length).fill(-1);
  const outcomes = new Uint8Array(query.words.length);
  for (const run of chain) {
    for (let step = 0; step < run.length; step++) {
      pageOf[run.query + step] = run.page + step;
      outcomes[run.query + step] = same;
    }
  }
  for (const gap of gapsOf(query, chain, region)) {
    fillGap(index, query, gap, (token, page, outcome) => {
      pageOf[token] = page;
      outcomes[token] = outcome;
    });
  }
  settleGap(query, { pageOf, outcomes });
  return { pageOf, outcomes };
}

/**
 * Of "Share by post / Share by phone" without its first half, "Share by" is left of either. When the passage could be
 * gone as a whole, because its surroundings begin or end as it does, it is: passages are cut out from end to end.
 */
function settleGap({ words, exact }: Query, { pageOf, outcomes }: Alignment): void {
  const isGone = (token: number): boolean => outcomes[token] === gone;
  const move = (from: number, to: number): void => {
    pageOf[to] = pageOf[from] ?? -1;
    outcomes[to] = outcomes[from] ?? gone;
    pageOf[from] = -1;
    outcomes[from] = gone;
  };
  const length = exact.end - exact.start;
  let kept = 0;
  while (kept < length && !isGone(exact.start + kept)) kept++;
  const isRestGone = all(exact.start + kept, exact.end, isGone);
  if (kept > 0 && kept < length && isRestGone) {
    const isTwin = all(
      0,
      kept,
      (at) => isGone(exact.end + at) && words[exact.end + at] === words[exact.start + at],
    );
    if (isTwin) for (let at = 0; at < kept; at++) move(exact.start + at, exact.end + at);
    return;
  }
  kept = 0;
  while (kept < length && !isGone(exact.end - 1 - kept)) kept++;
  if (kept === 0 || kept === length || !all(exact.start, exact.end - kept, isGone)) return;
  const first = exact.start - kept;
  const isTwin = all(
    0,
    kept,
    (at) => isGone(first + at) && words[first + at] === words[exact.end - kept + at],
  );
  if (first >= 0 && isTwin) for (let at = 0; at < kept; at++) move(exact.end - kept + at, first + at);
}

function all(start: number, end: number, holds: (at: number) => boolean): boolean {
  for (let at = start; at < end; at++) if (!holds(at)) return false;
  return true;
}

/** Runs that are chained: enough for every edit of a passage, without all the places where its small words recur. */
const leastRuns = 48;

function keepTelling(query: Query, runs: Run[]): Run[] {
  const most = Math.max(leastRuns, query.words.length >> 2);
  if (runs.length <= most) return runs;
  const worths = new Float64Array(runs.length);
  runs.forEach((run, at) => (worths[at] = bitsOfRun(query, run)));
  const least = worths.toSorted()[runs.length - most] ?? 0;
  let ties = most - worths.reduce((more, worth) => (worth > least ? more + 1 : more), 0);
  return runs.filter((_, at) => {
    const worth = worths[at] ?? 0;
    return worth > least || (worth === least && ties-- > 0);
  });
}

/** The pin, and what agrees with it: the runs before it and behind it on both sides. */
function pinRuns(runs: readonly Run[], pin: Run): Run[] {
  const before: Run[] = [];
  const behind: Run[] = [];
  for (const run of runs) {
    const queryRoom = pin.query - run.query;
    const pageRoom = pin.page - run.page;
    const length = Math.min(run.length, queryRoom, pageRoom);
    if (length > 0) before.push({ ...run, length });
    const skipped = Math.max(0, pin.length - run.query + pin.query, pin.length - run.page + pin.page);
    if (skipped < run.length) {
      behind.push({ query: run.query + skipped, page: run.page + skipped, length: run.length - skipped });
    }
  }
  behind.sort(byEnd);
  return [...before.sort(byEnd), pin, ...behind];
}

function bitsOf(query: Query, runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + bitsOfRun(query, run), 0);
}

function bitsOfRun({ bits }: Query, { query, length }: Run): number {
  let sum = 0;
  for (let token = query; token < query + length; token++) sum += bits[token] ?? 0;
  return sum;
}

function* gapsOf(query: Query, chain: readonly Run[], region: Span): Generator<Gap> {
  let queryStart = 0;
  let pageStart = region.start;
  let isOpenAtStart = true;
  for (const run of chain) {
    yield* splitGap(query, {
      queryStart,
      queryEnd: run.query,
      pageStart,
      pageEnd: run.page,
      isOpenAtStart,
      isOpenAtEnd: false,
    });
    queryStart = run.query + run.length;
    pageStart = run.page + run.length;
    isOpenAtStart = false;
  }
  yield* splitGap(query, {
    queryStart,
    queryEnd: query.words.length,
    pageStart,
    pageEnd: region.end,
    isOpenAtStart,
    isOpenAtEnd: true,
  });
}

/** A small gap as it is; of a wide one what adjoins the runs on its two sides. */
function* splitGap(query: Query, gap: Gap): Generator<Gap> {
  const { queryStart, queryEnd, pageStart, pageEnd } = gap;
  if (queryEnd <= queryStart || pageEnd <= pageStart) return;
  const first = query.places[queryStart - 1] ?? query.places[queryStart] ?? 0;
  const last = query.places[queryEnd] ?? query.places[queryEnd - 1] ?? 0;
  const isSmall =
    queryEnd - queryStart <= widestGap && pageEnd - pageStart <= widestGap && last - first <= widestGap + 1;
  if (isSmall) {
    yield gap;
    return;
  }
  const middle = splitPlace(query, gap);
  const leftEnd = gap.isOpenAtStart ? queryStart : Math.min(middle, queryStart + widestGap);
  const rightStart = gap.isOpenAtEnd ? queryEnd : Math.max(middle, queryEnd - widestGap);
  let pageLeftEnd = leftEnd > queryStart ? pageStart + (leftEnd - queryStart) + slack : pageStart;
  let pageRightStart = rightStart < queryEnd ? pageEnd - (queryEnd - rightStart) - slack : pageEnd;
  if (pageLeftEnd > pageRightStart) {
    pageLeftEnd = Math.min(pageEnd, Math.max(pageStart, (pageLeftEnd + pageRightStart) >>> 1));
    pageRightStart = pageLeftEnd;
  }
  yield { ...gap, queryEnd: leftEnd, pageEnd: pageLeftEnd, isOpenAtEnd: true };
  yield { ...gap, queryStart: rightStart, pageStart: pageRightStart, isOpenAtStart: true };
}

/** Where a wide gap of the query falls apart: where words were left out, at a block's border, else in its middle. */
function splitPlace(query: Query, { queryStart, queryEnd, isOpenAtStart, isOpenAtEnd }: Gap): number {
  for (let token = queryStart + 1; token < queryEnd; token++) {
    if (query.places[token] !== (query.places[token - 1] ?? 0) + 1) return token;
  }
  if (isOpenAtStart) return queryStart;
  if (isOpenAtEnd) return queryEnd;
  for (const border of [query.exact.start, query.exact.end]) {
    if (border >= queryStart && border <= queryEnd) return border;
  }
  return (queryStart + queryEnd) >>> 1;
}

/** Whether a token found its like. */
export function isKept(alignment: Alignment, token: number): boolean {
  return alignment.outcomes[token] !== gone;
}

/** The tokens of the query nearest before and behind the passage that are there; outside of the query when none is. */
export function outerTokens(
  { exact, words }: Query,
  { pageOf }: Alignment,
): { before: number; behind: number } {
  let before = exact.start - 1;
  while (before >= 0 && pageOf[before] === -1) before--;
  let behind = exact.end;
  while (behind < words.length && pageOf[behind] === -1) behind++;
  return { before, behind };
}
