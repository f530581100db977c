/** A stretch `[start, end)`. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * Every character of the original has an identity: its number. What is put in has none (-1). A character that
 * replaces another stands in its place and carries its identity, marked as a stand-in.
 */
export type Identities = Map<Text, Int32Array>;

const standInMark = 1 << 26;
export const newcomer = -1;

export function standInFor(identity: number): number {
  return identity === newcomer || identity >= standInMark ? identity : identity + standInMark;
}

/** The text nodes that a page could show, in order. */
export function textNodesOf(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const tag = node.parentElement?.localName ?? '';
    if (!['script', 'style', 'noscript', 'template', 'textarea', 'title'].includes(tag)) nodes.push(node);
  }
  return nodes;
}

/** Gives every character under the root an identity of its own. */
export function identify(root: Node): Identities {
  const identities: Identities = new Map();
  let identity = 0;
  for (const node of textNodesOf(root)) {
    identities.set(
      node,
      new Int32Array(node.data.length).map(() => identity++),
    );
  }
  return identities;
}

/** A deep copy of the root whose characters have the same identities. */
export function cloneTracked<N extends Node>(
  root: N,
  identities: Identities,
): { root: N; identities: Identities } {
  const copy = root.cloneNode(true) as N;
  const copied: Identities = new Map();
  const copies = allTexts(copy);
  allTexts(root).forEach((node, at) => {
    const known = identities.get(node);
    const twin = copies[at];
    if (known !== undefined && twin !== undefined) copied.set(twin, known);
  });
  return { root: copy, identities: copied };
}

function allTexts(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Replaces a stretch of a node's text; the replacement's characters have the identities given. */
export function splice(
  identities: Identities,
  node: Text,
  { start, end }: Stretch,
  { text, ids }: { text: string; ids: ArrayLike<number> },
): void {
  const known = identities.get(node) ?? new Int32Array(node.data.length).fill(newcomer);
  const spliced = new Int32Array(start + ids.length + known.length - end);
  spliced.set(known.subarray(0, start));
  spliced.set(ids, start);
  spliced.set(known.subarray(end), start + ids.length);
  // Never changed in place: copies of the page share them.
  identities.set(node, spliced);
  node.data = node.data.slice(0, start) + text + node.data.slice(end);
}

/** Identities for a replacement: each new character stands in for the one at its place. */
export function standIns(replaced: ArrayLike<number>, length: number): number[] {
  return Array.from({ length }, (_, at) =>
    standInFor(
      replaced[Math.min(replaced.length - 1, Math.floor((at * replaced.length) / length))] ?? newcomer,
    ),
  );
}

/** The page as one string of all its text nodes, with the identity of each character. */
export type FlatPage = {
  readonly text: string;
  readonly ids: Int32Array;
  readonly nodes: readonly Text[];
  readonly starts: ReadonlyMap<Text, number>;
};

export function flatten(root: Node, identities: Identities): FlatPage {
  const nodes = textNodesOf(root);
  const starts = new Map<Text, number>();
  let length = 0;
  for (const node of nodes) {
    starts.set(node, length);
    length += node.data.length;
  }
  const ids = new Int32Array(length).fill(newcomer);
  for (const node of nodes) ids.set(identities.get(node) ?? [], starts.get(node));
  const text = nodes.map(({ data }) => data).join('');
  return { text, ids, nodes, starts };
}

/**
 * Where a passage is now. `outer` reaches farther where its first or last word is gone and words stand there that were
 * put in: whether these replaced it, or stand beside what is left, nobody could tell.
 */
export type Truth = Stretch & { readonly outer?: Stretch };

/** What became of a passage of the original: where it is, `null` when it is gone, `unclear` when most was replaced. */
export function truthOf(page: FlatPage, passage: Stretch): Truth | null | 'unclear' {
  let start = -1;
  let end = -1;
  let own = 0;
  let standing = 0;
  let first = Infinity;
  let last = -1;
  for (let at = 0; at < page.ids.length; at++) {
    const marked = page.ids[at] ?? newcomer;
    const isStandIn = marked >= standInMark;
    const identity = isStandIn ? marked - standInMark : marked;
    if (identity < passage.start || identity >= passage.end) continue;
    if (/\s/u.test(page.text.charAt(at))) continue;
    if (start === -1) start = at;
    end = at + 1;
    first = Math.min(first, identity);
    last = Math.max(last, identity);
    standing++;
    if (!isStandIn) own++;
  }
  if (standing === 0) return null;
  const length = passage.end - passage.start;
  const isTornApart = end - start > 2 * length + 400;
  if (own / standing < 0.4 || own < length * 0.25 || isTornApart) return 'unclear';
  const outer = {
    start: first > passage.start ? pastNewcomers(page, start, -1) : start,
    end: last < passage.end - 1 ? pastNewcomers(page, end, 1) : end,
  };
  return outer.start === start && outer.end === end ? { start, end } : { start, end, outer };
}

/** From an edge of a passage past the words beside it, in the same text node, that were put in. */
function pastNewcomers({ ids, text, nodes, starts }: FlatPage, edge: number, step: 1 | -1): number {
  const startOf = (node: Text): number => starts.get(node) ?? 0;
  const inside = step === 1 ? edge - 1 : edge;
  const node = nodes.findLast((one) => startOf(one) <= inside);
  if (node === undefined) return edge;
  const from = startOf(node);
  const to = from + node.data.length;
  let reached = edge;
  for (let at = step === 1 ? edge : edge - 1; at >= from && at < to; at += step) {
    if (/\s/u.test(text.charAt(at))) continue;
    if (ids[at] !== newcomer) break;
    reached = step === 1 ? at + 1 : at;
  }
  return reached;
}

/** A range as a stretch of the flat page, white space at its ends cut off; `null` when it holds no text. */
export function stretchOf(page: FlatPage, range: Range): Stretch | null {
  let start = -1;
  let end = -1;
  let isInside = false;
  for (const node of page.nodes) {
    if (!range.intersectsNode(node)) {
      if (isInside) break;
      continue;
    }
    isInside = true;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    for (let at = from; at < to; at++) {
      if (isBlank(node.data.charAt(at))) continue;
      const place = (page.starts.get(node) ?? 0) + at;
      if (start === -1) start = place;
      end = place + 1;
    }
  }
  return start === -1 ? null : { start, end };
}

function isBlank(char: string): boolean {
  return /[\s\u00ad\u200b]/u.test(char);
}

export function rangeOf(page: FlatPage, { start, end }: Stretch): Range {
  const range = document.createRange();
  for (const node of page.nodes) {
    const from = page.starts.get(node) ?? 0;
    if (start >= from && start < from + node.data.length) range.setStart(node, start - from);
  }
  for (const node of page.nodes) {
    const from = page.starts.get(node) ?? 0;
    if (end > from && end <= from + node.data.length) range.setEnd(node, end - from);
  }
  return range;
}
