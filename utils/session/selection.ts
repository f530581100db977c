import { trimSpan } from '../text/index.ts';
import type { PageText, Span } from '../text/types.ts';

/** The parts of a selection that we read; `Selection` fits. */
type SelectionLike = Pick<Selection, 'isCollapsed' | 'rangeCount' | 'getRangeAt'> & {
  readonly getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
};

/**
 * The selected stretch of the page text, without white space at its ends; `null` when nothing that a reader
 * sees is selected. A triple click ends at the start of the next block; trimming takes it back.
 */
export function spanOfSelection(pageText: PageText, selection: SelectionLike | null): Span | null {
  const range = rangeOf(selection, shadowRootsOf(pageText));
  if (range === null) return null;
  const start = pageText.offsetOf(range.startContainer, range.startOffset, 'forward');
  const end = pageText.offsetOf(range.endContainer, range.endOffset, 'backward');
  if (start === null || end === null || start >= end) return null;
  const span = trimSpan(pageText.raw, { start, end });
  return span.start < span.end ? span : null;
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
