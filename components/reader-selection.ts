import { firstEndingAfter, type Passage, type Span } from '../utils/reader/index.ts';

/**
 * Between the reader view's own document and offsets into the page text. Each block of text carries the offset it
 * begins at as `data-start`, and holds its characters one by one and nothing else.
 */
const blockSelector = '[data-start]';

type Block = { readonly element: HTMLElement; readonly start: number; readonly end: number };

function blocksIn(root: Element): Block[] {
  return [...root.querySelectorAll<HTMLElement>(blockSelector)].map((element) => {
    const start = Number(element.dataset['start']);
    return { element, start, end: start + element.textContent.length };
  });
}

/** The block around a node, `null` outside of the text. */
export function blockAround(root: Element, node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const block = element?.closest<HTMLElement>(blockSelector) ?? null;
  return block !== null && root.contains(block) ? block : null;
}

/** The selected stretch of the article; `null` when nothing of it is selected. */
export function spanOfSelection(root: Element, selection: Selection | null): Span | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const start = offsetOf(root, range.startContainer, range.startOffset, 'start');
  const end = offsetOf(root, range.endContainer, range.endOffset, 'end');
  return start === null || end === null || start >= end ? null : { start, end };
}

function offsetOf(root: Element, node: Node, offset: number, side: 'start' | 'end'): number | null {
  const around = blockAround(root, node);
  if (around !== null) {
    const before = document.createRange();
    before.setStart(around, 0);
    before.setEnd(node, offset);
    return Number(around.dataset['start']) + before.toString().length;
  }
  // Between two blocks: a selection begins with the next one, and ends with the one before.
  const place = document.createRange();
  place.setStart(node, offset);
  const blocks = blocksIn(root);
  const isBehind = ({ element }: Block): boolean => place.comparePoint(element, 0) > 0;
  if (side === 'start') return blocks.find(isBehind)?.start ?? null;
  return blocks.findLast((block) => !isBehind(block))?.end ?? null;
}

/** Selects a stretch, as a mouse would. */
export function selectSpan(root: Element, span: Span): void {
  const range = rangeOf(blocksIn(root), span);
  if (range === null) return;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/** The ranges of a passage, one a piece; those that are not rendered yet are left out. */
export function rangesOf(root: Element, { pieces }: Passage): Range[] {
  const blocks = blocksIn(root);
  return pieces.flatMap((piece) => rangeOf(blocks, piece) ?? []);
}

function rangeOf(blocks: readonly Block[], { start, end }: Span): Range | null {
  const first = blocks[firstEndingAfter(blocks, start)];
  const last = blocks[firstEndingAfter(blocks, end - 1)];
  const from = first === undefined ? null : placeIn(first, start);
  const to = last === undefined ? null : placeIn(last, end);
  if (from === null || to === null) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function placeIn({ element, start }: Block, at: number): { node: Node; offset: number } | null {
  let rest = at - start;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node as Text;
    if (rest <= length) return { node, offset: Math.max(0, rest) };
    rest -= length;
  }
  return null;
}
