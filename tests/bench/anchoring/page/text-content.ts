import type { Stretch } from './tracked.ts';

/** The `textContent` of a root and the nodes it is made of: what the peers search in. */
export type ContentMap = {
  readonly text: string;
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
};

export function mapContent(root: Node): ContentMap {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  const starts: number[] = [];
  let length = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push(node);
    starts.push(length);
    length += node.data.length;
  }
  return { text: nodes.map(({ data }) => data).join(''), nodes, starts };
}

/** Where a range between text nodes is in the text. */
export function contentStretchOf({ nodes, starts }: ContentMap, range: Range): Stretch {
  const placeOf = (node: Node, offset: number): number =>
    (starts[nodes.findIndex((one) => one === node)] ?? 0) + offset;
  return {
    start: placeOf(range.startContainer, range.startOffset),
    end: placeOf(range.endContainer, range.endOffset),
  };
}

/** The range of a stretch of the text; `null` for an empty one. */
export function contentRangeOf({ nodes, starts }: ContentMap, { start, end }: Stretch): Range | null {
  if (end <= start) return null;
  const first = lastAtOrBefore(starts, start);
  const last = lastAtOrBefore(starts, end - 1);
  const startNode = nodes[first];
  const endNode = nodes[last];
  if (startNode === undefined || endNode === undefined) return null;
  const range = document.createRange();
  range.setStart(startNode, start - (starts[first] ?? 0));
  range.setEnd(endNode, Math.min(endNode.data.length, end - (starts[last] ?? 0)));
  return range;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
