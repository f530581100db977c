import type { Span } from '../text/types.ts';
import type { PageIndex } from './page-index.ts';

/** A word that stands at more places than this is not looked up at each of them. */
const mostCopies = 4_000;

/** The page tokens at which a sequence of words begins, ascending; empty when one of the words is not on the page. */
export function findCopies(index: PageIndex, words: readonly number[], { start, end }: Span): number[] {
  let rarest = start;
  let places: Int32Array | null = null;
  for (let token = start; token < end; token++) {
    const word = words[token] ?? -1;
    if (word === -1) return [];
    const found = index.placesOf(word);
    if (places === null || found.length < places.length) {
      places = found;
      rarest = token;
    }
  }
  const copies: number[] = [];
  for (const place of places ?? []) {
    const first = place - (rarest - start);
    if (isCopy(index, words, { start, end }, first)) copies.push(first);
    if (copies.length === mostCopies) break;
  }
  return copies;
}

function isCopy(index: PageIndex, words: readonly number[], { start, end }: Span, first: number): boolean {
  for (let token = start; token < end; token++) {
    if (index.words[first + token - start] !== words[token]) return false;
  }
  return true;
}
