import { anchorAll, readSpan, type Anchoring } from '../anchoring/index.ts';
import type { Candidate, Mark, Placement } from '../messaging/protocol.ts';
import { joinPieces, piecesOf } from '../model/pieces.ts';
import type { PageText, Span } from '../text/types.ts';

/** Where each of the marks is on the page, a list of its pieces for each; all of them are sought together. */
export function anchorMarks(pageText: PageText, marks: readonly Mark[]): readonly (readonly Anchoring[])[] {
  const pieces = marks.map((mark) => piecesOf(mark));
  const anchorings = anchorAll(
    pageText,
    pieces.flat().map(({ selector }) => selector),
  );
  let next = 0;
  return pieces.map(({ length }) => {
    next += length;
    return anchorings.slice(next - length, next);
  });
}

/** The stretches of the page text that the pieces were found at; none for a mark that is lost. */
export function spansOf(anchorings: readonly Anchoring[]): Span[] {
  return anchorings.flatMap((anchoring) => (anchoring.status === 'orphan' ? [] : [anchoring]));
}

/**
 * How a mark was found: as the piece that was found worst. Where some of its pieces are gone it counts as altered, so
 * that the comparison of then and now tells which; it is lost when all of them are.
 */
export function placementOf(pageText: PageText, { id }: Mark, anchorings: readonly Anchoring[]): Placement {
  const spans = spansOf(anchorings);
  const [first] = anchorings;
  if (spans.length === 0) {
    const lost = first?.status === 'orphan' ? first : null;
    const candidates = lost?.candidates.slice(0, mostCandidates) ?? [];
    return {
      id,
      status: 'orphan',
      reason: lost?.reason ?? 'deleted',
      candidates: candidates.map((candidate) => showCandidate(pageText, candidate)),
    };
  }
  const has = (status: Anchoring['status']): boolean => anchorings.some((one) => one.status === status);
  if (!has('altered') && !has('orphan')) return { id, status: has('moved') ? 'moved' : 'exact' };
  const words = joinPieces(spans.map((span) => readSpan(pageText, span)));
  return { id, status: 'altered', words: words.slice(0, longestWords) };
}

/** Of a passage that the publisher changed, so much is told. */
const longestWords = 20_000;

/** As many as one can compare. */
const mostCandidates = 3;
/** Characters of a candidate's words, and of the text on each side of it. */
const candidateLength = 600;
const candidateContext = 80;

/** A place of the page text with the words there and around it, as the reader is shown it. */
export function showCandidate(pageText: PageText, { start, end }: Span): Candidate {
  const { length } = pageText.raw;
  return {
    start,
    end,
    words: readSpan(pageText, { start, end }).slice(0, candidateLength),
    before: readSpan(pageText, { start: Math.max(0, start - candidateContext), end: start }),
    after: readSpan(pageText, { start: end, end: Math.min(length, end + candidateContext) }),
  };
}
