import type { Span } from '../text/types.ts';
import { outerTokens, type Alignment } from './align.ts';
import { spanOfAlignment } from './boundaries.ts';
import { roleAt } from './blocks.ts';
import { gone, same } from './fill.ts';
import type { PageIndex } from './page-index.ts';
import type { Query } from './query.ts';

/** Bits that were kept, of all bits there were. */
export type Share = { readonly kept: number; readonly total: number };

/** What speaks for a place of the page being the passage. */
export type Evidence = {
  /** In offsets of the folded text; `null` when no word of the passage itself is there. */
  readonly span: Span | null;
  /** The passage's own words. */
  readonly own: Share;
  /** Words of its block before and behind it. */
  readonly near: Share;
  /** Words of the neighbouring blocks. */
  readonly far: Share;
  /** The words that adjoin it: the part of them that is left on the poorer side. */
  readonly poorSide: number;
  readonly before: Share;
  readonly behind: Share;
  /** Words that stand between the passage's first and last and were not there. */
  readonly inserted: number;
  /** Words that stand between it and the nearest of its surroundings and did not, before and behind it. */
  readonly parting: readonly [number, number];
  /** Whether not a token of the passage changed. */
  readonly isVerbatim: boolean;
  /** The greatest part of the words of a rival that are in and around this place; 0 without rivals. */
  readonly rival: number;
  /** Whether it begins in a block of the same kind (heading, paragraph, caption) as before; 0 when that is not known. */
  readonly role: 1 | 0 | -1;
  /** Whether that is a paragraph. */
  readonly isProse: boolean;
  /** Tokens of the passage. */
  readonly length: number;
  /** Words of the surroundings that a twin shared, and words that tell the passage from its twins. */
  readonly shared: Share;
  readonly telling: Share;
  readonly hasTwins: boolean;
  /** Whether nothing on the old page read like it. */
  readonly isAlone: boolean;
  /** The part that counts of what the surroundings kept: of a side of which little is left, that is there by chance. */
  readonly depth: number;
};

/** With fewer bits than this, one side of the surroundings says nothing. */
export const leastSide = 8;
/** Words that adjoin the passage on each side: what parts it from them is new, or it is not the passage. */
const adjoining = 8;
/** A respelled word tells this part of what it told. */
const respelledWorth = 0.7;
/** Bits of a rival's words that are anywhere by chance. */
const chance = 8;
/** Page tokens on each side of a passage in which a rival's words are looked for. */
export const rivalReach = 16;

/** Weighs an alignment. */
export function weigh(index: PageIndex, query: Query, alignment: Alignment): Evidence {
  const { exact, block } = query;
  const share = (start: number, end: number): Share => shareOf(query, alignment, { start, end });
  const joined = findJoined(index, query, alignment);
  const nearBefore = keepOnly(share(block.start, exact.start), share(joined.start, exact.start));
  const nearBehind = keepOnly(share(exact.end, block.end), share(exact.end, joined.end));
  const farBefore = share(0, block.start);
  const farBehind = share(block.end, query.words.length);
  const span = spanOfAlignment(index, query, alignment);
  const before = add(farBefore, nearBefore);
  const behind = add(nearBehind, farBehind);
  const telling = countTelling(query, alignment);
  const around = add(before, behind);
  return {
    span,
    own: share(exact.start, exact.end),
    near: add(nearBefore, nearBehind),
    far: add(farBefore, farBehind),
    poorSide: poorSideOf(index, query, alignment),
    before,
    behind,
    telling,
    hasTwins: query.hasTwins,
    isAlone: query.isAlone,
    depth: depthOf([nearBefore, nearBehind, farBefore, farBehind]),
    shared: { kept: Math.max(0, around.kept - telling.kept), total: around.total - telling.total },
    inserted: countInserted(query, alignment),
    parting: countParting(query, alignment),
    isVerbatim: isVerbatim(query, alignment),
    rival: span === null ? 0 : likenessToRival(index, query, alignment),
    role: span === null ? 0 : compareRoles(index, query, span),
    isProse: query.role === 'p',
    length: exact.end - exact.start,
  };
}

/** The part that is left of a side on which the page begins or ends: that was cut off, and tells little. */
const unknownSide = 0.75;

/** The part that is left of what adjoined the passage, on the side that lost more. */
function poorSideOf(index: PageIndex, query: Query, alignment: Alignment): number {
  const { exact, words } = query;
  const { first, last } = outerPlaces(exact, alignment.pageOf);
  const partIn = (start: number, end: number): number => partOf(shareOf(query, alignment, { start, end }));
  return Math.min(
    first === 0 ? unknownSide : partIn(Math.max(0, exact.start - adjoining), exact.start),
    last === index.words.length - 1
      ? unknownSide
      : partIn(exact.end, Math.min(words.length, exact.end + adjoining)),
  );
}

