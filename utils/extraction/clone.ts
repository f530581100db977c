import {
  assignedNodesOf,
  attributeOf,
  bodyOf,
  documentElementOf,
  firstChildOf,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  shadowRootOf,
} from '../text/dom.ts';
import type { PageText } from '../text/types.ts';

/** Readability takes about 40 µs for an element; this many keep it below a second on a slow machine. */
const mostElements = 25_000;
/** Readability walks from a node to its ancestors again and again; real articles nest some 30 deep. */
const deepest = 200;

/** Elements without text of their own that Readability weighs: pictures, embeds, fields of forms. */
const weighed: ReadonlySet<string> = new Set(
  'img picture video audio iframe embed object input svg br hr source'.split(' '),
);

/** The attributes by which Readability takes an element for hidden. */
const hiding = ['hidden', 'style', 'aria-hidden'];

export type PairedClone = {
  readonly clone: Document;
  /** The live node of each text node of the clone. */
  readonly liveOf: ReadonlyMap<Node, Text>;
  /** Copies everything once more into the clone's body. */
  readonly fill: () => boolean;
};

export type CloneOptions = {
  readonly document: Document;
  readonly pageText: PageText;
  /** Whether the page text holds hidden text: Readability is not to see that it is hidden. */
  readonly isRevealed?: boolean;
};

/**
 * A document with a copy of everything in the body that shows, and the way back to the live nodes; `null` when
 * that is too much to be read in bounded time. Slotted and shadow content stands where it is shown. Scripts cannot
 * run in it, nothing is loaded, and named elements that would shadow properties are unnamed.
 */
export function clonePaired({ document, ...options }: CloneOptions): PairedClone | null {
  const clone = new DOMParser().parseFromString('', 'text/html');
  const liveOf = new Map<Node, Text>();
  const fill = (): boolean => {
    const live = bodyOf(document) ?? documentElementOf(document);
    return live === null || copyInto(clone.body, live, { ...options, liveOf });
  };
  return fill() ? { clone, liveOf, fill } : null;
}

/** Copies what shows in an element into another; false when it is too much. */
function copyInto(
  target: Element,
  source: Element,
  {
    pageText,
    isRevealed = false,
    liveOf,
  }: Omit<CloneOptions, 'document'> & { readonly liveOf: Map<Node, Text> },
): boolean {
  // What is displayed may hold text that is not visible, which has no place in the page text.
  const shown = new Set<Node>(pageText.segments.map(({ node }) => node));
  const { ownerDocument } = target;
  // A stack of its own, in two arrays: pages nest deeper than the language's stack goes.
  const nodes: Node[] = [];
  const places: { readonly into: Element; readonly depth: number }[] = [];
  const push = (
    children: readonly Node[],
    place: { readonly into: Element; readonly depth: number },
  ): void => {
    // The last one pushed comes first.
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child === undefined) continue;
      nodes.push(child);
      places.push(place);
    }
  };
  push(shownChildren(source), { into: target, depth: 0 });
  let count = 0;
  for (;;) {
    const node = nodes.pop();
    const place = places.pop();
    if (node === undefined || place === undefined) return true;
    if (isText(node)) {
      // So is white space between blocks, which is half of the nodes of a page.
      if (!shown.has(node)) continue;
      const copy = ownerDocument.createTextNode(node.data);
      liveOf.set(copy, node);
      place.into.appendChild(copy);
    } else if (isElement(node) && isKept(node, pageText)) {
      if (++count > mostElements) return false;
      if (place.depth > deepest) {
        push(shownChildren(node), place);
        continue;
      }
      const copy = ownerDocument.importNode(node, false);
      defuse(copy);
      if (isRevealed) for (const name of hiding) copy.removeAttribute(name);
      place.into.appendChild(copy);
      const children = shownChildren(node);
      if (children.length > 0) push(children, { into: copy, depth: place.depth + 1 });
    }
  }
}

function isKept(element: Element, pageText: PageText): boolean {
  return pageText.isShown(element) || weighed.has(localNameOf(element));
}

function shownChildren(parent: Element): Node[] {
  const name = localNameOf(parent);
  // A drawing has hundreds of strokes and seldom a word.
  if (name === 'svg') return [];
  if (name === 'slot') {
    const assigned = assignedNodesOf(parent);
    if (assigned.length > 0) return assigned;
  }
  const children: Node[] = [];
  let child: Node | null = firstChildOf(shadowRootOf(parent) ?? parent);
  for (; child !== null; child = nextSiblingOf(child)) children.push(child);
  return children;
}

/** The elements that show under their names as properties of a form or a document, or carry a script as address. */
const misleading: ReadonlySet<string> = new Set(
  'a form img input button fieldset output object embed iframe'.split(' '),
);

/** Takes from a copied element what would mislead Readability. */
function defuse(copy: Element): void {
  if (!misleading.has(localNameOf(copy))) return;
  for (const name of ['id', 'name']) {
    const value = attributeOf(copy, name);
    if (value !== null && (value in Document.prototype || value in HTMLFormElement.prototype))
      copy.removeAttribute(name);
  }
  // Readability puts a new text node in the place of such a link, which would have no live node.
  if (/^\s*javascript:/i.test(attributeOf(copy, 'href') ?? '')) copy.removeAttribute('href');
}
