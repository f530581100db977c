import type { Span } from '../text/types.ts';
import { createOrder, noOrder, type Order } from './order.ts';
import type { StoredPassage } from './query.ts';
import { depthOf, type Found, type Place } from './search.ts';
import { claimAll } from './claim.ts';
import { partOf } from './evidence.ts';
import { bitsPerDoubling, likelihoodOf, scoreMoved, scoreOf, shareOfFirst, type Weighed } from './verdict.ts';

/** A decision about one passage; the spans are in offsets of the folded text. */
export type Decision = {
  /** The place it is at; `null` for an orphan. */
  readonly place: Place | null;
  readonly likelihood: number;
  /** The best place and what was weighed; `null` when there is none. */
  readonly weighed: Weighed | null;
  /** The part of the likelihood that the other places leave to the best. */
  readonly share: number;
  /** Whether nothing but other places as good as the best stood in its way. */
  readonly isAmbiguous: boolean;
  readonly others: readonly { readonly span: Span; readonly likelihood: number }[];
};

/** Bits that the order of the other passages is worth. */
const orderWorth = 8;
/** Bits that a place is worth where the passage was, and no twin of it. */
const claimWorth = 32;
/** Bits of surroundings that closed over nothing, on the poorer side, from which on the passage is not between them. */
const certainHole = 60;
const mostCloseness = 8;
/** A place with less of the passage's words is none of its twins. */
const leastAlike = 0.5;
/** From here on a place is good enough to tell where its neighbours should be. */
const sureEnough = 0.97;
/** A wrong place is worse than a lost passage, but both are errors. */
const leastLikelihood = 0.55;
/** Bits for the last of copies that became more: what is written twice is announced above oftener than repeated below. */
const lastCopyWorth = 12;

/** What is known of all passages of the page, one element each. */
export type Known = {
  readonly passages: readonly (StoredPassage | null)[];
  /** Their old offsets in the folded text of the page as it was, nearly; -1 where they are not known. */
  readonly olds: readonly number[];
  /** Where the old page had other places that read like theirs. */
  readonly twins: readonly (readonly number[])[];
  /** Places of the unchanged ones. */
  readonly unchanged: readonly (Span | null)[];
  /** What was found of the others. */
  readonly found: ReadonlyMap<number, Found>;
};

/**
 * Decides where each of the searched passages is. First each for itself; then those that are sure tell the others
 * about where they should be; last, of two passages that were apart and now claim one place, the weaker one lets go.
 */
export function decideAll(known: Known): Map<number, Decision> {
  const placeOf = (target: number): number => known.olds[target] ?? -1;
  const sure: { old: number; now: number }[] = [];
  known.unchanged.forEach((span, target) => {
    if (span !== null) sure.push({ old: placeOf(target), now: span.start });
  });
  for (const [target, found] of known.found) {
    const { place, likelihood } = decide(found, expect(known, { target, found }, noOrder));
    if (place !== null && likelihood >= sureEnough && placeOf(target) !== -1) {
      sure.push({ old: placeOf(target), now: place.span.start });
    }
  }
  const order = createOrder(sure);
  const decisions = new Map<number, Decision>();
  for (const [target, found] of known.found) {
    decisions.set(target, decide(found, expect(known, { target, found }, order)));
  }
  for (const target of findUsurpers(known, decisions)) {
    const found = known.found.get(target);
    if (found === undefined) continue;
    const left = decisions.get(target)?.place;
    const rest = { ...found, places: found.places.filter((place) => place !== left) };
    decisions.set(target, decide(rest, expect(known, { target, found: rest }, order)));
  }
  return decisions;
}

/** What is known of where the passage should be, whatever its words say. */
type Expectation = {
  /** 1 where the order of the other passages has it, -1 elsewhere, 0 when it is not known. */
  readonly orderOf: (place: Place) => number;
  /** Bits for being near the old offset, carried along with the passage before. */
  readonly closenessOf: (place: Place) => number;
  /** Between 1, where the passage was, and -1, where a twin of it was; 0 without twins. */
  readonly claimOf: (place: Place) => number;
};

