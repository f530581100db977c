import type { Span } from '../text/types.ts';
import type { Ballot } from './ballot.ts';
import { findCopies } from './copies.ts';
import type { PageIndex } from './page-index.ts';
import type { Query } from './query.ts';
import type { Run } from './runs.ts';

/** A stretch of the page where the passage may be, and the verbatim copy there that is meant, if one is. */
export type Candidate = { readonly region: Span; readonly pin: Run | null };

/** Verbatim copies that are looked at closely; the others have less in common with the surroundings. */
const mostPinned = 12;
/** Places that are looked at because words of the passage, or of its surroundings, are there. */
const mostVoted = 3;
/** The work that one passage may cause on a page of repetitions: votes in all. */
const mostVotes = 3_000;
/** Tokens around a place that are compared with the passage: room for what was put in, more in a longer passage. */
const leastMargin = 96;
/** Tokens of agreeing surroundings that are counted to rank copies. */
const closeContext = 24;

/** Two ballots that are used for one passage after the other: what its own words say and what its surroundings say. */
export type Ballots = { readonly own: Ballot; readonly around: Ballot };

/** Where to look for a passage: its verbatim copies, and where its words or its surroundings gather. */
export function findCandidates(index: PageIndex, query: Query, { own, around }: Ballots): Candidate[] {
  const { exact } = query;
  vote(index, query, around, (token) => token < exact.start || token >= exact.end);
  vote(index, query, own, (token) => token >= exact.start && token < exact.end);
  const copies = rankCopies(index, query, findCopies(index, query.words, exact), around);
  const candidates: Candidate[] = copies.slice(0, mostPinned).map((page) => ({
    region: regionAt(index, query, page),
    pin: { query: exact.start, page, length: exact.end - exact.start },
  }));
  const voted = [...own.pickBest(mostVoted), ...around.pickBest(mostVoted)];
  for (const place of voted) candidates.push({ region: regionAt(index, query, place), pin: null });
  own.clear();
  around.clear();
  return candidates;
}

/** Lets the rarest words vote first, until enough votes are cast. */
function vote(index: PageIndex, query: Query, ballot: Ballot, isMeant: (token: number) => boolean): void {
  const voters: { token: number; places: Int32Array }[] = [];
  query.words.forEach((word, token) => {
    if (word !== -1 && isMeant(token)) voters.push({ token, places: index.placesOf(word) });
  });
  voters.sort((a, b) => a.places.length - b.places.length);
  let votes = 0;
  for (const { token, places } of voters) {
    votes += places.length;
    if (votes > mostVotes) break;
    const bits = query.bits[token] ?? 0;
    for (const place of places) ballot.add(place - (query.places[token] ?? 0), bits);
  }
}

function rankCopies(index: PageIndex, query: Query, copies: readonly number[], around: Ballot): number[] {
  if (copies.length <= 1) return [...copies];
  return copies
    .map((page) => ({ page, rank: around.votesFor(page) + bitsBeside(index, query, page) }))
    .sort((a, b) => b.rank - a.rank || a.page - b.page)
    .map(({ page }) => page);
}

/** Bits of the words that agree directly before and behind a copy. */
function bitsBeside(index: PageIndex, { words, bits, exact }: Query, page: number): number {
  let sum = 0;
  for (let step = 1; step <= closeContext; step++) {
    const token = exact.start - step;
    if (token < 0 || words[token] !== index.words[page - step]) break;
    sum += bits[token] ?? 0;
  }
  for (let step = 0; step < closeContext; step++) {
    const token = exact.end + step;
    if (token >= words.length || words[token] !== index.words[page + exact.end - exact.start + step]) break;
    sum += bits[token] ?? 0;
  }
  return sum;
}

function regionAt(index: PageIndex, { places, exact }: Query, page: number): Span {
  const margin = leastMargin + ((exact.end - exact.start) >>> 1);
  return {
    start: Math.max(0, page + (places[0] ?? 0) - margin),
    end: Math.min(index.words.length, page + (places.at(-1) ?? 0) + 1 + margin),
  };
}
