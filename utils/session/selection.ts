import { trimSpan } from '../text/index.ts';
import { snapToWords } from '../text/snap.ts';
import type { PageText, Span } from '../text/types.ts';
import { spanOfCaret, type Caret } from '../text/walk-caret.ts';

/** The parts of a selection that we read; `Selection` fits. */
type SelectionLike = Pick<Selection, 'isCollapsed' | 'rangeCount' | 'getRangeAt'> & {
  readonly getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
};

/**
 * The selected stretch of the page text, without white space at its ends; `null` when nothing that a reader
 * sees is selected. A triple click ends at the start of the next block; trimming takes it back. With `snaps`, a word
 * that an end cuts is taken in.
 */
export function spanOfSelection(
  pageText: PageText,
  selection: SelectionLike | null,
  snaps = false,
): Span | null {
  const range = rangeOf(selection, shadowRootsOf(pageText));
  if (range === null) return null;
  const start = pageText.offsetOf(range.startContainer, range.startOffset, 'forward');
  const end = pageText.offsetOf(range.endContainer, range.endOffset, 'backward');
  if (start === null || end === null || start >= end) return null;
  const span = trimSpan(pageText.raw, { start, end });
  if (span.start >= span.end) return null;
  return snaps ? snapToWords(pageText.raw, span) : span;
}

/** Without the shadow roots named, a browser reports a selection inside one as collapsed at its host. */
function rangeOf(selection: SelectionLike | null, shadowRoots: ShadowRoot[]): AbstractRange | null {
  if (selection === null || selection.rangeCount === 0) return null;
  if (shadowRoots.length > 0 && typeof selection.getComposedRanges === 'function') {
    const [composed] = selection.getComposedRanges({ shadowRoots });
    return composed === undefined || composed.collapsed ? null : composed;
  }
  return selection.isCollapsed ? null : selection.getRangeAt(0);
}

function shadowRootsOf(pageText: PageText): ShadowRoot[] {
  const roots = new Set<ShadowRoot>();
  for (const { node } of pageText.segments) {
    const root = node.getRootNode();
    if (root instanceof ShadowRoot) roots.add(root);
  }
  return [...roots];
}

/**
 * Makes what lies between the ends of a caret the page's own selection, so that everything that keeps a selection
 * works with it; where nothing does, nothing is selected. The focus stays where it is.
 */
export function selectInPage(document: Document, pageText: PageText, caret: Caret): void {
  const selection = Document.prototype.getSelection.call(document);
  const { start, end } = spanOfCaret(caret);
  const first = pageText.placeOf(start, 'forward');
  const last = pageText.placeOf(end, 'backward');
  if (selection === null) return;
  if (start === end || first === null || last === null) {
    if (selection.rangeCount > 0) selection.removeAllRanges();
    return;
  }
  const [from, to] = caret.anchor <= caret.focus ? [first, last] : [last, first];
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
