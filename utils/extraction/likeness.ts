import { plainOf, shinglesOf } from './plain.ts';

/** What two articles are to each other. */
export type ArticleLikeness = 'same' | 'different' | 'unsure';

/** The parts of an article by which it is recognised. */
export type ArticleFace = { readonly title: string; readonly text: string };

/** Fewer shingles than this say nothing. */
const telling = 30;

/**
 * How much of the shorter text is in the longer one, from 0 to 1, so that a live article that has grown is still the
 * same; `null` when one is too short to tell.
 */
export function shareInCommon(a: ArticleFace, b: ArticleFace): number | null {
  const [first, second] = [new Set(shinglesOf(a.text)), new Set(shinglesOf(b.text))];
  const fewest = Math.min(first.size, second.size);
  if (fewest < telling) return null;
  let common = 0;
  for (const shingle of first) if (second.has(shingle)) common++;
  return common / fewest;
}

/** Whether both have the same headline, and have one. */
export function hasSameTitle(a: ArticleFace, b: ArticleFace): boolean {
  const title = plainOf(a.title);
  return title !== '' && title === plainOf(b.title);
}

/**
 * Whether two texts are versions of one article. Two pages that claim one address are to be merged only when this
 * says `same`; on `unsure` the reader is to be asked.
 */
export function compareArticles(a: ArticleFace, b: ArticleFace): ArticleLikeness {
  const share = shareInCommon(a, b);
  const isSameTitle = hasSameTitle(a, b);
  if (share === null) return isSameTitle && a.text === b.text ? 'same' : 'unsure';
  if (share >= 0.6 || (isSameTitle && share >= 0.3)) return 'same';
  return share < 0.1 && !isSameTitle ? 'different' : 'unsure';
}
