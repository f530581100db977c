import { attributeOf, isElement, localNameOf, parentOf } from '../text/dom.ts';
import type { PageText, TextBlock } from '../text/types.ts';

/** An element around text, as far as the rules look at it. */
export type OutlineElement = {
  /** Index of the parent among the elements, -1 at the top. */
  readonly parent: number;
  readonly tag: string;
  /** What its author called it: class, id, role and the like, in lower case. */
  readonly hints: string;
};

/** A block of the page text, as far as the rules look at it. Offsets and lengths in UTF-16 code units. */
export type OutlineBlock = {
  readonly start: number;
  readonly end: number;
  /** The text, white space collapsed. */
  readonly text: string;
  /** Index of the innermost block element. */
  readonly element: number;
  /** Characters that are no white space: all, in links, in bold, found by Readability. */
  readonly weight: number;
  readonly linked: number;
  readonly bold: number;
  readonly found: number;
};

/** The page as the rules see it: plain data, so that they can be tested without a DOM. */
export type Outline = {
  readonly elements: readonly OutlineElement[];
  readonly blocks: readonly OutlineBlock[];
};

const hintAttributes = [
  'class',
  'id',
  'role',
  'itemprop',
  'data-testid',
  'data-component',
  'data-type',
  'aria-label',
];
const boldTags: ReadonlySet<string> = new Set(['b', 'strong']);

/** The outline of a page, with what Readability found. */
export function outlinePage(pageText: PageText, found: readonly Text[]): Outline {
  const elements: OutlineElement[] = [];
  const indexes = new Map<Element, number>();
  const isFound = new Set(found);

  const indexOf = (element: Element): number => {
    const path: Element[] = [];
    let node: Node | null = element;
    for (; node !== null && !(isElement(node) && indexes.has(node)); node = hostOrParent(node)) {
      if (isElement(node)) path.push(node);
    }
    let parent = node !== null && isElement(node) ? (indexes.get(node) ?? -1) : -1;
    for (const ancestor of path.toReversed()) {
      elements.push({ parent, tag: localNameOf(ancestor), hints: hintsOf(ancestor) });
      parent = elements.length - 1;
      indexes.set(ancestor, parent);
    }
    return parent;
  };

  let at = 0;
  const blocks = pageText.blocks.map((block): OutlineBlock => {
    const weights = { weight: 0, linked: 0, bold: 0, found: 0 };
    for (; at < pageText.segments.length; at++) {
      const segment = pageText.segments[at];
      if (segment === undefined || segment.start >= block.end) break;
      const weight = weigh(segment.node.data);
      if (weight === 0) continue;
      const inline = inlineTagsOf(segment.node, block);
      weights.weight += weight;
      if (inline.has('a')) weights.linked += weight;
      if (inline.has('b') || inline.has('strong')) weights.bold += weight;
      if (isFound.has(segment.node)) weights.found += weight;
    }
    const { start, end, element } = block;
    const text = pageText.raw.slice(start, end).replace(/\s+/gu, ' ').trim();
    return { start, end, text, element: indexOf(element), ...weights };
  });
  return { elements, blocks };
}

/** How many characters are no white space. */
export function weigh(text: string): number {
  let weight = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0) weight--;
  }
  return weight;
}

/** The tags between a text node and its block. */
function inlineTagsOf(node: Text, block: TextBlock): ReadonlySet<string> {
  let tags: Set<string> | null = null;
  let parent: Node | null = hostOrParent(node);
  for (; parent !== null && parent !== block.element; parent = hostOrParent(parent)) {
    if (!isElement(parent)) continue;
    const tag = localNameOf(parent);
    if (tag === 'a' || boldTags.has(tag)) (tags ??= new Set()).add(tag);
  }
  return tags ?? none;
}

const none: ReadonlySet<string> = new Set();

function hostOrParent(node: Node): Node | null {
  return parentOf(node) ?? (node instanceof ShadowRoot ? node.host : null);
}

function hintsOf(element: Element): string {
  let hints = '';
  for (const name of hintAttributes) {
    const value = attributeOf(element, name);
    if (value !== null && value !== '') hints += ` ${value.slice(0, 300)}`;
  }
  if (hints === '') return '';
  // `has-caption` says what is inside, not what it is.
  hints = hints.replace(/\s+/gu, ' ').replace(/ (?:has|with|without|no|show|hide)-\S+/gu, ' ');
  // `relatedLinks` is two words, as `related-links` is.
  return hints.replace(/(?<=[a-z])(?=[A-Z])/gu, '-').toLowerCase();
}