function expect(
  { passages, olds, twins }: Known,
  { target, found }: { target: number; found: Found },
  order: Order,
): Expectation {
  const { places, hasNewCopy } = found;
  const old = olds[target] ?? -1;
  const expected = order.expect(old);
  const alike = places
    .filter(({ evidence }) => partOf(evidence.own) >= leastAlike)
    .map(({ span }) => span.start)
    .sort((a, b) => a - b);
  const rivals = (twins[target] ?? []).map((twin) => order.expect(twin));
  const { start = 0, end = 0 } = passages[target]?.exact ?? {};
  const closed = hasLeft(found) ? end - start : null;
  const claims = claimAll(alike, expected, { twins: rivals, hasNewCopy, closed });
  return {
    orderOf: ({ span }) => (old === -1 ? 0 : order.check(old, span.start)),
    closenessOf: ({ span }) => (old === -1 || hasNewCopy ? 0 : closeness(span.start - expected)),
    claimOf: ({ span }) => claims[alike.indexOf(span.start)] ?? 0,
  };
}

/** Bits for standing where it stood; every doubling of the distance (in units of 16 characters) costs one. */
function closeness(distance: number): number {
  return Math.max(0, mostCloseness - Math.log2(1 + Math.abs(distance) / 16));
}

/** Whether its surroundings are known to be without it: then nothing that reads like them tells where it went. */
function hasLeft({ places, hole }: Found): boolean {
  return hole >= certainHole && places.every(({ evidence }) => depthOf(evidence) < hole / 2);
}

function decide(found: Found, { orderOf, closenessOf, claimOf }: Expectation): Decision {
  const { places, hole, hasNewCopy, surplus } = found;
  const bitsOf = hasLeft(found) ? scoreMoved : scoreOf;
  const ranked = places
    .map((place) => {
      const order = orderOf(place);
      const claim = claimOf(place);
      const bonus = orderWorth * order + closenessOf(place) + claimWorth * claim;
      return { place, order, claim, score: bitsOf(place.evidence) + bonus };
    })
    .sort((a, b) => b.score - a.score);
  if (hasNewCopy) preferLast(ranked);
  const [best] = ranked;
  if (best === undefined)
    return { place: null, likelihood: 0, weighed: null, share: 1, isAmbiguous: false, others: [] };
  const { evidence } = best.place;
  const weighed: Weighed = {
    evidence,
    hole,
    order: best.order,
    claim: best.claim,
    isMissing: isMissing(surplus, evidence.isVerbatim),
    isComplete: surplus !== null && surplus > 0 && evidence.isVerbatim,
  };
  const alone = likelihoodOf(weighed);
  const share = shareOfFirst(ranked.map(({ score }) => score));
  const likelihood = alone * share;
  const isPlaced = likelihood > leastLikelihood;
  return {
    place: isPlaced ? best.place : null,
    likelihood,
    weighed,
    share,
    isAmbiguous: !isPlaced && alone > leastLikelihood,
    others: ranked.map(({ place, score }) => ({
      span: place.span,
      likelihood: likelihood * 2 ** ((score - best.score) / bitsPerDoubling),
    })),
  };
}

/** Of copies that are as good as the best, the last one is preferred. */
function preferLast(ranked: { readonly place: Place; score: number }[]): void {
  const least = (ranked[0]?.score ?? 0) - 2 * lastCopyWorth;
  const good = ranked.filter(({ place, score }) => place.evidence.isVerbatim && score >= least);
  const last = good.toSorted((a, b) => b.place.span.start - a.place.span.start)[0];
  if (last !== undefined && good.length > 1) last.score += lastCopyWorth;
  ranked.sort((a, b) => b.score - a.score);
}

/** Whether a copy is missing, or, where the place is no copy, none is. */
function isMissing(surplus: number | null, isVerbatim: boolean): boolean {
  return surplus !== null && isVerbatim === surplus <= 0;
}

/** Passages that claim a place which another passage, once apart from it, has a better claim to. */
function findUsurpers(known: Known, decisions: ReadonlyMap<number, Decision>): number[] {
  const claims: { target: number; old: Span; now: Span; strength: number }[] = [];
  known.passages.forEach((passage, target) => {
    const old = passage?.position;
    const now = known.unchanged[target] ?? decisions.get(target)?.place?.span;
    if (old === null || old === undefined || now === undefined) return;
    claims.push({ target, old, now, strength: decisions.get(target)?.likelihood ?? 1 });
  });
  claims.sort((a, b) => a.now.start - b.now.start);
  const usurpers: number[] = [];
  claims.forEach((claim, at) => {
    // Claims are many and short: those that reach over this one are next to it.
    for (let other = at + 1; other < claims.length && other <= at + 8; other++) {
      const rival = claims[other];
      if (rival === undefined || rival.now.start >= claim.now.end) break;
      const wereApart = claim.old.end <= rival.old.start || rival.old.end <= claim.old.start;
      if (wereApart) usurpers.push(claim.strength < rival.strength ? claim.target : rival.target);
    }
  });
  return usurpers;
}
