import type { ArticleBlock } from '../model/article.ts';
import type { Page, Part } from './parts.ts';

/** What the page says that it is. */
export type PageClaims = {
  readonly url: string;
  /** It has linked data of an article, or calls itself one for sharing. */
  readonly isArticle: boolean;
};

/** Less running text than this is no article unless the page says so; characters without white space. */
const shortest = 250;
const shortestClaimed = 80;

/** Whether what was found is one article, and not the front of a site, a section or a list of results. */
export function isOneArticle(page: Page, blocks: readonly ArticleBlock[], claims: PageClaims): boolean {
  const starts = new Set(
    blocks.filter(({ kind }) => kind !== 'caption' && kind !== 'headline').map(({ start }) => start),
  );
  const chosen = page.parts.filter(({ block }) => starts.has(block.start));
  // A CJK character says about as much as three letters.
  const mass = chosen.reduce(
    (sum, { block }) =>
      sum + block.weight * (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(block.text) ? 3 : 1),
    0,
  );
  if (mass < (claims.isArticle ? shortestClaimed : shortest)) return false;
  if (isRoot(claims.url) && !claims.isArticle) return false;
  return claims.isArticle || !isListOfTeasers(page, chosen);
}

function isRoot(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return /^\/(?:index\.\w+|[a-z]{2})?\/?$/u.test(pathname) && search === '' && !/^#[/!]./u.test(hash);
}

/** Every teaser stands in a box of its own, with a heading or a link beside it; a story's paragraphs share one. */
function isListOfTeasers(page: Page, chosen: readonly Part[]): boolean {
  const prose = chosen.filter((part) => part.isProse);
  const boxes = new Map<number, number>();
  for (const part of prose) {
    const box =
      part.path.find((id) => /^(?:article|li|tr|section)$/u.test(page.tagOf(id))) ??
      page.parentOf(part.block.element);
    boxes.set(box, (boxes.get(box) ?? 0) + part.block.weight);
  }
  const all = prose.reduce((sum, { block }) => sum + block.weight, 0);
  const largest = Math.max(0, ...boxes.values());
  return boxes.size >= 4 && largest < 0.4 * all && prose.length < 2 * boxes.size;
}
