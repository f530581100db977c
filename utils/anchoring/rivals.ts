import type { Rival, Selector } from '../model/selector.ts';
import { partOf, rivalReach } from './evidence.ts';
import { tokensIn, readToken } from './tokens.ts';
import type { PageIndex } from './page-index.ts';
import { createQuery, readPassage } from './query.ts';
import { searchAll } from './search.ts';

const mostRivals = 6;
/** Words that a rival is known by. */
const mostWords = 8;
/** From here on a place reads like the passage. */
const leastLikeness = 0.5;

/** Other places of the page that a passage could be mistaken for: a search of its own page for it, less itself. */
export function findRivals(index: PageIndex, selectors: readonly Selector[]): Rival[] {
  const passage = readPassage(selectors);
  if (passage === null || passage.position === null) return [];
  const query = createQuery(index, passage);
  const [found] = searchAll(index, [query]);
  const { folded } = index.pageText;
  const from = passage.position.start;
  const ownStart = folded.fromRaw(from);
  const ownWords = new Set(query.words);
  return (found?.places ?? [])
    .filter(
      ({ span, evidence }) => Math.abs(span.start - ownStart) > 2 && partOf(evidence.own) >= leastLikeness,
    )
    .slice(0, mostRivals)
    .map(({ span, evidence }) => {
      const { start, end } = tokensIn(index.tokens, span);
      const near = new Map<number, number>();
      for (let token = Math.max(0, start - rivalReach); token < end + rivalReach; token++) {
        const word = index.words[token];
        if (word !== undefined && !ownWords.has(word)) near.set(word, token);
      }
      const words = [...near]
        .sort(([a], [b]) => (index.bits[b] ?? 0) - (index.bits[a] ?? 0))
        .slice(0, mostWords)
        .map(([, token]) => readToken(index.tokens, token));
      return { likeness: partOf(evidence.own), distance: folded.toRaw(span).start - from, words };
    });
}
