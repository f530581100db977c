import type { Selector } from '../model/selector.ts';
import type { PageText, Span } from '../text/types.ts';
import { mostRivals } from './census.ts';
import { decideAll, type Decision, type Known } from './decide.ts';
import { indexOf } from './page-index.ts';
import { createQuery, leastTwin, readPassage, type StoredPassage } from './query.ts';
import { searchAll, type Found } from './search.ts';
import { findUnchanged } from './unchanged.ts';
import { confidenceOf } from './verdict.ts';

/** A place that an orphan may have gone to, for the reader to decide; offsets as in `Anchoring`. */
export type AnchoringCandidate = Span & { readonly confidence: number };

/**
 * Where an annotation stands on this visit; offsets in UTF-16 code units of the page text. `exact`: its words at
 * its old place; `moved`: its words elsewhere; `altered`: its words as they are now. `confidence`: how likely the
 * answer is right, between 0 and 1.
 */
export type Anchoring =
  | ({ readonly status: 'exact' | 'moved' | 'altered'; readonly confidence: number } & Span)
  | {
      readonly status: 'orphan';
      readonly reason: 'deleted' | 'ambiguous';
      readonly confidence: number;
      readonly candidates: readonly AnchoringCandidate[];
    };

/** An unchanged passage with all of its surroundings is another one once in a thousand times at most. */
const unchangedConfidence = 0.999;

/**
 * Places annotations on the page, each given by its selectors; the answers are in the same order. What stands
 * unchanged is seen without an index of the page; all else is searched in it together. Linear in the page and in
 * the number of targets.
 */
export function anchorAll(pageText: PageText, targets: readonly (readonly Selector[])[]): Anchoring[] {
  const { passages, unchanged, decisions } = decideTargets(pageText, targets);
  return passages.map((passage, target) => {
    const span = unchanged[target] ?? null;
    if (span === null) return answer(pageText, passage, decisions.get(target));
    return placed(pageText, { passage, span, isVerbatim: true, confidence: unchangedConfidence });
  });
}

/** What is decided about each target, before it becomes an answer; the benchmark calibrates with it. */
export function decideTargets(
  pageText: PageText,
  targets: readonly (readonly Selector[])[],
): Known & { readonly decisions: ReadonlyMap<number, Decision> } {
  const passages = targets.map(readPassage);
  const unchanged = findAllUnchanged(pageText, passages);
  const open = passages.flatMap((passage, target) =>
    passage === null || unchanged[target] !== null ? [] : [{ target, passage }],
  );
  const index = open.length === 0 ? null : indexOf(pageText);
  const queries = index === null ? [] : open.map(({ passage }) => createQuery(index, passage));
  const results = index === null ? [] : searchAll(index, queries);
  const found = new Map(open.map(({ target }, at) => [target, results[at] ?? nothing]));
  const olds = passages.map((passage) =>
    !passage?.position ? -1 : pageText.folded.fromRaw(passage.position.start),
  );
  const twins = passages.map((passage, target) => twinsOf(passage, olds[target] ?? -1));
  const known = { passages, olds, twins, unchanged, found };
  return { ...known, decisions: decideAll(known) };
}

function twinsOf(passage: StoredPassage | null, old: number): number[] {
  const { position = null, refinement = null } = passage ?? {};
  // Of more twins than were written down nobody knows where the next one was.
  if (position === null || refinement === null || refinement.rivals.length >= mostRivals) return [];
  return refinement.rivals.flatMap(({ likeness, distance }) =>
    distance === undefined || !Number.isFinite(distance) || likeness < leastTwin ? [] : [old + distance],
  );
}

const nothing: Found = { places: [], hole: 0, isSettled: false, hasNewCopy: false, surplus: null };
/** Three words; the blanks of two scripts may differ by less. */
const shortestClause = 5;
/** Places that an orphan offers. */
const mostCandidates = 5;

function answer(
  pageText: PageText,
  passage: StoredPassage | null,
  decision: Decision | undefined,
): Anchoring {
  if (decision === undefined) return { status: 'orphan', reason: 'deleted', confidence: 1, candidates: [] };
  const { place, likelihood, isAmbiguous, others } = decision;
  if (place !== null) {
    const { span, evidence } = place;
    const { start, end } = passage?.exact ?? span;
    // One that has taken in a clause is another, though its own words are there to the letter.
    const isVerbatim = evidence.isVerbatim && span.end - span.start < end - start + shortestClause;
    return placed(pageText, { passage, span, isVerbatim, confidence: confidenceOf(likelihood) });
  }
  return {
    status: 'orphan',
    reason: isAmbiguous ? 'ambiguous' : 'deleted',
    confidence: confidenceOf(1 - likelihood),
    candidates: others.slice(0, mostCandidates).map(({ span, likelihood }) => {
      const { start, end } = pageText.folded.toRaw(span);
      return { start, end, confidence: likelihood };
    }),
  };
}

type Placed = {
  readonly passage: StoredPassage | null;
  readonly span: Span;
  readonly isVerbatim: boolean;
  readonly confidence: number;
};

function placed({ folded }: PageText, { passage, span, isVerbatim, confidence }: Placed): Anchoring {
  const { start, end } = folded.toRaw(span);
  const stays = passage?.position?.start === start;
  const status = !isVerbatim ? 'altered' : stays ? 'exact' : 'moved';
  return { status, start, end, confidence };
}

/** In the order of the page, so that each can stand as far from its old place as the one before. */
function findAllUnchanged(pageText: PageText, passages: readonly (StoredPassage | null)[]): (Span | null)[] {
  const places: (Span | null)[] = passages.map(() => null);
  const order = passages
    .map((passage, target) => ({ target, start: passage?.position?.start ?? -1 }))
    .filter(({ start }) => start !== -1)
    .sort((a, b) => a.start - b.start);
  let shift = 0;
  for (const { target, start } of order) {
    const passage = passages[target];
    if (passage === null || passage === undefined) continue;
    const place = findUnchanged(pageText, passage, shift);
    if (place !== null) shift = place.start - pageText.folded.fromRaw(start);
    places[target] = place;
  }
  return places;
}
