import { attributeNamesOf, attributeOf, isElement, localNameOf, parentOf } from '../text/dom.ts';
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
  /** Characters that are no white space: all, in links, found by Readability. */
  readonly weight: number;
  readonly linked: number;
  readonly found: number;
};

/** The page as the rules see it: plain data, so that they can be tested without a DOM. */
export type Outline = {
  readonly elements: readonly OutlineElement[];
  readonly blocks: readonly OutlineBlock[];
};

/** Besides the classes, which come first. */
const hintAttributes: ReadonlySet<string> = new Set(
  'id role itemprop data-testid data-component data-type aria-label'.split(' '),
);

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
    const weights = { weight: 0, linked: 0, found: 0 };
    for (; at < pageText.segments.length; at++) {
      const segment = pageText.segments[at];
      if (segment === undefined || segment.start >= block.end) break;
      const weight = weigh(segment.node.data);
      if (weight === 0) continue;
      weights.weight += weight;
      if (isLinked(segment.node, block)) weights.linked += weight;
      if (isFound.has(segment.node)) weights.found += weight;
    }
    const { start, end, element } = block;
    const text = pageText.raw.slice(start, end).replace(/\s+/g, ' ').trim();
    return { start, end, text, element: indexOf(element), ...weights };
  });
  return { elements, blocks };
}

/** How many characters are no white space. */
export function weigh(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** Whether a text node stands in a link of its block. */
function isLinked(node: Text, block: TextBlock): boolean {
  let parent: Node | null = hostOrParent(node);
  for (; parent !== null && parent !== block.element; parent = hostOrParent(parent))
    if (isElement(parent) && localNameOf(parent) === 'a') return true;
  return false;
}

function hostOrParent(node: Node): Node | null {
  return parentOf(node) ?? (node instanceof ShadowRoot ? node.host : null);
}

function hintsOf(element: Element): string {
  let hints = '';
  const classes = attributeOf(element, 'class');
  if (classes !== null) hints += ` ${classes.slice(0, 300)}`;
  for (const name of attributeNamesOf(element)) {
    if (hintAttributes.has(name)) hints += ` ${attributeOf(element, name)?.slice(0, 300)}`;
  }
  if (hints === '') return '';
  return (
    hints
      .replace(/\s+/g, ' ')
      // `has-caption` says what is inside, not what it is.
      .replace(/ (?:has|with|without|no|show|hide)-[^ ]+/g, ' ')
      // `relatedLinks` is two words, as `related-links` is.
      .replace(/[a-z](?=[A-Z])/g, '$&-')
      .toLowerCase()
  );
}
