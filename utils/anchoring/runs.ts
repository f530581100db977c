import type { Span } from '../text/types.ts';
import type { PageIndex } from './page-index.ts';
import type { Query } from './query.ts';

/** Equal tokens in a row: `length` of them, from token `query` of the query and token `page` of the page. */
export type Run = { readonly query: number; readonly page: number; readonly length: number };

/** A word that the query repeats oftener than this starts no run: it would start one at every other place. */
const mostRepeats = 8;
/** More runs than this are no passage but a page of repetitions. */
const mostRuns = 4_000;

/** A word that tells less (bits) starts no run by itself, where others do: it would be one of many, and join none. */
const leastTelling = 5;

/** Where in the query each word is, for the words that may start a run. */
export type Starters = ReadonlyMap<number, readonly number[]>;

/** The words of a query that may start a run. */
export function findStarters(query: Query): Starters {
  const starters = new Map<number, number[]>();
  const hasTelling = query.words.some(
    (word, token) => word !== -1 && (query.bits[token] ?? 0) >= leastTelling,
  );
  query.words.forEach((word, token) => {
    if (word === -1 || (hasTelling && (query.bits[token] ?? 0) < leastTelling)) return;
    const known = starters.get(word);
    if (known === undefined) starters.set(word, [token]);
    else known.push(token);
  });
  for (const [word, tokens] of starters) if (tokens.length > mostRepeats) starters.delete(word);
  return starters;
}

/** Sorts runs by where they end on the page: those that may come directly before a run are then close before it. */
export function byEnd(a: Run, b: Run): number {
  return a.page + a.length - b.page - b.length || a.query - b.query;
}

/** The longest runs of equal tokens between the query and a stretch of the page, by their end. */
export function findRuns(index: PageIndex, query: Query, starters: Starters, region: Span): Run[] {
  const runs: Run[] = [];
  /** Diagonal (page minus query token) → the page token up to which it is known. */
  const known = new Map<number, number>();
  for (let page = region.start; page < region.end && runs.length < mostRuns; page++) {
    const tokens = starters.get(index.words[page] ?? -1);
    if (tokens === undefined) continue;
    for (const token of tokens) {
      if ((known.get(page - token) ?? 0) > page) continue;
      const run = growRun(index, query, { query: token, page, length: 1 }, region);
      known.set(page - token, run.page + run.length);
      runs.push(run);
    }
  }
  return runs.sort(byEnd);
}

/** A run grown both ways as far as tokens are equal and nothing was left out between them. */
export function growRun({ words }: PageIndex, query: Query, run: Run, region: Span): Run {
  const diagonal = run.page - run.query;
  const isJoined = (token: number): boolean => query.places[token] === (query.places[token - 1] ?? 0) + 1;
  let start = run.query;
  let end = run.query + run.length;
  while (
    start > 0 &&
    start - 1 + diagonal >= region.start &&
    isJoined(start) &&
    query.words[start - 1] === words[start - 1 + diagonal]
  )
    start--;
  while (
    end < query.words.length &&
    end + diagonal < region.end &&
    isJoined(end) &&
    query.words[end] === words[end + diagonal]
  )
    end++;
  return { query: start, page: start + diagonal, length: end - start };
}
