import type { ArticleBlock } from '../model/article.ts';
import type { Page } from './parts.ts';
import { shinglesOf } from './plain.ts';

/** Below this the reader is told that text is probably missing. */
const enough = 0.75;
/** A stated body shorter than this is a summary. */
const tellingLength = 400;

/**
 * How much of the text that should be the article was found, from 0 to 1: measured on the text that the page states
 * of itself, else on the running text in the same part of the page.
 */
export function measureCoverage(
  page: Page,
  blocks: readonly ArticleBlock[],
  articleBody: string | null,
): { readonly coverage: number; readonly isProbablyIncomplete: boolean } {
  const starts = new Set(blocks.map(({ start }) => start));
  const chosen = page.parts.filter(({ block }) => starts.has(block.start));
  const coverage =
    articleBody !== null && articleBody.length >= tellingLength
      ? shareOf(articleBody, chosen.map(({ plain }) => plain).join(' '))
      : shareOfNeighbours(page, starts);
  return { coverage, isProbablyIncomplete: coverage < enough };
}

function shareOf(articleBody: string, text: string): number {
  const stated = shinglesOf(articleBody.slice(0, 300_000));
  if (stated.length === 0) return 1;
  const found = new Set(shinglesOf(text));
  return stated.filter((shingle) => found.has(shingle)).length / stated.length;
}

/** Of the running text under the element that holds the chosen text, the part that was chosen. */
function shareOfNeighbours(page: Page, starts: ReadonlySet<number>): number {
  let chosen = 0;
  let left = 0;
  for (const part of page.parts) {
    if (starts.has(part.block.start)) chosen += part.block.weight;
    else if (
      part.isProse &&
      part.path.some((id) => page.isMain(id) && /^(?:article|main)$/u.test(page.tagOf(id)))
    ) {
      left += part.block.weight;
    }
  }
  return chosen === 0 ? 0 : chosen / (chosen + left);
}
