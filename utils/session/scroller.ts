import { parentElementOf } from '../text/index.ts';

/**
 * The box that scrolls an element, `null` where that is the window. Many sites scroll an element of theirs instead of
 * the document. `known` remembers answers, so that a thousand elements of one article cost one walk upwards.
 */
export function scrollerOf(
  element: Element | null,
  known: Map<Element, Element | null> = new Map(),
): Element | null {
  const passed: Element[] = [];
  let scroller: Element | null = null;
  for (let at = element; at !== null; at = parentElementOf(at)) {
    const answer = known.get(at);
    if (answer !== undefined) {
      scroller = answer;
      break;
    }
    passed.push(at);
    if (!isScrolling(at)) continue;
    scroller = at;
    break;
  }
  for (const one of passed) known.set(one, scroller);
  return scroller;
}

function isScrolling(element: Element): boolean {
  const { ownerDocument } = element;
  // What these let overflow goes to the window.
  if (element === ownerDocument.documentElement || element === ownerDocument.scrollingElement) return false;
  if (element.scrollHeight <= element.clientHeight + 1) return false;
  const { overflowY } = getComputedStyle(element);
  return overflowY === 'auto' || overflowY === 'scroll';
}
