/** What two articles are compared by. */
export type ArticleLikeness = 'same' | 'different' | 'unsure';

/**
 * Whether two texts are versions of one article. Two pages that claim one address are merged only when this says
 * `same`; on `unsure` the reader is asked.
 */
export function compareArticles(
  a: { readonly title: string; readonly text: string },
  b: { readonly title: string; readonly text: string },
): ArticleLikeness {
  return a.text === b.text && a.title === b.title ? 'same' : 'unsure';
}
