import type { Rival } from '../model/selector.ts';
import type { Span } from '../text/types.ts';
import { findRivalCandidates } from './candidates.ts';
import { mostRivals } from './census.ts';
import { partOf, rivalReach, type Evidence } from './evidence.ts';
import { gone } from './fill.ts';
import type { PageIndex } from './page-index.ts';
import { createPageQuery, type PagePassage, type Query } from './query.ts';
import { searchAt } from './search.ts';
import { readToken, tokensIn } from './tokens.ts';

/** Rivals that are known by their words, and not only by their places. */
const mostKnown = 6;
/** Words that a rival is known by. */
const mostWords = 8;
/** From here on a rival stands in the same surroundings. */
const leastShared = 0.5;
/** Where more tokens than this differ, the surroundings tell enough. */
const mostUnlike = 40;
/** From here on a place reads like the passage. */
const leastLikeness = 0.35;

/** Other places of the page that a passage could be mistaken for: a search of its own page for it, less itself. */
export function findRivals(index: PageIndex, passage: PagePassage, position: Span): Rival[] {
  if (passage.own.start >= passage.own.end) return [];
  const query = createPageQuery(index, passage);
  const { copies, lookalikes } = findRivalCandidates(index, query, passage.own);
  if (copies.length + lookalikes.length === 0) return [];
  // A lookalike near by has less in common with the passage than the passage's surroundings have with themselves.
  const bare = createPageQuery(index, { ...passage, around: passage.own, block: passage.own });
  const { folded } = index.pageText;
  const own = { start: folded.fromRaw(position.start), end: folded.fromRaw(position.end) };
  const ownWords = new Set(query.words);
  const places = searchAt(index, query, copies).places;
  const others = searchAt(index, bare, lookalikes).places;
  // Around a copy, words gather as well.
  const apart = others.filter(({ span }) => places.every((copy) => isApart(copy.span, span)));
  return [...places, ...apart]
    .filter(({ span, evidence }) => isApart(span, own) && partOf(evidence.own) >= leastLikeness)
    .slice(0, mostRivals)
    .map(({ span, evidence, outcomes }, at) => {
      const likeness = partOf(evidence.own);
      const words = at < mostKnown ? wordsAround(index, span, ownWords) : [];
      const rival = { likeness, distance: span.start - own.start, words };
      const unlike = unlikeness(query, evidence, outcomes);
      return unlike === null ? rival : Object.assign(rival, { unlike });
    });
}

/** The tokens of the surroundings that a twin does not share, when it shares most; else `null`. */
function unlikeness({ exact }: Query, { near, far }: Evidence, outcomes: Uint8Array): number[] | null {
  if (near.kept + far.kept <= (near.total + far.total) * leastShared) return null;
  const unlike: number[] = [];
  outcomes.forEach((outcome, token) => {
    if (outcome === gone && (token < exact.start || token >= exact.end)) unlike.push(token - exact.start);
  });
  return unlike.length > mostUnlike ? null : unlike;
}

function isApart(a: Span, b: Span): boolean {
  return a.end <= b.start || b.end <= a.start;
}

/** The words of a rival's neighbourhood that tell most, without those that the passage has as well. */
function wordsAround(index: PageIndex, span: Span, ownWords: ReadonlySet<number>): string[] {
  const { start, end } = tokensIn(index.tokens, span);
  const tokenOf = new Map<number, number>();
  for (let token = Math.max(0, start - rivalReach); token < end + rivalReach; token++) {
    const word = index.words[token];
    if (word !== undefined && !ownWords.has(word)) tokenOf.set(word, token);
  }
  return [...tokenOf]
    .sort(([a], [b]) => (index.bits[b] ?? 0) - (index.bits[a] ?? 0))
    .slice(0, mostWords)
    .map(([, token]) => readToken(index.tokens, token));
}
