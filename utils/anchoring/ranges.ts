import type { Selector } from '../model/selector.ts';
import { trimSpan } from '../text/index.ts';
import type { PageText, Span } from '../text/types.ts';
import type { Anchoring } from './anchor.ts';
import { describeSpan } from './describe.ts';

/** The stretch of the page text inside a range, without white space at its ends; `null` when nothing is. */
export function spanOfRange(pageText: PageText, range: AbstractRange): Span | null {
  const start = pageText.offsetOf(range.startContainer, range.startOffset, 'forward');
  const end = pageText.offsetOf(range.endContainer, range.endOffset, 'backward');
  if (start === null || end === null || start >= end) return null;
  const span = trimSpan(pageText.raw, { start, end });
  return span.start < span.end ? span : null;
}

/** Selectors that lead back to a range of the document; `null` when it holds nothing that a reader sees. */
export function describeRange(pageText: PageText, range: AbstractRange): Selector[] | null {
  const span = spanOfRange(pageText, range);
  return span === null ? null : describeSpan(pageText, span);
}

/** The ranges of an answer, one for each text node it touches; none for an orphan. */
export function rangesOf(pageText: PageText, anchoring: Anchoring): Range[] {
  return anchoring.status === 'orphan' ? [] : pageText.rangesOf(anchoring);
}
