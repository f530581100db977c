import { plainOf, wordsOf } from './parts.ts';

/** What two articles are to each other. */
export type ArticleLikeness = 'same' | 'different' | 'unsure';

/** Words in a row that are compared; short enough for small edits, long enough not to meet by chance. */
const shingleLength = 4;
/** Fewer shingles than this say nothing. */
const telling = 30;

/**
 * Whether two texts are versions of one article. Measured is how much of the shorter text is in the longer one, so
 * that a live article that has grown is still the same. Two pages that claim one address are to be merged only when
 * this says `same`; on `unsure` the reader is to be asked.
 */
export function compareArticles(
  a: { readonly title: string; readonly text: string },
  b: { readonly title: string; readonly text: string },
): ArticleLikeness {
  const [first, second] = [shinglesOf(a.text), shinglesOf(b.text)];
  const hasSameTitle = plainOf(a.title) === plainOf(b.title) && plainOf(a.title) !== '';
  const fewest = Math.min(first.size, second.size);
  if (fewest < telling) return hasSameTitle && a.text === b.text ? 'same' : 'unsure';
  let common = 0;
  for (const shingle of first) if (second.has(shingle)) common++;
  const share = common / fewest;
  if (share >= 0.6 || (hasSameTitle && share >= 0.3)) return 'same';
  return share < 0.1 && !hasSameTitle ? 'different' : 'unsure';
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  const shingles = new Set<string>();
  for (let index = 0; index + shingleLength <= words.length; index++) {
    shingles.add(words.slice(index, index + shingleLength).join(' '));
  }
  return shingles;
}
