/** A stretch `[start, end)`. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * Every character of the original has an identity: its number. What is put in has none (-1). A character that
 * replaces another stands in its place and carries its identity, marked as a stand-in.
 */
export type Identities = Map<Text, number[]>;

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
      Array.from({ length: node.data.length }, () => identity++),
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
    if (known !== undefined && twin !== undefined) copied.set(twin, [...known]);
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
  { text, ids }: { text: string; ids: readonly number[] },
): void {
  const known = identities.get(node) ?? Array.from({ length: node.data.length }, () => newcomer);
  identities.set(node, [...known.slice(0, start), ...ids, ...known.slice(end)]);
  node.data = node.data.slice(0, start) + text + node.data.slice(end);
}

/** Identities for a replacement: each new character stands in for the one at its place. */
export function standIns(replaced: readonly number[], length: number): number[] {
  return Array.from({ length }, (_, at) =>
    standInFor(
      replaced[Math.min(replaced.length - 1, Math.floor((at * replaced.length) / length))] ?? newcomer,
    ),
  );
}

/** The page as one string of all its text nodes, with the identity of each character. */
export type FlatPage = {
  readonly text: string;
  readonly ids: readonly number[];
  readonly nodes: readonly Text[];
  readonly starts: ReadonlyMap<Text, number>;
};

export function flatten(root: Node, identities: Identities): FlatPage {
  const nodes = textNodesOf(root);
  const starts = new Map<Text, number>();
  const ids: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.set(node, text.length);
    text += node.data;
    const known = identities.get(node);
    for (let at = 0; at < node.data.length; at++) ids.push(known?.[at] ?? newcomer);
  }
  return { text, ids, nodes, starts };
}

/** What became of a passage of the original: where it is, `null` when it is gone, `unclear` when most was replaced. */
export function truthOf(page: FlatPage, passage: Stretch): Stretch | null | 'unclear' {
  let start = -1;
  let end = -1;
  let own = 0;
  let standing = 0;
  page.ids.forEach((marked, at) => {
    const isStandIn = marked >= standInMark;
    const identity = isStandIn ? marked - standInMark : marked;
    if (identity < passage.start || identity >= passage.end) return;
    if (/\s/u.test(page.text.charAt(at))) return;
    if (start === -1) start = at;
    end = at + 1;
    standing++;
    if (!isStandIn) own++;
  });
  if (standing === 0) return null;
  const length = passage.end - passage.start;
  const isTornApart = end - start > 2 * length + 400;
  return own / standing < 0.4 || own < length * 0.25 || isTornApart ? 'unclear' : { start, end };
}

/** A range as a stretch of the flat page, white space at its ends cut off; `null` when it holds no text. */
export function stretchOf(page: FlatPage, range: Range): Stretch | null {
  let start = -1;
  let end = -1;
  for (const node of page.nodes) {
    if (!range.intersectsNode(node)) continue;
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
