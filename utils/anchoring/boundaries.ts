import type { Span } from '../text/types.ts';
import { isKept, outerTokens, type Alignment } from './align.ts';
import { same } from './fill.ts';
import type { PageIndex } from './page-index.ts';
import type { Query } from './query.ts';
import { widenToSentences } from './whole.ts';

/**
 * Where the passage begins and ends on the page, in offsets of its folded text; `null` when none of it is left.
 * Between the outermost word of the passage and the nearest word of its surroundings stand words that nobody knows:
 * they replace what is missing between the two, and are shared out to passage and surroundings in that proportion.
 */
export function spanOfAlignment(index: PageIndex, query: Query, alignment: Alignment): Span | null {
  const { exact } = query;
  let first = exact.start;
  while (first < exact.end && !isKept(alignment, first)) first++;
  if (first === exact.end) return null;
  let last = exact.end - 1;
  while (!isKept(alignment, last)) last--;

  const start =
    first === exact.start
      ? startInToken(index, query, alignment)
      : startBefore(index, query, { alignment, first });
  const end =
    last === exact.end - 1
      ? endInToken(index, query, alignment)
      : endBehind(index, query, { alignment, last });
  if (!query.isWhole) return { start, end };
  const { before, behind } = outerTokens(query, alignment);
  return widenToSentences(
    index,
    { start, end },
    {
      after: alignment.pageOf[before] ?? -1,
      before: alignment.pageOf[behind] ?? Infinity,
      most: exact.end - exact.start,
    },
  );
}

function startBefore(
  index: PageIndex,
  query: Query,
  { alignment, first }: { alignment: Alignment; first: number },
): number {
  const { exact, block } = query;
  const page = alignment.pageOf[first] ?? 0;
  const missing = first - exact.start;
  let outer = exact.start - 1;
  while (outer >= 0 && !isKept(alignment, outer)) outer--;
  const around = exact.start - 1 - outer;
  const unknown = outer === -1 ? missing : page - (alignment.pageOf[outer] ?? 0) - 1;
  let token = page - shareOut({ unknown, missing, around });
  // A passage that began a block does not begin before the block, unless just its own words were replaced.
  if (block.start === exact.start && !(query.hasBorder && isReplaced({ unknown, missing, around }))) {
    for (let border = page; border > token; border--) if (index.isBlockStart[border] === 1) token = border;
  }
  return index.tokens.starts[Math.max(0, token)] ?? 0;
}

function endBehind(
  index: PageIndex,
  query: Query,
  { alignment, last }: { alignment: Alignment; last: number },
): number {
  const { exact, block } = query;
  const page = alignment.pageOf[last] ?? 0;
  const missing = exact.end - 1 - last;
  let outer = exact.end;
  while (outer < query.words.length && !isKept(alignment, outer)) outer++;
  const around = outer - exact.end;
  const unknown = outer === query.words.length ? missing : (alignment.pageOf[outer] ?? 0) - page - 1;
  let token = page + shareOut({ unknown, missing, around });
  if (block.end === exact.end && !(query.hasBorder && isReplaced({ unknown, missing, around }))) {
    for (let border = page + 1; border <= token; border++)
      if (index.isBlockStart[border] === 1) token = border - 1;
  }
  return index.tokens.ends[Math.min(index.words.length - 1, token)] ?? 0;
}

/** Whether no more words stand in place of the missing ones than there were, and the surroundings lack none. */
function isReplaced({
  unknown,
  missing,
  around,
}: {
  unknown: number;
  missing: number;
  around: number;
}): boolean {
  return around === 0 && unknown <= missing;
}

/** More unknown words than this in place of one that is missing were inserted, and are not the passage's. */
const mostForOne = 2;
const mostAtLeast = 8;

function shareOut(words: { unknown: number; missing: number; around: number }): number {
  const { unknown, missing, around } = words;
  const share = Math.round((unknown * missing) / (missing + around));
  return share > missing * mostForOne + mostAtLeast ? missing : share;
}

/** A passage may begin inside a word. */
function startInToken({ tokens }: PageIndex, query: Query, { pageOf, outcomes }: Alignment): number {
  const token = query.exact.start;
  const page = pageOf[token] ?? 0;
  const start = tokens.starts[page] ?? 0;
  const end = tokens.ends[page] ?? 0;
  const inside = Math.max(0, query.inExact.start - (query.tokens.starts[token] ?? 0));
  if (inside === 0 || outcomes[token] === same) return start + inside;
  return Math.max(start, end - ((query.tokens.ends[token] ?? 0) - query.inExact.start));
}

function endInToken({ tokens }: PageIndex, query: Query, { pageOf, outcomes }: Alignment): number {
  const token = query.exact.end - 1;
  const page = pageOf[token] ?? 0;
  const start = tokens.starts[page] ?? 0;
  const end = tokens.ends[page] ?? 0;
  const inside = Math.max(0, (query.tokens.ends[token] ?? 0) - query.inExact.end);
  if (inside === 0 || outcomes[token] === same) return end - inside;
  return Math.min(end, start + query.inExact.end - (query.tokens.starts[token] ?? 0));
}