function shareOf(query: Query, { outcomes }: Alignment, { start, end }: Span): Share {
  let kept = 0;
  let total = 0;
  for (let token = start; token < end; token++) {
    const bits = query.bits[token] ?? 0;
    total += bits;
    if (outcomes[token] !== gone) kept += outcomes[token] === same ? bits : bits * respelledWorth;
  }
  return { kept, total };
}

/** What remains of the surroundings, side by side, when of each as much again is taken for chance as is lost. */
function depthOf(sides: readonly Share[]): number {
  const sum = (amount: (side: Share) => number): number =>
    sides.reduce((total, side) => total + amount(side), 0);
  const kept = sum((side) => side.kept);
  return kept === 0 ? 1 : sum((side) => side.kept * partOf(side)) / kept;
}

/** Without twins, all of the surroundings tell. */
function countTelling(query: Query, alignment: Alignment): Share {
  let telling: Share = { kept: 0, total: 0 };
  for (const token of query.telling)
    telling = add(telling, shareOf(query, alignment, { start: token, end: token + 1 }));
  return telling;
}

/** The tokens of the passage's block that still are in one block with it: a copy takes nothing of its block along. */
function findJoined(index: PageIndex, { exact, block }: Query, { pageOf }: Alignment): Span {
  let { first, last } = outerPlaces(exact, pageOf);
  while (first > 0 && index.isBlockStart[first] !== 1) first--;
  last++;
  while (last < index.words.length && index.isBlockStart[last] !== 1) last++;
  let { start, end } = exact;
  while (start > block.start && isWithin(pageOf[start - 1] ?? -1, first, last)) start--;
  while (end < block.end && isWithin(pageOf[end] ?? -1, first, last)) end++;
  return { start, end };
}

/** A token that is gone is nowhere else. */
function isWithin(page: number, first: number, last: number): boolean {
  return page === -1 || (page >= first && page < last);
}

/** The page tokens of the first and of the last token of a stretch that are there; -1 when none is. */
function outerPlaces({ start, end }: Span, pageOf: Int32Array): { first: number; last: number } {
  let from = start;
  let to = end - 1;
  while (from < to && pageOf[from] === -1) from++;
  while (to > from && pageOf[to] === -1) to--;
  return { first: pageOf[from] ?? -1, last: pageOf[to] ?? -1 };
}

function keepOnly({ total }: Share, { kept }: Share): Share {
  return { kept, total };
}

/** The part that was kept; 1 of nothing. */
export function partOf({ kept, total }: Share): number {
  return total === 0 ? 1 : kept / total;
}

function add(a: Share, b: Share): Share {
  return { kept: a.kept + b.kept, total: a.total + b.total };
}

function countInserted({ exact }: Query, { pageOf }: Alignment): number {
  const { first, last } = outerPlaces(exact, pageOf);
  return first === -1 ? 0 : Math.max(0, last - first + 1 - (exact.end - exact.start));
}

/** Words that stand between the passage and the nearest of its surroundings and did not, before and behind it. */
function countParting(query: Query, alignment: Alignment): readonly [number, number] {
  const { exact, places } = query;
  const { pageOf } = alignment;
  let first = exact.start;
  while (first < exact.end && pageOf[first] === -1) first++;
  if (first === exact.end) return [0, 0];
  let last = exact.end - 1;
  while (pageOf[last] === -1) last--;
  const { before, behind } = outerTokens(query, alignment);
  const more = (from: number, to: number): number =>
    Math.max(0, (pageOf[to] ?? 0) - (pageOf[from] ?? 0) - ((places[to] ?? 0) - (places[from] ?? 0)));
  return [before < 0 ? 0 : more(before, first), behind >= places.length ? 0 : more(last, behind)];
}

function isVerbatim({ exact }: Query, { pageOf, outcomes }: Alignment): boolean {
  for (let token = exact.start; token < exact.end; token++) {
    if (outcomes[token] !== same) return false;
    if (token > exact.start && pageOf[token] !== (pageOf[token - 1] ?? 0) + 1) return false;
  }
  return true;
}

function likenessToRival(index: PageIndex, query: Query, { pageOf }: Alignment): number {
  if (query.rivals.length === 0) return 0;
  const { first, last } = outerPlaces(query.exact, pageOf);
  const from = Math.max(0, first - rivalReach);
  const to = last + 1 + rivalReach;
  const here = new Set(index.words.slice(from, to));
  let most = 0;
  for (const words of query.rivals) {
    let found = 0;
    let total = chance;
    for (const word of words) {
      const bits = index.bits[word] ?? index.rarest;
      total += bits;
      if (here.has(word)) found += bits;
    }
    most = Math.max(most, found / total);
  }
  return most;
}

function compareRoles({ pageText }: PageIndex, { role }: Query, span: Span): 1 | 0 | -1 {
  if (role === null) return 0;
  return roleAt(pageText, pageText.folded.toRaw(span).start) === role ? 1 : -1;
}
