import type { Span } from '../text/types.ts';
import { align, outerTokens, type Alignment } from './align.ts';
import { findCopies } from './copies.ts';
import { expectAt, findCandidates, pinAt, type Candidate } from './candidates.ts';
import { leastSide, partOf, weigh, type Evidence, type Share } from './evidence.ts';
import type { PageIndex } from './page-index.ts';
import { adjoining, countApart } from './census.ts';
import type { Query } from './query.ts';
import { findStarters } from './runs.ts';
import { tokenAt, tokensIn } from './tokens.ts';
import { scoreOf } from './verdict.ts';

/** A place where the passage may be. The span is in offsets of the folded page text. */
export type Place = {
  readonly span: Span;
  readonly evidence: Evidence;
  readonly score: number;
  /** What became of each token of the query. */
  readonly outcomes: Uint8Array;
};

/** What a search for one passage brought home. */
export type Found = {
  /** Best first; none overlaps another by half. */
  readonly places: readonly Place[];
  /** The bits that the surroundings kept, on the poorer side, at a place where the passage itself is missing. */
  readonly hole: number;
  /** Verbatim copies there are more of than there were: one of them is new, and the old offset says nothing. */
  readonly hasNewCopy: boolean;
  /** Verbatim copies, less what there were besides the passage; `null` when that is not known or there were none. */
  readonly surplus: number | null;
  /** Whether nothing better can be elsewhere, so that the search was broken off. */
  readonly isSettled: boolean;
};

/** What settles a search for a passage without likes: the part that is left of it, and bits of either side. */
const settledOwn = 0.7;
const settledSide = 60;
/** With less of the words left that adjoin it, on either side, a copy may be beside the passage. */
const leastPoor = 0.5;
/** With less of its words left, a passage is no longer there. */
export const leastPart = 0.3;

/** Searches the page for passages. The work for one does not depend on the page's length. */
export function searchAll(index: PageIndex, queries: readonly Query[]): Found[] {
  const found: Found[] = [];
  const inOrder = queries
    .map((query, at) => ({ query, at, old: oldTokenOf(index, query) }))
    .sort((a, b) => a.old - b.old);
  // Tokens by which the passage before is farther down than it was: this one most likely is, too.
  let shift = 0;
  for (const { query, at, old } of inOrder) {
    const copies = findCopies(index, query.words, query.exact);
    const likely = copies.length === 0 ? [expectAt(index, query, old + shift)] : pinAt(index, query, copies);
    const here = old === -1 || likely.length > 1 ? null : searchAt(index, query, likely);
    const expected = old === -1 || copies.length === 0 ? [] : [expectAt(index, query, old + shift)];
    // The copies may be twins, and the passage itself no copy any more.
    const result =
      here?.isSettled === true
        ? here
        : searchAt(index, query, [...findCandidates(index, query), ...expected]);
    found[at] = result;
    const [place] = result.places;
    if (place !== undefined && result.isSettled) shift = tokensIn(index.tokens, place.span).start - old;
  }
  return found;
}

/** The token that is now where the passage began; -1 when that is not known. */
function oldTokenOf({ pageText, tokens }: PageIndex, { position }: Query): number {
  return position === null ? -1 : tokenAt(tokens, pageText.folded.fromRaw(position.start));
}

/** What is at the candidates. */
export function searchAt(index: PageIndex, query: Query, candidates: readonly Candidate[]): Found {
  const starters = findStarters(query);
  const found: Place[] = [];
  let hole = 0;
  let isSettled = false;
  const isAlone = query.isAlone && candidates.filter(({ pin }) => pin !== null).length < 2;
  const looks = [...candidates];
  for (const { region, pin } of looks) {
    const alignment = align(index, query, { starters, region, pin });
    if (alignment === null) continue;
    const evidence = weigh(index, query, alignment);
    if (pin !== null && isBeside(evidence)) looks.push({ region, pin: null });
    if (evidence.span !== null && partOf(evidence.own) >= leastPart) {
      found.push({ span: evidence.span, evidence, outcomes: alignment.outcomes, score: scoreOf(evidence) });
      isSettled = isAlone && hasSettled(evidence);
      if (isSettled) break;
    } else hole = Math.max(hole, depthOf(evidence));
  }
  // Of two copies that adjoined, one is left between its surroundings, whichever went.
  const isApart = query.copies === query.groups;
  if (hole === 0 && found.length > 0 && !isSettled && isApart && mayHide(found))
    hole = findHole(index, query, candidates);
  const places = withoutOverlaps(found);
  return { places, hole, isSettled, ...countCopiesIn(query, places) };
}

