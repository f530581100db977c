import {
  assignedNodesOf,
  documentElementOf,
  firstChildOf,
  hasAttribute,
  isDocument,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  shadowRootOf,
} from './dom.ts';
import { documentOf, readLookOf, rootLook, type Look, type ReadLook } from './look.ts';
import type { TextBlock, TextSegment } from './types.ts';

export type WalkTextOptions = {
  /** Whether an element is ours: the toolbar or card that we put into the page. */
  readonly isOurs?: (element: Element) => boolean;
  /** How to read what an element looks like; computed style where the document is shown. */
  readonly readLook?: ReadLook;
};

/** The segments inside a node, `[first, end)`. */
export type Extent = { readonly first: number; end: number };

/** What a walk brings home. */
export type WalkedText = {
  readonly raw: string;
  readonly segments: readonly TextSegment[];
  readonly blocks: readonly TextBlock[];
  /** Of each element, shadow root or document that was entered. */
  readonly extents: ReadonlyMap<Node, Extent>;
};

/** A node being walked, and which of its children is next. */
type Frame = {
  readonly extent: Extent;
  readonly look: Look;
  /** The innermost element around that stands apart. */
  readonly apart: Element | null;
  /** What is shown instead of its children. */
  readonly instead: readonly Node[] | null;
  insteadAt: number;
  next: Node | null;
};

const notBlank = /[^\s\u200b\u2060]/u;

/** Walks the rendered tree with a stack of its own: pages nest deeper than the language's stack goes. */
export function walkText(root: Document | Element | ShadowRoot, options: WalkTextOptions): WalkedText {
  const isOurs = options.isOurs ?? (() => false);
  const readLook = options.readLook ?? readLookOf(documentOf(root));
  const writer = new TextWriter();
  const extents = new Map<Node, Extent>();
  const stack: Frame[] = [];

  const enter = (node: Node, look: Look, outerApart: Element | null): void => {
    const extent = { first: writer.segments.length, end: writer.segments.length };
    extents.set(node, extent);
    const shadowRoot = isElement(node) ? shadowRootOf(node) : null;
    if (shadowRoot !== null) extents.set(shadowRoot, extent);
    if (look.box === 'block') writer.endBlock();
    stack.push({
      extent,
      look,
      apart: look.box === 'block' && isElement(node) ? node : outerApart,
      instead: isElement(node) ? shownInsteadOf(node) : null,
      insteadAt: 0,
      next: firstChildOf(shadowRoot ?? node),
    });
  };

  const leave = (frame: Frame): void => {
    if (frame.look.box === 'block') writer.endBlock();
    frame.extent.end = writer.segments.length;
    stack.pop();
  };

  const visit = (element: Element, frame: Frame): void => {
    if (isOurs(element)) return;
    const name = localNameOf(element);
    if (name === 'br') {
      if (writer.isOpen && readLook(element, frame.look).box !== 'none') writer.addLineBreak();
      return;
    }
    // An empty element only matters where it would part a line.
    const isEmpty = firstChildOf(element) === null && name !== 'slot' && shadowRootOf(element) === null;
    if (isEmpty && !writer.isOpen) return;
    const look = readLook(element, frame.look);
    if (look.box !== 'none') enter(element, look, frame.apart);
  };

  enter(root, rootLook, apartOfRoot(root));
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = takeNext(frame);
    if (node === null) leave(frame);
    else if (isElement(node)) visit(node, frame);
    else if (isText(node)) writer.addText(node, frame);
  }
  return { ...writer.finish(), extents };
}

function takeNext(frame: Frame): Node | null {
  if (frame.instead !== null) return frame.instead[frame.insteadAt++] ?? null;
  const node = frame.next;
  if (node !== null) frame.next = nextSiblingOf(node);
  return node;
}

/** What is shown in place of the children, when that is decided: a slot's nodes, the summary of a closed details. */
function shownInsteadOf(element: Element): readonly Node[] | null {
  const name = localNameOf(element);
  if (name === 'slot') {
    const assigned = assignedNodesOf(element);
    return assigned.length > 0 ? assigned : null;
  }
  // Its style doesn't tell: the browser hides the rest of a closed `<details>` inside a slot of its own.
  if (name !== 'details' || hasAttribute(element, 'open')) return null;
  for (let child = firstChildOf(element); child !== null; child = nextSiblingOf(child)) {
    if (isElement(child) && localNameOf(child) === 'summary') return [child];
  }
  return [];
}

function apartOfRoot(root: Document | Element | ShadowRoot): Element | null {
  if (isElement(root)) return root;
  return isDocument(root) ? documentElementOf(root) : root.host;
}

/** Puts text nodes and breaks together into the string. */
class TextWriter {
  readonly segments: TextSegment[] = [];
  private readonly blocks: TextBlock[] = [];
  private readonly pieces: string[] = [];
  private length = 0;
  /** White space that belongs to the text only when more text follows on the same line. */
  private blanks: Text[] = [];
  private lineBreaks = 0;
  private blockStart = -1;
  private blockElement: Element | null = null;

  /** Whether text that comes next would stand on a line with text before it. */
  get isOpen(): boolean {
    return this.blockStart !== -1;
  }

  addText(node: Text, { look, apart }: Pick<Frame, 'look' | 'apart'>): void {
    const { data } = node;
    if (!notBlank.test(data)) {
      if (data !== '' && this.isOpen && this.lineBreaks === 0 && look.isVisible) this.blanks.push(node);
      return;
    }
    if (!look.isVisible) return;
    if (this.lineBreaks > 1) this.endBlock();
    if (!this.isOpen) this.startBlock(apart);
    else if (this.lineBreaks === 1) this.write('\n');
    for (const blank of this.blanks) this.writeNode(blank);
    this.blanks = [];
    this.lineBreaks = 0;
    this.writeNode(node);
  }

  addLineBreak(): void {
    this.blanks = [];
    this.lineBreaks++;
  }

  endBlock(): void {
    const element = this.blockElement;
    if (this.blockStart !== -1 && element !== null) {
      this.blocks.push({ start: this.blockStart, end: this.length, element });
    }
    this.blockStart = -1;
    this.blanks = [];
    this.lineBreaks = 0;
  }

  finish(): Pick<WalkedText, 'raw' | 'segments' | 'blocks'> {
    this.endBlock();
    return { raw: this.pieces.join(''), segments: this.segments, blocks: this.blocks };
  }

  private startBlock(apart: Element | null): void {
    if (this.length > 0) this.write('\n');
    this.blockStart = this.length;
    this.blockElement = apart;
  }

  private writeNode(node: Text): void {
    this.segments.push({ node, start: this.length, length: node.data.length });
    this.write(node.data);
  }

  private write(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }
}
