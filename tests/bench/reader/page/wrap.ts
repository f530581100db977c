/** Puts every range into `mark` elements, one a text node, as tools without the Highlight API paint. */
export function wrapRanges(ranges: readonly Range[]): HTMLElement[] {
  return ranges.flatMap((range) => textNodesIn(range).map(({ node, start, end }) => wrap(node, start, end)));
}

/** Takes the elements out again and joins the text nodes that they parted. */
export function unwrap(marks: readonly HTMLElement[]): void {
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

type Piece = { readonly node: Text; readonly start: number; readonly end: number };

function textNodesIn(range: Range): Piece[] {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  let node: Node | null = walker.currentNode instanceof Text ? walker.currentNode : walker.nextNode();
  for (; node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    if (start < end) pieces.push({ node, start, end });
  }
  return pieces;
}

function wrap(node: Text, start: number, end: number): HTMLElement {
  const middle = start === 0 ? node : node.splitText(start);
  if (end - start < middle.length) middle.splitText(end - start);
  const mark = document.createElement('mark');
  middle.replaceWith(mark);
  mark.append(middle);
  return mark;
}
