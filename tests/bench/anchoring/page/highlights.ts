import { blocksOf, sentencesOf, wordsOf, type Block } from './blocks.ts';
import type { Random } from './random.ts';
import type { FlatPage, Stretch } from './tracked.ts';

export type HighlightKind = 'words' | 'sentence' | 'paragraphs' | 'caption' | 'repeated';
export type Highlight = Stretch & { readonly kind: HighlightKind };

/** What passages are chosen from. */
export type Pools = Record<'blocks' | 'prose' | 'captions' | 'repeated', readonly Block[]> & {
  readonly page: FlatPage;
};

/** The pools of a page that is shown. */
export function createPools(page: FlatPage): Pools {
  const blocks = blocksOf(page);
  return {
    page,
    blocks,
    prose: blocks.filter(({ text }) => text.length >= 40),
    captions: blocks.filter(
      ({ element, text }) => element.closest('figcaption, li, td, h2, h3') !== null && text.length >= 8,
    ),
    repeated: findRepeated(blocks),
  };
}

/** Passages that a reader might keep: every kind comes up. */
export function chooseHighlights(
  pools: Pools,
  { random, count }: { random: Random; count: number },
): Highlight[] {
  const chosen: Highlight[] = [];
  for (let tries = 0; tries < count * 8 && chosen.length < count; tries++) {
    const kind = random.pick<HighlightKind>([
      'words',
      'words',
      'sentence',
      'sentence',
      'sentence',
      'paragraphs',
      'caption',
      'repeated',
    ]);
    const stretch = choose(kind, pools, random);
    if (stretch !== null && stretch.end - stretch.start > 1) chosen.push({ ...stretch, kind });
  }
  return chosen;
}

function choose(kind: HighlightKind, pools: Pools, random: Random): Stretch | null {
  const { page } = pools;
  const pool = kind === 'caption' ? pools.captions : kind === 'repeated' ? pools.repeated : pools.prose;
  if (pool.length === 0) return null;
  const block = random.pick(pool);
  if (kind === 'words') {
    const words = wordsOf(page.text, block);
    const first = random.below(words.length);
    const last = Math.min(words.length - 1, first + random.below(5));
    return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
  }
  if (kind === 'sentence') {
    const sentences = sentencesOf(block);
    return sentences.length === 0 ? null : random.pick(sentences);
  }
  if (kind === 'paragraphs') {
    const at = pools.blocks.indexOf(block);
    const last = pools.blocks[Math.min(pools.blocks.length - 1, at + 1 + random.below(3))];
    return last === undefined ? null : { start: block.start, end: last.end };
  }
  return { start: block.start, end: block.end };
}

function findRepeated(blocks: readonly Block[]): Block[] {
  const counts = new Map<string, number>();
  for (const { text } of blocks) counts.set(text, (counts.get(text) ?? 0) + 1);
  return blocks.filter(({ text }) => (counts.get(text) ?? 0) > 1 && text.length > 3);
}
