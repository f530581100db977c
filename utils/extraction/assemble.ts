import type { ArticleBlock, ArticleBlockKind } from '../model/article.ts';
import { closestTo, localNameOf } from '../text/dom.ts';
import { foldText } from '../text/fold.ts';
import type { PageText, TextBlock } from '../text/types.ts';

/** The blocks of the page text that hold what Readability found, with their kinds. */
export function assembleBlocks({
  pageText,
  found,
  title,
}: {
  readonly pageText: PageText;
  readonly found: readonly Text[];
  readonly title: string | null;
}): { blocks: ArticleBlock[]; mappedShare: number } {
  const marks = pageText.blocks.map(() => 0);
  let all = 0;
  let mapped = 0;
  for (const node of found) {
    const weight = weigh(node.data);
    all += weight;
    const span = pageText.spanOf(node);
    if (span === null) continue;
    mapped += weight;
    const index = pageText.blocks.findLastIndex((block) => block.start <= span.start);
    if (marks[index] !== undefined) marks[index] += weight;
  }
  const blocks = pageText.blocks
    .filter((block, index) => (marks[index] ?? 0) * 2 >= weigh(pageText.raw.slice(block.start, block.end)))
    .map((block) => ({ kind: kindOf(block, pageText, title), start: block.start, end: block.end }));
  return { blocks, mappedShare: all === 0 ? 1 : mapped / all };
}

function weigh(text: string): number {
  return text.replace(/\s+/gu, '').length;
}

function kindOf(block: TextBlock, pageText: PageText, title: string | null): ArticleBlockKind {
  const { element, start, end } = block;
  const text = foldText(pageText.raw.slice(start, end)).text.trim();
  if (/^h[1-6]$/u.test(localNameOf(element))) {
    return title !== null && text === foldText(title).text.trim() ? 'headline' : 'subheading';
  }
  if (closestTo(element, 'figcaption, caption') !== null) return 'caption';
  if (closestTo(element, 'blockquote') !== null) return 'quote';
  if (closestTo(element, 'li, dd, dt') !== null) return 'list';
  return 'paragraph';
}
