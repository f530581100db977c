import type { ArticleBlockKind } from '../../utils/model/article.ts';
import type { ReadArticle, ReadBlock, ReadMark } from '../../utils/model/read-article.ts';

/** Blocks one after the other in the page text, each a line; a line that begins with `|` is the page's, not the article's. */
export function blocksOf(lines: readonly string[], kind: ArticleBlockKind = 'paragraph'): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let start = 0;
  let isApart = false;
  for (const line of lines) {
    const end = start + line.length;
    if (line.startsWith('|')) isApart = true;
    else {
      blocks.push({ kind, start, end, text: line, rank: 0, isApart });
      isApart = false;
    }
    start = end + 1;
  }
  return blocks;
}

/** An article of such lines; a mark lies over the words that it is given with. */
export function articleOf(
  lines: readonly string[],
  marks: readonly (Partial<ReadMark> & { readonly on: string })[] = [],
): ReadArticle {
  const raw = lines.join('\n');
  return {
    state: 'article',
    lang: 'en',
    dir: 'ltr',
    blocks: blocksOf(lines),
    marks: marks.map(({ on, ...part }, index) => {
      const start = raw.indexOf(on);
      if (start === -1) throw new Error(`expected "${on}" in the article`);
      return {
        id: String(index),
        kind: 'highlight',
        colour: 'yellow',
        start,
        end: start + on.length,
        ...part,
      };
    }),
    isCut: false,
  };
}
