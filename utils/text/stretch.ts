import { attributeOf } from './dom.ts';
import { snapToGrapheme } from './graphemes.ts';
import type { PageText, TextBlock } from './types.ts';
import { countBefore } from './halve.ts';

/** The words around a place, within its block. */
export type Stretch = {
  /** Where `text` begins in the page text (UTF-16 code units). */
  readonly start: number;
  /** As long as the raw text. White space of the source is a space each; a line break is one that shows. */
  readonly text: string;
};

/** So far the words around a place are looked at, to each side: a block may be as long as a page likes. */
const reach = 4_000;

/** The index of the block that an offset is in; between two of them, the one before. -1 before all of them. */
export function blockIndexAt({ blocks }: PageText, offset: number): number {
  return countBefore(blocks.length, (index) => (blocks[index]?.start ?? Infinity) <= offset) - 1;
}

/** The words of a block around an offset in it. */
export function stretchAt(pageText: PageText, block: TextBlock, offset: number): Stretch {
  const { raw } = pageText;
  const start = snapToGrapheme(raw, Math.max(block.start, offset - reach), 'backward');
  const end = snapToGrapheme(raw, Math.min(block.end, offset + reach), 'forward');
  const text = raw
    .slice(start, end)
    .replace(/[^\S ]/gu, (blank, at: number) =>
      blank === '\n' && isBetweenNodes(pageText, start + at) ? blank : ' ',
    );
  return { start, text };
}

/** A character of the page text that no node has: the break that a `<br>` makes. */
function isBetweenNodes(pageText: PageText, offset: number): boolean {
  return pageText.placeOf(offset, 'forward')?.node !== pageText.placeOf(offset + 1, 'backward')?.node;
}

/** The language that the page declares for the words at an offset, `null` where it declares none. */
export function langAt(pageText: PageText, offset: number): string | null {
  const block = pageText.blocks[blockIndexAt(pageText, offset)];
  if (block === undefined) return null;
  const declaring: Element | null = Element.prototype.closest.call(block.element, '[lang]');
  const lang = declaring === null ? '' : (attributeOf(declaring, 'lang') ?? '').trim();
  return lang === '' ? null : lang;
}