/** Whether there may be a hole beside these places: none stands between the surroundings, or a copy that does may be a twin. */
function mayHide(places: readonly Place[]): boolean {
  return places.every(({ evidence }) => evidence.isVerbatim || depthOf(evidence) < settledSide);
}

/** The same beside a copy, which has more in common with the passage than its hole has: the surroundings by themselves. */
function findHole(index: PageIndex, query: Query, candidates: readonly Candidate[]): number {
  const { start, end } = query.exact;
  const bare = {
    ...query,
    words: query.words.map((word, token) => (token >= start && token < end ? -1 : word)),
  };
  const starters = findStarters(bare);
  let hole = 0;
  for (const { region, pin } of candidates) {
    const alignment = pin === null ? align(index, bare, { starters, region, pin }) : null;
    if (alignment === null || !hasClosed(bare, alignment)) continue;
    hole = Math.max(hole, depthOf(weigh(index, bare, alignment)));
  }
  return hole;
}

/** Whether what adjoined the passage on its two sides is nearer than it was. */
function hasClosed(query: Query, alignment: Alignment): boolean {
  const { before, behind } = outerTokens(query, alignment);
  const { pageOf } = alignment;
  const now = (pageOf[behind] ?? Infinity) - (pageOf[before] ?? -Infinity);
  return now <= (behind - before) / 2 + 1;
}

function countCopiesIn(
  { copies, groups }: Query,
  places: readonly Place[],
): Pick<Found, 'hasNewCopy' | 'surplus'> {
  const verbatim = places.filter(({ evidence }) => evidence.isVerbatim).map(({ span }) => span);
  const [first = { start: 0, end: 0 }] = verbatim;
  const length = first.end - first.start;
  const starts = verbatim.map(({ start }) => start);
  const isKnown = groups > 0 && groups < Infinity;
  return {
    hasNewCopy: countApart(starts, length) > 1 + copies,
    surplus: isKnown
      ? countApart(starts, groups === copies ? length : length + adjoining + 1) - groups
      : null,
  };
}

/** From here on nothing better is elsewhere: most of the passage is left, and much of either side. */
function hasSettled({ own, before, behind }: Evidence): boolean {
  return partOf(own) >= settledOwn && [before, behind].every((side) => side.kept >= settledSide);
}

/** Whether this copy stands beside the surroundings, not between them: the passage, or its hole, is next to it. */
function isBeside({ before, behind, parting, poorSide }: Evidence): boolean {
  return (Math.max(...parting) > 0 || poorSide < leastPoor) && before.kept + behind.kept >= settledSide;
}

/** The bits that both sides of a hole kept, on the poorer side: chance keeps a small part of them. */
export function depthOf({ before, behind }: Evidence): number {
  const isTelling = ({ total }: Share): boolean => total >= leastSide;
  const depth = (side: Share): number => side.kept * partOf(side);
  if (!isTelling(before) || !isTelling(behind)) return 0;
  return Math.min(depth(before), depth(behind));
}

/** Of places that overlap the best is left, in its verbatim reading: a sign of the surroundings is no edge of a passage. */
function withoutOverlaps(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of [...places].sort((a, b) => b.score - a.score || a.span.start - b.span.start)) {
    const at = kept.findIndex((other) => isMostlySame(other.span, place.span));
    const known = kept[at];
    if (known === undefined) kept.push(place);
    else if (place.evidence.isVerbatim && !known.evidence.isVerbatim)
      kept[at] = { ...place, score: known.score };
  }
  return kept;
}

function isMostlySame(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 > Math.min(a.end - a.start, b.end - b.start);
}
