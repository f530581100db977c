import type { VersionBlock, VersionRole } from '../model/version.ts';
import { linkEqual, type Links } from './align.ts';
import { foldBlocks, type FoldedBlock } from './fold-blocks.ts';
import { findParted, type Sides } from './join.ts';
import { pairEdited, type Loose } from './pair.ts';

/** What became of a block; `role` is what it is now, or was. The words of an edit come from `diffPassage`. */
export type BlockChange = { readonly role: VersionRole } & (
  | { readonly kind: 'changed'; readonly before: string; readonly after: string }
  | { readonly kind: 'moved'; readonly before: string; readonly after: string }
  | { readonly kind: 'added'; readonly after: string }
  | { readonly kind: 'removed'; readonly before: string }
);

export type ChangeKind = BlockChange['kind'];

/** How two versions of an article differ. */
export type VersionChanges = {
  /** In the order in which they stand now; what was removed comes where it stood. */
  readonly changes: readonly BlockChange[];
  /** Blocks other than headline and standfirst, by what became of them. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly isHeadlineChanged: boolean;
  readonly isStandfirstChanged: boolean;
  /**
   * `part`: what is there now is no more than a part of what was, as where a page asks for a subscription or has not
   * loaded all; `more`: the other way round. Such a difference says nothing of what the publisher did.
   */
  readonly extent: 'whole' | 'part' | 'more';
};

/**
 * How an article's text has changed between two versions. Equal blocks are linked in order first, then those that
 * were only parted or joined, then those that stand elsewhere, then those that were edited. Time grows with the number
 * of words; whatever differs in typography and white space alone is equal.
 */
export function compareVersions(
  before: readonly VersionBlock[],
  after: readonly VersionBlock[],
): VersionChanges {
  const [old, now] = [foldBlocks(before), foldBlocks(after)];
  const headline = compareHeadlines(old, now);
  const [oldBody, nowBody] = [old.filter(isBody), now.filter(isBody)];
  const body = collect(oldBody, nowBody, linkBodies(oldBody, nowBody));
  const changes = [...headline, ...body];
  const isLead = ({ role }: BlockChange): boolean => role === 'standfirst';
  const rest = body.filter((change) => !isLead(change));
  const countOf = (kind: ChangeKind): number => rest.filter((change) => change.kind === kind).length;
  return {
    changes,
    counts: {
      changed: countOf('changed'),
      added: countOf('added'),
      removed: countOf('removed'),
      moved: countOf('moved'),
    },
    isHeadlineChanged: headline.length > 0,
    isStandfirstChanged: body.some(isLead),
    extent: extentOf(weightOf(oldBody), weightOf(nowBody), changes),
  };
}

/** Whether anything differs that a reader would call a change. */
export function hasChanged({ changes }: VersionChanges): boolean {
  return changes.length > 0;
}

function isBody({ role }: FoldedBlock): boolean {
  return role !== 'headline';
}

/** A headline that was not found on one side is no change: extraction finds it or not. */
function compareHeadlines(old: readonly FoldedBlock[], now: readonly FoldedBlock[]): BlockChange[] {
  const [before, after] = [old, now].map((blocks) => blocks.find(({ role }) => role === 'headline'));
  if (before === undefined || after === undefined || before.folded === after.folded) return [];
  return [{ kind: 'changed', role: 'headline', before: before.text, after: after.text }];
}

type Linked = {
  /** The partner of each old block, -1 for none. */
  readonly links: Links;
  /** The old blocks that stand among the others as they did, word for word. */
  readonly unchanged: ReadonlySet<number>;
  /** The blocks whose words are all there, parted otherwise. */
  readonly parted: Sides<ReadonlySet<number>>;
};

function linkBodies(old: readonly FoldedBlock[], now: readonly FoldedBlock[]): Linked {
  const [oldTexts, nowTexts] = [old, now].map((blocks) => blocks.map(({ folded }) => folded)) as [
    string[],
    string[],
  ];
  const links = linkEqual(oldTexts, nowTexts);
  const unchanged = new Set(links.flatMap((to, index) => (to === -1 ? [] : [index])));
  const parted = findParted(oldTexts, nowTexts, links);
  const gaps = gapsOf(links, now.length);
  const isLooseOld = (index: number): boolean => links[index] === -1 && !parted.old.has(index);
  const linked = new Set(links);
  const isLooseNow = (index: number): boolean => !linked.has(index) && !parted.now.has(index);
  const link = (pairs: readonly (readonly [number, number])[]): void => {
    for (const [from, to] of pairs) {
      links[from] = to;
      linked.add(to);
    }
  };
  const looseOld = (): Loose[] => listLoose(oldTexts, isLooseOld, gaps.old);
  const looseNow = (): Loose[] => listLoose(nowTexts, isLooseNow, gaps.now);

  link(pairMoved(looseOld(), looseNow()));
  link(pairStandfirsts(old, now, { isLooseOld, isLooseNow }));
  link(pairEdited(looseOld(), looseNow()));
  return { links, unchanged, parted };
}

