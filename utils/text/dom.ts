/**
 * Reads of the DOM that a page cannot falsify. A form shows its fields, and a document its images and forms,
 * under their names: `form.childNodes` may be an `<input name=childNodes>` and `document.body` an
 * `<img name=body>`. The getters of the prototypes are not touched by that.
 * They are looked up on first use, because this module is also loaded where there is no DOM.
 */

function getterOf<Owner extends object, Name extends keyof Owner>(
  owner: () => Owner,
  name: Name,
): (target: Owner) => Owner[Name] {
  let read: (() => unknown) | null = null;
  // One call deep: a page of 200,000 elements comes here a million times.
  return (target) => (read ??= findGetter(owner(), name)).call(target) as Owner[Name];
}

function findGetter<Owner extends object>(prototype: Owner, name: keyof Owner): () => unknown {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (descriptor?.get === undefined) throw new TypeError(`expected a getter named ${String(name)}`);
  // oxlint-disable-next-line typescript/unbound-method -- it is called on the node asked about
  return descriptor.get;
}

const nodePrototype = () => Node.prototype;
const elementPrototype = () => Element.prototype;
const documentPrototype = () => Document.prototype;

/** The first child, `null` when there is none. */
export const firstChildOf = getterOf(nodePrototype, 'firstChild');
/** The next node under the same parent, `null` at the end. */
export const nextSiblingOf = getterOf(nodePrototype, 'nextSibling');
/** The parent, `null` for a document, a shadow root and a detached node. */
export const parentOf = getterOf(nodePrototype, 'parentNode');
/** The parent that is an element, `null` when there is none: a shadow root is none. */
export const parentElementOf = getterOf(nodePrototype, 'parentElement');
/** The live list of children. */
export const childNodesOf = getterOf(nodePrototype, 'childNodes');
/** The document of a node, `null` for a document itself. */
export const ownerDocumentOf = getterOf(nodePrototype, 'ownerDocument');
/** All text inside, hidden text and scripts too; `null` for a document. */
export const textContentOf = getterOf(nodePrototype, 'textContent');
/** The name without prefix, lower case in HTML. */
export const localNameOf = getterOf(elementPrototype, 'localName');
/** The open shadow root, `null` when there is none or it is closed. */
export const shadowRootOf = getterOf(elementPrototype, 'shadowRoot');
/** The `<html>` element, `null` for an empty document. */
export const documentElementOf = getterOf(documentPrototype, 'documentElement');
/** The `<body>` or `<frameset>`, `null` when there is none. */
export const bodyOf = getterOf(documentPrototype, 'body');
/** The title that the document gives itself, white space collapsed. */
export const titleOf = getterOf(documentPrototype, 'title');
/** The window of a document, `null` for one that is not shown. */
export const windowOf = getterOf(documentPrototype, 'defaultView');

/** What a `<slot>` shows instead of its own children; empty outside of a shadow tree. */
export function assignedNodesOf(slot: Element): Node[] {
  return slot instanceof HTMLSlotElement ? HTMLSlotElement.prototype.assignedNodes.call(slot) : [];
}

/** The value of an attribute, `null` when the element does not have it. */
export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** The names of all attributes. */
export function attributeNamesOf(element: Element): string[] {
  return Element.prototype.getAttributeNames.call(element);
}

/** Whether the element has the attribute. */
export function hasAttribute(element: Element, name: string): boolean {
  return Element.prototype.hasAttribute.call(element, name);
}

/** All descendants that match, in document order; shadow trees are not entered. */
export function querySelectorAllIn(
  root: Document | Element | DocumentFragment,
  selectors: string,
): Element[] {
  return [...prototypeOf(root).querySelectorAll.call(root, selectors)];
}

/** The first descendant that matches, `null` when none does. */
export function querySelectorIn(
  root: Document | Element | DocumentFragment,
  selectors: string,
): Element | null {
  return prototypeOf(root).querySelector.call(root, selectors);
}

function prototypeOf(root: Document | Element | DocumentFragment): ParentNode {
  if (isElement(root)) return Element.prototype;
  return isDocument(root) ? Document.prototype : DocumentFragment.prototype;
}

/** 1 for an element, 3 for text, 4 for a CDATA section, 9 for a document. */
export const nodeTypeOf = getterOf(nodePrototype, 'nodeType');

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return nodeTypeOf(node) === 1;
}

/** Whether a node is a document. */
export function isDocument(node: Node): node is Document {
  return nodeTypeOf(node) === 9;
}

/** Whether a node is text (CDATA sections of XHTML included). */
export function isText(node: Node): node is Text {
  const type = nodeTypeOf(node);
  return type === 3 || type === 4;
}
