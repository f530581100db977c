/**
 * Reads of the DOM that a page cannot falsify. A form shows its fields, and a document its images and forms,
 * under their names: `form.childNodes` may be an `<input name=childNodes>` and `document.body` an
 * `<img name=body>`. The getters of the prototypes are not touched by that.
 * They are looked up on first use, because this module is also loaded where there is no DOM.
 */

function getterOf<Owner extends object, Value>(owner: () => Owner, name: string): (target: Owner) => Value {
  let getter: ((this: Owner) => Value) | undefined;
  return (target) => {
    if (getter === undefined) {
      const found = Object.getOwnPropertyDescriptor(owner(), name)?.get;
      if (found === undefined) throw new TypeError(`expected a getter named ${name}`);
      getter = found as (this: Owner) => Value;
    }
    return getter.call(target);
  };
}

const nodePrototype = () => Node.prototype;
const elementPrototype = () => Element.prototype;
const documentPrototype = () => Document.prototype;

/** The first child, `null` when there is none. */
export const firstChildOf = getterOf<Node, ChildNode | null>(nodePrototype, 'firstChild');
/** The last child, `null` when there is none. */
export const lastChildOf = getterOf<Node, ChildNode | null>(nodePrototype, 'lastChild');
/** The next node under the same parent, `null` at the end. */
export const nextSiblingOf = getterOf<Node, ChildNode | null>(nodePrototype, 'nextSibling');
/** The previous node under the same parent, `null` at the start. */
export const previousSiblingOf = getterOf<Node, ChildNode | null>(nodePrototype, 'previousSibling');
/** The parent, `null` for a document, a shadow root and a detached node. */
export const parentOf = getterOf<Node, ParentNode | null>(nodePrototype, 'parentNode');
/** The parent when it is an element, else `null`. */
export const parentElementOf = getterOf<Node, Element | null>(nodePrototype, 'parentElement');
/** The live list of children. */
export const childNodesOf = getterOf<Node, NodeListOf<ChildNode>>(nodePrototype, 'childNodes');
/** The document of a node, `null` for a document itself. */
export const ownerDocumentOf = getterOf<Node, Document | null>(nodePrototype, 'ownerDocument');
/** All text inside, hidden text and scripts too; `null` for a document. */
export const textContentOf = getterOf<Node, string | null>(nodePrototype, 'textContent');
/** The name without prefix, lower case in HTML. */
export const localNameOf = getterOf<Element, string>(elementPrototype, 'localName');
/** The namespace, `null` when there is none. */
export const namespaceOf = getterOf<Element, string | null>(elementPrototype, 'namespaceURI');
/** The open shadow root, `null` when there is none or it is closed. */
export const shadowRootOf = getterOf<Element, ShadowRoot | null>(elementPrototype, 'shadowRoot');
/** The `<html>` element, `null` for an empty document. */
export const documentElementOf = getterOf<Document, Element | null>(documentPrototype, 'documentElement');
/** The `<body>` or `<frameset>`, `null` when there is none. */
export const bodyOf = getterOf<Document, HTMLElement | null>(documentPrototype, 'body');
/** The `<head>`, `null` when there is none. */
export const headOf = getterOf<Document, HTMLHeadElement | null>(documentPrototype, 'head');
/** The title that the document gives itself, white space collapsed. */
export const titleOf = getterOf<Document, string>(documentPrototype, 'title');
/** The window of a document, `null` for one that is not shown. */
export const windowOf = getterOf<Document, (Window & typeof globalThis) | null>(
  documentPrototype,
  'defaultView',
);

/** The value of an attribute, `null` when the element does not have it. */
export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Whether the element has the attribute. */
export function hasAttribute(element: Element, name: string): boolean {
  return Element.prototype.hasAttribute.call(element, name);
}

/** All descendants that match, in document order; shadow trees are not entered. */
export function querySelectorAllIn<Found extends Element = Element>(
  root: Document | Element | DocumentFragment,
  selectors: string,
): Found[] {
  return [...prototypeOf(root).querySelectorAll.call(root, selectors)] as Found[];
}

/** The first descendant that matches, `null` when none does. */
export function querySelectorIn<Found extends Element = Element>(
  root: Document | Element | DocumentFragment,
  selectors: string,
): Found | null {
  return prototypeOf(root).querySelector.call(root, selectors) as Found | null;
}

function prototypeOf(root: Document | Element | DocumentFragment): ParentNode {
  if (isElement(root)) return Element.prototype;
  return readNodeType(root) === 9 ? Document.prototype : DocumentFragment.prototype;
}

/** Whether the element itself matches. */
export function matchesSelector(element: Element, selectors: string): boolean {
  return Element.prototype.matches.call(element, selectors);
}

/** The element itself or its nearest ancestor that matches, `null` when none does. */
export function closestTo(element: Element, selectors: string): Element | null {
  return Element.prototype.closest.call(element, selectors);
}

const readNodeType = getterOf<Node, number>(nodePrototype, 'nodeType');

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return readNodeType(node) === 1;
}

/** Whether a node is text (CDATA sections of XHTML included). */
export function isText(node: Node): node is Text {
  const type = readNodeType(node);
  return type === 3 || type === 4;
}
