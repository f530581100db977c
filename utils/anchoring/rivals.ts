import type { Rival } from '../model/selector.ts';
import type { Span } from '../text/types.ts';
import { findRivalCandidates } from './candidates.ts';
import { partOf, rivalReach } from './evidence.ts';
import type { PageIndex } from './page-index.ts';
import { createPageQuery, mostRivals, type PagePassage } from './query.ts';
import { searchAt } from './search.ts';
import { readToken, tokensIn } from './tokens.ts';

/** Words that a rival is known by. */
const mostWords = 8;
/** From here on a place reads like the passage. */
const leastLikeness = 0.5;

/** Other places of the page that a passage could be mistaken for: a search of its own page for it, less itself. */
export function findRivals(index: PageIndex, passage: PagePassage, position: Span): Rival[] {
  if (passage.own.start >= passage.own.end) return [];
  const query = createPageQuery(index, passage);
  const candidates = findRivalCandidates(index, query, passage.own.start);
  if (candidates.length === 0) return [];
  const { folded } = index.pageText;
  const own = { start: folded.fromRaw(position.start), end: folded.fromRaw(position.end) };
  const ownWords = new Set(query.words);
  return searchAt(index, query, candidates)
    .places.filter(({ span, evidence }) => isApart(span, own) && partOf(evidence.own) >= leastLikeness)
    .slice(0, mostRivals)
    .map(({ span, evidence }) => ({
      likeness: partOf(evidence.own),
      distance: folded.toRaw(span).start - position.start,
      words: wordsAround(index, span, ownWords),
    }));
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
