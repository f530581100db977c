import type { ReadBlock } from '../model/read-article.ts';
import type { Span } from '../text/index.ts';
import { firstEndingAfter } from './segments.ts';

export type StepUnit = 'word' | 'sentence';

/** A step of the keyboard: which end of what is selected, by how much, and whether onwards. */
export type Step = { readonly end: 'start' | 'end'; readonly unit: StepUnit; readonly isForward: boolean };

/** Words or sentences of a block, as offsets into the page text, without the space between them. */
function unitsOf(block: ReadBlock, unit: StepUnit, lang: string | undefined): Span[] {
  const segments = [...createSegmenter(unit, lang).segment(block.text)];
  return segments.flatMap(({ segment, index, isWordLike }) => {
    const words = segment.trim();
    if (words === '' || isWordLike === false) return [];
    const start = block.start + index + (segment.length - segment.trimStart().length);
    return [{ start, end: start + words.length }];
  });
}

function createSegmenter(granularity: StepUnit, lang: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity });
  } catch {
    // The page's language tag is none; the reader's own browser then says where words end.
    return new Intl.Segmenter(undefined, { granularity });
  }
}

/** The first word or sentence of a block. */
export function firstOf(block: ReadBlock, unit: StepUnit, lang?: string): Span | null {
  return unitsOf(block, unit, lang)[0] ?? null;
}

/**
 * The span after a step, over the borders of blocks; the span itself where there is nothing further, or where nothing
 * would be left of it.
 */
export function stepSpan(
  blocks: readonly ReadBlock[],
  span: Span,
  { step, lang }: { readonly step: Step; readonly lang?: string | undefined },
): Span {
  const offset = step.end === 'start' ? span.start : span.end;
  const edge = edgeFrom(blocks, offset, { step, lang });
  if (edge === null) return span;
  const next = step.end === 'start' ? { ...span, start: edge } : { ...span, end: edge };
  return next.start < next.end ? next : span;
}

/** The next beginning (or end) of a word or sentence from an offset, looked for block by block. */
function edgeFrom(
  blocks: readonly ReadBlock[],
  offset: number,
  { step, lang }: { readonly step: Step; readonly lang?: string | undefined },
): number | null {
  const { end, unit, isForward } = step;
  const at = Math.min(blocks.length - 1, firstEndingAfter(blocks, isForward ? offset : offset - 1));
  for (let index = at; index >= 0 && index < blocks.length; index += isForward ? 1 : -1) {
    const block = blocks[index];
    if (block === undefined) return null;
    const edges = unitsOf(block, unit, lang).map((one) => one[end]);
    const edge = isForward ? edges.find((edge) => edge > offset) : edges.findLast((edge) => edge < offset);
    if (edge !== undefined) return edge;
  }
  return null;
}
