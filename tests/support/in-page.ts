import type { Point, Size } from './driver.ts';

// Functions that run inside documents. They are sent as source text: no imports, no helpers outside their own body.

/** Centre of the element, scrolled into view, or `null` while there is none that is laid out. */
export function locateElement(selector: string): Point | null {
  const element = document.querySelector(selector);
  if (!element) return null;
  const isVisible = (rect: DOMRect) =>
    rect.top >= 0 && rect.left >= 0 && rect.bottom <= innerHeight && rect.right <= innerWidth;
  if (!isVisible(element.getBoundingClientRect())) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  }
  // The first box: the middle of a link broken over two lines may lie outside it.
  const rect = [...element.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
  return rect ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } : null;
}

/**
 * Where to press and release the mouse to select the text, scrolled into view, or `null` when the document's
 * rendered text doesn't contain it so often.
 */
export function locateText(text: string, occurrence: number): { from: Point; to: Point } | null {
  const characters: { node: Text; offset: number }[] = [];
  let rendered = '';
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const data = (node as Text).data;
    const parent = node.parentElement;
    if (!data.trim() || !parent?.checkVisibility()) continue;
    for (let offset = 0; offset < data.length; offset += 1) {
      if (/\s/u.test(data.charAt(offset))) continue;
      characters.push({ node: node as Text, offset });
      rendered += data.charAt(offset);
    }
  }
  const wanted = text.replaceAll(/\s/gu, '');
  let index = -1;
  for (let count = 0; count < occurrence; count += 1) {
    index = rendered.indexOf(wanted, index + 1);
    if (index === -1) return null;
  }
  const boxOf = (place: { node: Text; offset: number } | undefined) => {
    if (!place) throw new Error('The text to select is empty.');
    const range = document.createRange();
    range.setStart(place.node, place.offset);
    range.setEnd(place.node, place.offset + 1);
    return range.getBoundingClientRect();
  };
  const first = characters[index];
  const last = characters[index + wanted.length - 1];
  const isVisible = (rect: DOMRect) => rect.top >= 0 && rect.bottom <= innerHeight;
  if (!isVisible(boxOf(first)) || !isVisible(boxOf(last))) {
    first?.node.parentElement?.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrollBy({ top: boxOf(first).top - innerHeight / 4, behavior: 'instant' });
  }
  const start = boxOf(first);
  const end = boxOf(last);
  // A quarter of a character inside: the caret goes to the nearer edge.
  return {
    from: { x: start.left + start.width / 4, y: start.top + start.height / 2 },
    to: { x: end.right - end.width / 4, y: end.top + end.height / 2 },
  };
}

/** Whether the document is loaded and, unless it lies in a hidden tab, has been painted. */
export async function hasPainted(): Promise<boolean> {
  if (document.readyState !== 'complete') return false;
  if (document.visibilityState === 'hidden') return true;
  // The second frame begins when the first has been handed over.
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
  return true;
}

/** The viewport's. */
export function readSize(): Size {
  return { width: innerWidth, height: innerHeight };
}

/** The selected text without white space. */
export function readSelection(): string {
  return (getSelection()?.toString() ?? '').replaceAll(/\s/gu, '');
}

/** A visible place inside the selection, or the middle of the viewport when nothing is selected. */
export function locateContext(): Point {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const boxes = range && !range.collapsed ? [...range.getClientRects()] : [];
  const box = boxes.find((box) => box.width > 0 && box.top >= 0 && box.bottom <= innerHeight);
  return box
    ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    : { x: innerWidth / 2, y: innerHeight / 2 };
}
