import type { createFollowers } from './followers.ts';
import type { describeArticle, rememberBlocks, spanOfPieces } from './read-article.ts';
import type { scrollToRect } from './scroll-to.ts';

/** What the page side needs now and then only, and a page on which the reader merely looks at highlights does without. */
export type Further = {
  readonly createFollowers: typeof createFollowers;
  readonly describeArticle: typeof describeArticle;
  readonly rememberBlocks: typeof rememberBlocks;
  readonly spanOfPieces: typeof spanOfPieces;
  readonly scrollToRect: typeof scrollToRect;
};

/** As with the caret, the script with the page's UI leaves it under a key that no element of a page can be found under. */
const key = Symbol.for('pressmark further');

export function provideFurther(further: Further): void {
  Reflect.set(globalThis, key, further);
}

/** What was left, `null` as long as its script has not run. */
export function findFurther(): Further | null {
  return (Reflect.get(globalThis, key) as Further | undefined) ?? null;
}
