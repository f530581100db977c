import type { FlatPage, Stretch } from './tracked.ts';

/** A block of text without blocks inside, and its stretch of the flat page. */
export type Block = Stretch & { readonly element: Element; readonly text: string };

const blockTags =
  'p, li, figcaption, h1, h2, h3, h4, h5, h6, td, th, dd, dt, blockquote, caption, summary, pre, div, section, article';

/** The blocks that a reader sees, in order. */
export function blocksOf(page: FlatPage): Block[] {
  const nodesOf = new Map<Element, Text[]>();
  for (const node of page.nodes) {
    const element = node.parentElement?.closest(blockTags);
    if (element === null || element === undefined) continue;
    const nodes = nodesOf.get(element);
    if (nodes === undefined) nodesOf.set(element, [node]);
    else nodes.push(node);
  }
  const blocks: Block[] = [];
  for (const [element, nodes] of nodesOf) {
    const [first] = nodes;
    const last = nodes.at(-1);
    if (first === undefined || last === undefined || element.querySelector(blockTags) !== null) continue;
    if (!nodes.every(isSeen)) continue;
    const stretch = trim(page.text, {
      start: page.starts.get(first) ?? 0,
      end: (page.starts.get(last) ?? 0) + last.data.length,
    });
    const text = page.text.slice(stretch.start, stretch.end);
    if (text.length > 0) blocks.push({ ...stretch, element, text });
  }
  return blocks;
}

/** Not hidden, and neither clipped to a point nor moved off the page for screen readers only. */
export function isSeen(node: Text): boolean {
  const parent = node.parentElement;
  if (parent === null || !parent.checkVisibility({ visibilityProperty: true })) return false;
  if (node.data.trim() === '') return true;
  const range = document.createRange();
  range.selectNodeContents(node);
  const { width, height } = range.getBoundingClientRect();
  const box = parent.getBoundingClientRect();
  const isOnPage = box.right + scrollX > 0 && box.bottom + scrollY > 0;
  return width > 1 && height > 1 && (box.width > 1 || box.height > 1) && isOnPage;
}

export function trim(text: string, { start, end }: Stretch): Stretch {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The sentences of a block, as stretches of the flat page. */
export function sentencesOf(block: Block): Stretch[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  return [...segmenter.segment(block.text)]
    .map(({ index, segment }) => trim(block.text, { start: index, end: index + segment.length }))
    .filter(({ start, end }) => end - start > 3)
    .map(({ start, end }) => ({ start: start + block.start, end: end + block.start }));
}

/** The words of a stretch, separated by white space. */
export function wordsOf(text: string, { start, end }: Stretch): Stretch[] {
  return [...text.slice(start, end).matchAll(/\S+/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
