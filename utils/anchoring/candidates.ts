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
const mostVotes = 1_000;
/** With less than this part of the best place's votes, a place is not the passage's. */
const leastGathered = 0.4;
/** With less than this part of all votes, a place does not read like the passage. */
const leastAlike = 0.5;
/** Tokens around a place that are compared with the passage: room for what was put in, more in a longer passage. */
const leastMargin = 96;
/** The same around the place where a passage should be: a look that is worth nothing unless it settles all. */
const expectedMargin = 24;
/** A place nearer than this to one that is looked at already shows nothing new. */
const sameRegion = 48;
/** Bits of agreeing surroundings from which on a copy is in its place. */
const leastBeside = 12;
/** Tokens of agreeing surroundings that are counted to rank copies. */
const closeContext = 24;

/** Where to look for a passage: its verbatim copies, and where its words or its surroundings gather. */
export function findCandidates(index: PageIndex, query: Query): Candidate[] {
  const { own, around } = index.ballots;
  const isOwn = isIn(query.exact);
  vote(index, query, around, (token) => !isOwn(token));
  vote(index, query, own, isOwn);
  const copies = rankCopies(index, query, findCopies(index, query.words, query.exact)).slice(0, mostPinned);
  // A copy out of its surroundings may stand right beside the place where the passage was cut out.
  const known = copies.filter((page) => bitsBeside(index, query, page) >= leastBeside);
  const places = [...own.pickBest(mostVoted, leastGathered), ...around.pickBest(mostVoted, leastGathered)];
  own.clear();
  around.clear();
  return [...pinAt(index, query, copies), ...regionsAt(index, query, places, known)];
}

/** The stretch where a passage should be when it begins at a token of the page. */
export function expectAt(index: PageIndex, query: Query, page: number): Candidate {
  return { region: regionAt(index, query, page, expectedMargin), pin: null };
}

/** Where else a passage of this very page could be: copies of it, and where most of its words gather. */
export function findRivalCandidates(
  index: PageIndex,
  query: Query,
  passage: Span,
): { copies: Candidate[]; lookalikes: Candidate[] } {
  const { own } = index.ballots;
  const { exact } = query;
  const copies = findCopies(index, query.words, exact).filter((page) => page !== passage.start);
  const ranked = rankCopies(index, query, copies).slice(0, mostPinned);
  const least = leastAlike * vote(index, query, own, isIn(exact));
  const places = own.pickBest(mostVoted, 0, least);
  own.clear();
  const canReadAlike = createReading(index, query);
  const lookalikes = regionsAt(index, query, places, [passage.start, ...ranked])
    .map(({ region, pin }) => ({ region: cutOut(region, passage), pin }))
    .filter(({ region }) => canReadAlike(region));
  return { copies: pinAt(index, query, ranked), lookalikes };
}

/** A stretch without the passage itself, which would read most like it. */
function cutOut(region: Span, passage: Span): Span {
  const middle = (region.start + region.end) >>> 1;
  return middle < passage.start
    ? { start: region.start, end: Math.min(region.end, passage.start) }
    : { start: Math.max(region.start, passage.end), end: region.end };
}

/** Tokens that a passage may have become. */
function widthOf({ exact }: Query): number {
  const length = exact.end - exact.start;
  return length + (length >> 1);
}

/** Whether words of the passage that tell enough of what it tells stand together somewhere, in whatever order. */
function createReading(index: PageIndex, query: Query): (region: Span) => boolean {
  const { words, bits, exact } = query;
  /** How often the passage has a word, less how often what is read has it. */
  const left = new Map<number, number>();
  let least = 0;
  for (let token = exact.start; token < exact.end; token++) {
    const word = words[token] ?? -1;
    left.set(word, (left.get(word) ?? 0) + 1);
    least += (bits[token] ?? 0) * leastAlike;
  }
  const width = widthOf(query);
  const turn = (token: number, step: 1 | -1): number => {
    const word = index.words[token] ?? -1;
    const count = left.get(word);
    if (count === undefined) return 0;
    left.set(word, count - step);
    const isMeant = step === 1 ? count > 0 : count >= 0;
    return isMeant ? (index.bits[word] ?? 0) * step : 0;
  };
  return ({ start, end }) => {
    let here = 0;
    let token = start;
    for (; token < end && here < least; token++) {
      here += turn(token, 1);
      if (token - width >= start) here += turn(token - width, -1);
    }
    const isAlike = here >= least;
    for (let read = Math.max(start, token - width); read < token; read++) turn(read, -1);
    return isAlike;
  };
}

function isIn({ start, end }: Span): (token: number) => boolean {
  return (token) => token >= start && token < end;
}

/** The stretches around verbatim copies, each with its copy. */
export function pinAt(index: PageIndex, query: Query, copies: readonly number[]): Candidate[] {
  const { start, end } = query.exact;
  return copies.map((page) => ({
    region: regionAt(index, query, page),
    pin: { query: start, page, length: end - start },
  }));
}

/** One region for places that are next to one another, none for those that are `known`. */
function regionsAt(
  index: PageIndex,
  query: Query,
  places: readonly number[],
  known: readonly number[],
): Candidate[] {
  const seen = [...known];
  return places.flatMap((place) => {
    if (seen.some((other) => Math.abs(other - place) < sameRegion)) return [];
    seen.push(place);
    return [{ region: regionAt(index, query, place), pin: null }];
  });
}

/** Lets the rarest words vote first, until enough votes are cast; returns the bits of the words that voted. */
function vote(
  index: PageIndex,
  { words, bits, places }: Query,
  ballot: Ballot,
  isMeant: (token: number) => boolean,
): number {
  const countOf = (token: number): number => index.countOf(words[token] ?? 0);
  const voters: number[] = [];
  for (let token = 0; token < words.length; token++) {
    if (words[token] !== -1 && isMeant(token)) voters.push(token);
  }
  voters.sort((a, b) => countOf(a) - countOf(b));
  let votes = 0;
  let cast = 0;
  for (const token of voters) {
    votes += countOf(token);
    if (votes > mostVotes) break;
    const weight = bits[token] ?? 0;
    const shift = places[token] ?? 0;
    for (const place of index.placesOf(words[token] ?? 0)) ballot.add(place - shift, weight);
    cast += weight;
  }
  return cast;
}

function rankCopies(index: PageIndex, query: Query, copies: readonly number[]): number[] {
  const { around } = index.ballots;
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

function regionAt(index: PageIndex, { places, exact }: Query, page: number, least = leastMargin): Span {
  const margin = least + ((exact.end - exact.start) >>> 1);
  return {
    start: Math.max(0, page + (places[0] ?? 0) - margin),
    end: Math.min(index.words.length, page + (places.at(-1) ?? 0) + 1 + margin),
  };
}