function listLoose(
  texts: readonly string[],
  isLoose: (index: number) => boolean,
  gaps: readonly number[],
): Loose[] {
  return texts.flatMap((text, index) => (isLoose(index) ? [{ index, text, gap: gaps[index] ?? 0 }] : []));
}

/** For each block of either side the number of linked ones before it: equal for what stands in the same gap. */
function gapsOf(links: Links, nowLength: number): { readonly old: number[]; readonly now: number[] } {
  const linked = new Set(links);
  let count = 0;
  const old = links.map((to) => (to === -1 ? count : ++count));
  count = 0;
  const now = Array.from({ length: nowLength }, (_, index) => (linked.has(index) ? ++count : count));
  return { old, now };
}

function pairMoved(old: readonly Loose[], now: readonly Loose[]): [number, number][] {
  const waiting = new Map<string, Loose[]>();
  for (const loose of now) waiting.set(loose.text, [...(waiting.get(loose.text) ?? []), loose]);
  return old.flatMap(({ index, text }) => {
    const partner = waiting.get(text)?.shift();
    return partner === undefined ? [] : [[index, partner.index] as [number, number]];
  });
}

/** A standfirst that was written anew is the standfirst still, whatever its words. */
function pairStandfirsts(
  old: readonly FoldedBlock[],
  now: readonly FoldedBlock[],
  loose: { readonly isLooseOld: (index: number) => boolean; readonly isLooseNow: (index: number) => boolean },
): [number, number][] {
  const from = old.findIndex(({ role }, index) => role === 'standfirst' && loose.isLooseOld(index));
  const to = now.findIndex(({ role }, index) => role === 'standfirst' && loose.isLooseNow(index));
  return from === -1 || to === -1 ? [] : [[from, to]];
}

/** Writes the links down as changes, in the order of the text as it is now. */
function collect(
  old: readonly FoldedBlock[],
  now: readonly FoldedBlock[],
  { links, unchanged, parted }: Linked,
): BlockChange[] {
  const placed: { readonly place: number; readonly change: BlockChange }[] = [];
  const linked = new Set(links);
  const limits = limitsOf(links, unchanged);
  let place = -0.5;
  for (const [index, { text: before, role, folded }] of old.entries()) {
    const to = links[index] ?? -1;
    const partner = now[to];
    if (partner === undefined) {
      if (!parted.old.has(index)) placed.push({ place, change: { kind: 'removed', role, before } });
      continue;
    }
    const isInPlace = to > place && to < (limits[index] ?? Infinity);
    if (isInPlace || unchanged.has(index)) place = to + 0.5;
    if (unchanged.has(index)) continue;
    const kind = partner.folded === folded ? 'moved' : 'changed';
    const named = role === 'standfirst' ? role : partner.role;
    placed.push({ place: to, change: { kind, role: named, before, after: partner.text } });
  }
  for (const [index, { text: after, role }] of now.entries()) {
    if (linked.has(index) || parted.now.has(index)) continue;
    placed.push({ place: index, change: { kind: 'added', role, after } });
  }
  return placed.toSorted((a, b) => a.place - b.place).map(({ change }) => change);
}

/** For each old block the partner of the next unchanged one behind it: an edit beyond that went elsewhere. */
function limitsOf(links: Links, unchanged: ReadonlySet<number>): number[] {
  let limit = Infinity;
  return links
    .toReversed()
    .map((to, fromEnd) => {
      const own = limit;
      if (unchanged.has(links.length - 1 - fromEnd)) limit = to;
      return own;
    })
    .toReversed();
}

/** Characters that the blocks hold. */
function weightOf(blocks: readonly { readonly text: string }[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** So much of the longer text is missing at least before the other counts as a part of it, */
const mostMissing = 0.5;
/** so many blocks, */
const fewestMissing = 3;
/** and so much of the shorter one may be its own: a line that asks for a subscription, a sentence that breaks off. */
const mostOwn = 0.2;

function extentOf(
  oldWeight: number,
  nowWeight: number,
  changes: readonly BlockChange[],
): VersionChanges['extent'] {
  const gone = changes.flatMap((one) => (one.kind === 'removed' ? [{ text: one.before }] : []));
  const come = changes.flatMap((one) => (one.kind === 'added' ? [{ text: one.after }] : []));
  const isMissing = (blocks: readonly { readonly text: string }[], weight: number): boolean =>
    blocks.length >= fewestMissing && weightOf(blocks) > weight * mostMissing;
  if (isMissing(gone, oldWeight) && weightOf(come) <= nowWeight * mostOwn) return 'part';
  if (isMissing(come, nowWeight) && weightOf(gone) <= oldWeight * mostOwn) return 'more';
  return 'whole';
}
