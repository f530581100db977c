import { trimSpan } from '../text/index.ts';
import type { PageText, Span } from '../text/types.ts';

/**
 * The stretches that are selected besides the first: Firefox selects several when a reader holds Ctrl, and the cells of
 * a table. Without white space at their ends; none that a reader sees nothing of.
 */
export function furtherSpansOf(
  pageText: PageText,
  selection: Pick<Selection, 'rangeCount' | 'getRangeAt'> | null,
): Span[] {
  const count = Math.min(selection?.rangeCount ?? 0, mostRanges);
  return Array.from({ length: Math.max(0, count - 1) }, (_, nth) => selection?.getRangeAt(nth + 1)).flatMap(
    (range) => {
      if (range === undefined) return [];
      const start = pageText.offsetOf(range.startContainer, range.startOffset, 'forward');
      const end = pageText.offsetOf(range.endContainer, range.endOffset, 'backward');
      if (start === null || end === null || start >= end) return [];
      const span = trimSpan(pageText.raw, { start, end });
      return span.start < span.end ? [span] : [];
    },
  );
}

/** More is a table that was selected cell by cell rather than a quote. */
const mostRanges = 50;
