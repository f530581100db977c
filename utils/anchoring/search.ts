import type { Span } from '../text/types.ts';
import { align, type Alignment } from './align.ts';
import { findCopies } from './copies.ts';
import { expectAt, findCandidates, pinAt, type Candidate } from './candidates.ts';
import { leastSide, partOf, weigh, type Evidence, type Share } from './evidence.ts';
import type { PageIndex } from './page-index.ts';
import type { Query } from './query.ts';
import { findStarters } from './runs.ts';
import { tokenAt, tokensIn } from './tokens.ts';
import { scoreOf } from './verdict.ts';

/** A place where the passage may be. The span is in offsets of the folded page text. */
export type Place = {
  readonly span: Span;
  readonly evidence: Evidence;
  readonly score: number;
  /** The part of its words that belong to the surroundings of the hole: it is a neighbour of the passage, not itself. */
  readonly taken: number;
};

/** What a search for one passage brought home. */
export type Found = {
  /** Best first; none overlaps another by half. */
  readonly places: readonly Place[];
  /** The bits that the surroundings kept, on the poorer side, at a place where the passage itself is missing. */
  readonly hole: number;
  /** Verbatim copies there are more of than there were: one of them is new, and the old offset says nothing. */
  readonly hasNewCopy: boolean;
  /** Whether nothing better can be elsewhere, so that the search was broken off. */
  readonly isSettled: boolean;
};

/** What settles a search for a passage without likes: the part that is left of it, and bits of either side. */
const settledOwn = 0.7;
const settledSide = 60;
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
    const result = here?.isSettled === true ? here : searchAt(index, query, findCandidates(index, query));
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
  const found: Omit<Place, 'taken'>[] = [];
  let hole = 0;
  let around: ReadonlySet<number> = new Set();
  let isSettled = false;
  const isAlone = query.isAlone && candidates.filter(({ pin }) => pin !== null).length < 2;
  for (const { region, pin } of candidates) {
    const alignment = align(index, query, { starters, region, pin });
    if (alignment === null) continue;
    const evidence = weigh(index, query, alignment);
    if (evidence.span !== null && partOf(evidence.own) >= leastPart) {
      found.push({ span: evidence.span, evidence, score: scoreOf(evidence) });
      isSettled = isAlone && hasSettled(evidence);
      if (isSettled) break;
    } else if (depthOf(evidence) > hole) {
      hole = depthOf(evidence);
      around = surroundingsOf(query, alignment);
    }
  }
  const places = withoutOverlaps(found).map((place) =>
    Object.assign(place, { taken: partIn(index, place.span, around) }),
  );
  const copies = places.filter(({ evidence }) => evidence.isVerbatim).length;
  return { places, hole, isSettled, hasNewCopy: copies > 1 + query.copies };
}

/** From here on nothing better is elsewhere: most of the passage is left, and much of either side. */
function hasSettled({ own, before, behind }: Evidence): boolean {
  return partOf(own) >= settledOwn && [before, behind].every((side) => side.kept >= settledSide);
}

/** The tokens of the page that the passage's surroundings became. */
function surroundingsOf({ exact }: Query, { pageOf }: Alignment): Set<number> {
  const tokens = new Set([...pageOf.subarray(0, exact.start), ...pageOf.subarray(exact.end)]);
  tokens.delete(-1);
  return tokens;
}

function partIn(index: PageIndex, span: Span, around: ReadonlySet<number>): number {
  if (around.size === 0) return 0;
  const { start, end } = tokensIn(index.tokens, span);
  let taken = 0;
  for (let token = start; token < end; token++) if (around.has(token)) taken++;
  return taken / Math.max(1, end - start);
}

function depthOf({ before, behind }: Evidence): number {
  const isTelling = ({ total }: Share): boolean => total >= leastSide;
  if (!isTelling(before)) return behind.kept / 2;
  if (!isTelling(behind)) return before.kept / 2;
  return Math.min(before.kept, behind.kept);
}

function withoutOverlaps<P extends Omit<Place, 'taken'>>(places: readonly P[]): P[] {
  const kept: P[] = [];
  for (const place of [...places].sort((a, b) => b.score - a.score || a.span.start - b.span.start)) {
    if (kept.every((other) => !isMostlySame(other.span, place.span))) kept.push(place);
  }
  return kept;
}

function isMostlySame(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 > Math.min(a.end - a.start, b.end - b.start);
}
