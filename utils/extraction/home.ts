import type { Page, Part } from './parts.ts';

/**
 * The element that the story stands in: the smallest one that holds nearly all of the found running text, and from
 * there up to the article or main element, so that a body that is split by offers and pictures comes together. Of
 * several articles under each other it is the one with the headline.
 */
export function homeOf(
  page: Page,
  seeds: readonly Part[],
  title: string,
): { readonly root: number; readonly home: number } {
  const root = rootOf(page, seeds);
  const articles = articlesBelow(page, seeds, root);
  if (articles.length > 1) {
    const own = articles.find((id) =>
      page.parts.some((part) => part.path.includes(id) && part.plain === title),
    );
    if (own !== undefined) return { root: own, home: own };
  }
  let home = root;
  for (let id = root; id > 0 && page.tagOf(id) !== 'body'; id = page.parentOf(id)) {
    home = id;
    if (/^(?:article|main)$/u.test(page.tagOf(id))) break;
  }
  return { root, home };
}

function rootOf(page: Page, seeds: readonly Part[]): number {
  const all = seeds.reduce((sum, { block }) => sum + block.weight, 0);
  const weights = new Map<number, number>();
  for (const { block, path } of seeds)
    for (const id of path) weights.set(id, (weights.get(id) ?? 0) + block.weight);
  let root = 0;
  for (const [id, weight] of weights) {
    // A name that says "the body" is believed with less text in it.
    const enough = page.isNamed(id, 'body') ? 0.7 : 0.85;
    // Indexes grow from the outside inwards.
    if (weight >= enough * all && id > root) root = id;
  }
  return root;
}

function articlesBelow(page: Page, seeds: readonly Part[], root: number): number[] {
  const found = new Set<number>();
  for (const { path } of seeds) {
    const article = path.findLast((id) => page.tagOf(id) === 'article');
    if (article !== undefined && article > root) found.add(article);
  }
  return [...found];
}
