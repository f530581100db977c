import { annotationKinds } from '../model/annotation.ts';
import type { ReadArticle, ReadBlock, ReadMark } from '../model/read-article.ts';
import { countBefore } from '../text/halve.ts';

/** A mark as far as it stands in one block. */
export type BlockMark = {
  readonly mark: ReadMark;
  /** Whether it begins in this block, as far as it is shown at all. */
  readonly isFirst: boolean;
};

/** A block as it is shown, the same object as long as nothing of it changes. */
export type ShownBlock = {
  /** Stays with the block when others come and go around it. */
  readonly id: number;
  readonly block: ReadBlock;
  readonly marks: readonly BlockMark[];
};

/** A stretch of a block that the same marks lie over; offsets as in the block. */
export type Segment = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What is painted last comes first; empty where nothing is kept. */
  readonly marks: readonly ReadMark[];
  /** Those that begin here: they are told of, and reached by Tab, once. */
  readonly begins: readonly ReadMark[];
};

/**
 * The blocks of an article with their marks. What was shown before keeps its id, by its words, and is the same object
 * when nothing of it changed, so that the reader's place and selection survive and only what is new is rendered.
 */
export function showBlocks(article: ReadArticle, before: readonly ShownBlock[]): ShownBlock[] {
  const known = new Map<string, ShownBlock[]>();
  let nextId = 0;
  for (const shown of before) {
    nextId = Math.max(nextId, shown.id + 1);
    const key = keyOf(shown.block);
    const twins = known.get(key);
    if (twins === undefined) known.set(key, [shown]);
    else twins.push(shown);
  }
  const marksOf = distribute(article);
  return article.blocks.map((block, index) => {
    const old = known.get(keyOf(block))?.shift();
    const next = { id: old?.id ?? nextId++, block, marks: marksOf.get(index) ?? [] };
    return old !== undefined && JSON.stringify(old) === JSON.stringify(next) ? old : next;
  });
}

function keyOf({ kind, text }: ReadBlock): string {
  return `${kind} ${text}`;
}

/** The marks of each block that has any. */
function distribute({ blocks, marks }: ReadArticle): Map<number, BlockMark[]> {
  const marksOf = new Map<number, BlockMark[]>();
  for (const mark of marks) {
    let isFirst = true;
    for (let index = firstEndingAfter(blocks, mark.start); index < blocks.length; index++) {
      const block = blocks[index];
      if (block === undefined || block.start >= mark.end) break;
      const there = marksOf.get(index) ?? [];
      there.push({ mark, isFirst });
      marksOf.set(index, there);
      isFirst = false;
    }
  }
  return marksOf;
}

/** The index of the first block that ends after an offset; blocks never overlap. */
export function firstEndingAfter(blocks: readonly { readonly end: number }[], offset: number): number {
  return countBefore(blocks.length, (index) => (blocks[index]?.end ?? 0) <= offset);
}

/** A block cut where a mark begins or ends, in order, without empty stretches. */
export function segmentBlock({ block, marks }: Omit<ShownBlock, 'id'>): Segment[] {
  const edges = new Set([block.start, block.end]);
  for (const { mark } of marks) {
    if (mark.start > block.start) edges.add(mark.start);
    if (mark.end < block.end) edges.add(mark.end);
  }
  const cuts = [...edges].toSorted((a, b) => a - b);
  const inOrder = marks.toSorted((a, b) => compareByPaint(a.mark, b.mark));
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? block.end;
    const over = inOrder.filter(({ mark }) => mark.start < end && mark.end > start);
    return {
      start,
      end,
      text: block.text.slice(start - block.start, end - block.start),
      marks: over.map(({ mark }) => mark),
      begins: over
        .filter(({ mark, isFirst }) => isFirst && Math.max(mark.start, block.start) === start)
        .map(({ mark }) => mark),
    };
  });
}

/** As on the page: entities over quotes over highlights; of one kind the shorter over the longer. */
function compareByPaint(a: ReadMark, b: ReadMark): number {
  const byKind = annotationKinds.indexOf(b.kind) - annotationKinds.indexOf(a.kind);
  return byKind === 0 ? a.end - a.start - (b.end - b.start) : byKind;
}

/** The mark to open at a click on a stretch, of the ids over it: the one after the open one, where that is among them. */
export function nextAt(ids: readonly string[], openId: string | null): string | null {
  const open = openId === null ? -1 : ids.indexOf(openId);
  return ids[(open + 1) % ids.length] ?? null;
}
