import type { Edge } from '../model/caret-stage.ts';
import { trimSpan } from '../text/index.ts';
import { snapToWords } from '../text/snap.ts';
import type { PageText, Span } from '../text/types.ts';
import { unitAt } from '../text/walk-caret.ts';

/**
 * The span with one end at another offset, without white space at its ends. The ends never pass each other: an end
 * that would leaves the character, or with `byWord` the word, next to the other.
 */
export function moveEdge(
  pageText: PageText,
  span: Span,
  { edge, offset, byWord }: { readonly edge: Edge; readonly offset: number; readonly byWord: boolean },
): Span {
  const unit = byWord ? 'word' : 'character';
  const wanted = edge === 'start' ? { start: offset, end: span.end } : { start: span.start, end: offset };
  const least = leastSpan(pageText, span, edge, unit);
  const ordered = {
    start: Math.min(wanted.start, least.start),
    end: Math.max(wanted.end, least.end),
  };
  const trimmed = trimSpan(pageText.raw, ordered);
  if (trimmed.start >= trimmed.end) return span;
  return byWord ? snapOne(pageText, trimmed, edge) : trimmed;
}

/** What stays at least: the last unit of the span when its start moves, the first one when its end does. */
function leastSpan(pageText: PageText, span: Span, edge: Edge, unit: 'word' | 'character'): Span {
  const kept = unitAt(pageText, edge === 'start' ? span.end - 1 : span.start, unit);
  if (kept === null || kept.start >= span.end || kept.end <= span.start) {
    return edge === 'start'
      ? { start: span.end - 1, end: span.end }
      : { start: span.start, end: span.start + 1 };
  }
  return { start: Math.max(kept.start, span.start), end: Math.min(kept.end, span.end) };
}

/** To the border of a word at the end that moves: by spaces, and where a script has none by the dictionary. */
function snapOne(pageText: PageText, span: Span, edge: Edge): Span {
  const snapped = snapToWords(pageText.raw, span);
  const at = edge === 'start' ? span.start : span.end;
  const word = unitAt(pageText, at, 'word');
  const isInside = word !== null && word.start < at && word.end > at;
  if (edge === 'start') return { start: isInside ? word.start : snapped.start, end: span.end };
  return { start: span.start, end: isInside ? word.end : snapped.end };
}
