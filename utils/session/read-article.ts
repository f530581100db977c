import { readSpan } from '../anchoring/index.ts';
import type { ArticleBlock } from '../model/article.ts';
import type { ReadPiece, ReadArticle, ReadBlock, ReadMark } from '../model/read-article.ts';
import { isElement, localNameOf, parentOf } from '../text/index.ts';
import type { PageText, Span, TextBlock } from '../text/types.ts';
import type { PageReading } from './reading.ts';
import { countBefore } from '../text/halve.ts';

/** A book's worth; whoever reads on does so on the page. */
const mostBlocks = 20_000;
const longestText = 2_000_000;

/** What the reader view is told of the article: its blocks with their words, and where what is kept stands. */
export function describeArticle(reading: PageReading, marks: readonly ReadMark[]): ReadArticle {
  const { pageText } = reading;
  const numbers = createNumbers();
  const blocks: ReadBlock[] = [];
  let length = 0;
  let reached = 0;
  let isCut = false;
  for (const { block, element } of placeBlocks(reading)) {
    length += block.end - block.start;
    isCut = blocks.length === mostBlocks || length > longestText;
    if (isCut) break;
    blocks.push({
      ...block,
      text: showText(pageText, block),
      rank: block.kind === 'subheading' ? rankOf(element) : block.kind === 'list' ? numbers(element) : 0,
      isApart: blocks.length > 0 && /\S/u.test(pageText.raw.slice(reached, block.start)),
    });
    reached = block.end;
  }
  const { state, article } = reading;
  return { state, lang: article.lang, dir: directionOf(reading), blocks, marks, isCut };
}

type Placed = { readonly block: ArticleBlock; readonly element: Element };

/** The blocks of the article with the elements they stand in. */
function placeBlocks({ blocks, pageText }: PageReading): Placed[] {
  const byStart = new Map<number, TextBlock>(pageText.blocks.map((block) => [block.start, block]));
  return blocks.flatMap((block) => {
    const found = byStart.get(block.start);
    return found === undefined ? [] : [{ block, element: found.element }];
  });
}

/** What lies between two text nodes of a block is a line break that the page shows. */
function showText({ raw, segments }: PageText, { start, end }: Span): string {
  let text = '';
  for (let at = firstAfter(segments, start); at < segments.length; at++) {
    const segment = segments[at];
    if (segment === undefined || segment.start >= end) break;
    text += raw.slice(start + text.length, segment.start);
    const { length } = segment;
    text += raw.slice(segment.start, Math.min(end, segment.start + length)).replace(/\s/gu, ' ');
  }
  return text;
}

/** The index of the first segment that begins at an offset or after it. */
function firstAfter(segments: PageText['segments'], offset: number): number {
  return countBefore(segments.length, (index) => (segments[index]?.start ?? 0) < offset);
}

/** Boxes between a block of text and the element that says what it is are few. */
const farthest = 4;

function closest(element: Element, name: RegExp): Element | null {
  let node: Node | null = element;
  for (let step = 0; step < farthest && node !== null && isElement(node); step++) {
    if (name.test(localNameOf(node))) return node;
    node = parentOf(node);
  }
  return null;
}

function rankOf(element: Element): number {
  const heading = closest(element, /^h[1-6]$/u);
  return heading === null ? 2 : Math.max(2, Number(localNameOf(heading).slice(1)));
}

/** Counts the entries of numbered lists, as browsers do where nothing else is said. */
function createNumbers(): (element: Element) => number {
  let list: Node | null = null;
  let entry: Element | null = null;
  let count = 0;
  return (element) => {
    const next = closest(element, /^li$/u);
    const parent = next === null ? null : parentOf(next);
    if (parent === null || !isElement(parent) || localNameOf(parent) !== 'ol') return 0;
    if (parent !== list) count = 0;
    if (next !== entry) count++;
    list = parent;
    entry = next;
    return count;
  };
}

function directionOf(reading: PageReading): 'ltr' | 'rtl' {
  const [first] = placeBlocks({ ...reading, blocks: reading.blocks.slice(0, 1) });
  return first !== undefined && getComputedStyle(first.element).direction === 'rtl' ? 'rtl' : 'ltr';
}

/** The blocks that a reader view was told of, found again on the page though its text may have moved since. */
export type ToldBlocks = {
  /** The block at the reader's eyes, or nearest to them, by its offset when it was told; `null` without blocks. */
  readonly inView: () => number | null;
  /** A block and where it is in the window, by the offset that was told; `null` when it is no longer shown. */
  readonly placeOf: (start: number) => { readonly element: Element; readonly rect: DOMRect } | null;
};

/** Readers look at the upper part of a window. */
const eyeLevel = 0.3;

/** Remembers where the blocks of an article stand. */
export function rememberBlocks(reading: PageReading): ToldBlocks {
  const placed = placeBlocks(reading);
  return {
    inView() {
      // Blocks follow each other down the page, so half of the rest is out of question with each look.
      const level = innerHeight * eyeLevel;
      const at = countBefore(placed.length, (index) => (rectOf(placed[index])?.bottom ?? 0) < level);
      // Below the article the reader is at its end.
      return placed[Math.min(at, placed.length - 1)]?.block.start ?? null;
    },
    placeOf(start) {
      const found = placed.find(({ block }) => block.start === start);
      const rect = rectOf(found);
      return found === undefined || rect === null ? null : { element: found.element, rect };
    },
  };
}

/** Where a block is in the window, `null` when it is no longer shown. */
function rectOf(placed: Placed | undefined): DOMRect | null {
  if (placed === undefined) return null;
  const rect = Element.prototype.getBoundingClientRect.call(placed.element);
  return rect.height === 0 ? null : rect;
}

/** The span of some words, `null` when the page does not have them there any more. */
export function spanOfPieces(pageText: PageText, pieces: readonly ReadPiece[]): Span | null {
  let reached = -1;
  for (const { start, end, words } of pieces) {
    const isThere = reached < start && start < end && readSpan(pageText, { start, end }) === words;
    if (!isThere) return null;
    reached = end;
  }
  const [first] = pieces;
  return first === undefined ? null : { start: first.start, end: reached };
}
