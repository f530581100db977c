import type { NearbyText, Selector } from '../model/selector.ts';
import { snapToGrapheme, trimSpan } from '../text/index.ts';
import type { PageText, Span } from '../text/types.ts';
import { blockAt, roleAt } from './blocks.ts';
import { indexOf, tokensOf, type PageIndex } from './page-index.ts';
import { readAround, readSpan } from './read.ts';
import { findRivals } from './rivals.ts';
import { measureContext } from './uniqueness.ts';

/** Characters around the passage that Pressmark compares: some 25 words, which 30 % of edits leave enough of. */
const wideContext = 160;
/** Characters of a neighbouring block that are kept to know it by. */
const nearbyLength = 64;
/** A neighbouring block farther away than this (tokens) says nothing of where a passage was. */
const farthest = 600;

/**
 * Selectors that lead back to a span of the page text: its words with as much context as tells it from every twin on
 * the page, its offsets (UTF-16 code units of `PageText.raw`), and Pressmark's refinement. The first call for a page
 * text indexes it.
 */
export function describeSpan(pageText: PageText, span: Span): Selector[] {
  const { start, end } = trimSpan(pageText.raw, span);
  const index = indexOf(pageText);
  const exact = readSpan(pageText, { start, end });
  const { before, behind } = measureContext(index, { start, end });
  const quote: Selector = {
    type: 'TextQuoteSelector',
    exact,
    prefix: readAround(pageText, { start: back(pageText, start, before), end: start }),
    suffix: readAround(pageText, { start: end, end: forth(pageText, end, behind) }),
  };
  const wide = { start: back(pageText, start, wideContext), end: forth(pageText, end, wideContext) };
  const refinement = {
    type: 'PressmarkTextSelector' as const,
    role: roleAt(pageText, start),
    before: readAround(pageText, { start: wide.start, end: start }),
    after: readAround(pageText, { start: end, end: wide.end }),
    previous: readPrevious(index, { start, end }, wide.start),
    next: readNext(index, { start, end }, wide.end),
    rivals: [],
  };
  const position: Selector = { type: 'TextPositionSelector', start, end };
  const passage = {
    own: tokensOf(index, { start, end }),
    around: tokensOf(index, wide),
    block: tokensOf(index, blockOf(pageText, { start, end })),
    role: refinement.role,
  };
  const rivals = findRivals(index, passage, { start, end });
  return [quote, position, { ...refinement, rivals }];
}

function back({ raw }: PageText, offset: number, length: number): number {
  return snapToGrapheme(raw, Math.max(0, offset - length), 'backward');
}

function forth({ raw }: PageText, offset: number, length: number): number {
  return snapToGrapheme(raw, Math.min(raw.length, offset + length), 'forward');
}

/** From the beginning of the block in which a span begins to the end of that in which it ends. */
function blockOf(pageText: PageText, { start, end }: Span): Span {
  const first = pageText.blocks[blockAt(pageText, start)];
  const last = pageText.blocks[blockAt(pageText, end - 1)];
  return { start: Math.min(start, first?.start ?? start), end: Math.max(end, last?.end ?? end) };
}

function readPrevious(index: PageIndex, span: Span, known: number): NearbyText | null {
  const { pageText } = index;
  const at = blockAt(pageText, span.start);
  const block = pageText.blocks[at - 1];
  if (block === undefined || block.end > known) return null;
  const start = Math.max(block.start, back(pageText, block.end, nearbyLength));
  const distance = tokensOf(index, span).start - tokensOf(index, block).end;
  return distance > farthest ? null : { text: readSpan(pageText, { start, end: block.end }), distance };
}

function readNext(index: PageIndex, span: Span, known: number): NearbyText | null {
  const { pageText } = index;
  const block = pageText.blocks[blockAt(pageText, span.end - 1) + 1];
  if (block === undefined || block.start < known) return null;
  const end = Math.min(block.end, forth(pageText, block.start, nearbyLength));
  const distance = tokensOf(index, block).start - tokensOf(index, span).end;
  return distance > farthest ? null : { text: readSpan(pageText, { start: block.start, end }), distance };
}
