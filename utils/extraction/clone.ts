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

export type PairedClone = {
  readonly clone: Document;
  /** The live node of each node of the clone. */
  readonly liveOf: Map<Node, Node>;
};

export type CloneOptions = {
  readonly document: Document;
  readonly pageText: PageText;
};

type Step = { readonly node: Node; readonly into: Element; readonly depth: number };

/**
 * A document with a copy of everything in the body that shows, and the way back to the live nodes; `null` when
 * that is too much to be read in bounded time. Slotted and shadow content stands where it is shown. Scripts cannot
 * run in it, nothing is loaded, and named elements that would shadow properties are unnamed.
 */
export function clonePaired({ document, pageText }: CloneOptions): PairedClone | null {
  const clone = new DOMParser().parseFromString('', 'text/html');
  const liveOf = new Map<Node, Node>();
  const body = bodyOf(document) ?? documentElementOf(document);
  if (body === null) return { clone, liveOf };
  liveOf.set(clone.body, body);

  const stack: Step[] = [];
  pushChildren(stack, body, { into: clone.body, depth: 0 });
  let count = 0;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, into, depth } = step;
    if (isText(node)) {
      const copy = clone.createTextNode(node.data);
      liveOf.set(copy, node);
      into.appendChild(copy);
    } else if (isElement(node) && isKept(node, pageText)) {
      if (++count > mostElements) return null;
      if (depth > deepest) {
        pushChildren(stack, node, { into, depth });
        continue;
      }
      const copy = clone.importNode(node, false);
      defuse(copy);
      liveOf.set(copy, node);
      into.appendChild(copy);
      pushChildren(stack, node, { into: copy, depth: depth + 1 });
    }
  }
  return { clone, liveOf };
}

function isKept(element: Element, pageText: PageText): boolean {
  return pageText.isShown(element) || weighed.has(localNameOf(element));
}

function pushChildren(stack: Step[], parent: Element, at: Omit<Step, 'node'>): void {
  const first = stack.length;
  for (const node of shownChildren(parent)) stack.push({ node, ...at });
  // The last one pushed comes first.
  for (let low = first, high = stack.length - 1; low < high; low++, high--) {
    const [a, b] = [stack[low], stack[high]];
    if (a === undefined || b === undefined) break;
    stack[low] = b;
    stack[high] = a;
  }
}

function shownChildren(parent: Element): Node[] {
  if (localNameOf(parent) === 'slot') {
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
  if (/^\s*javascript:/iu.test(attributeOf(copy, 'href') ?? '')) copy.removeAttribute('href');
}
