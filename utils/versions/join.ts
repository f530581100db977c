import type { Links } from './align.ts';

/** Indexes of the blocks on each side. */
export type Sides<T> = { readonly old: T; readonly now: T };

/**
 * The blocks whose words are all there and only parted otherwise: one paragraph made of two, or two of one. Looked for
 * from both ends of each gap between linked blocks.
 */
export function findParted(old: readonly string[], now: readonly string[], links: Links): Sides<Set<number>> {
  const parted = { old: new Set<number>(), now: new Set<number>() };
  for (const gap of gapsIn(links, now.length)) {
    const [fromOld, fromNow] = consume(gap, {
      old: (index) => spaceless(old, index),
      now: (index) => spaceless(now, index),
    });
    const rest = { old: gap.old.slice(fromOld).toReversed(), now: gap.now.slice(fromNow).toReversed() };
    const [ofOld, ofNow] = consume(rest, {
      old: (index) => reverse(spaceless(old, index)),
      now: (index) => reverse(spaceless(now, index)),
    });
    for (const index of [...gap.old.slice(0, fromOld), ...rest.old.slice(0, ofOld)]) parted.old.add(index);
    for (const index of [...gap.now.slice(0, fromNow), ...rest.now.slice(0, ofNow)]) parted.now.add(index);
  }
  return parted;
}

/** The stretches without links, as far as both sides have one there. */
function gapsIn(links: Links, nowLength: number): Sides<number[]>[] {
  const gaps: Sides<number[]>[] = [];
  let fromOld = 0;
  let fromNow = 0;
  const close = (toOld: number, toNow: number): void => {
    if (toOld > fromOld && toNow > fromNow)
      gaps.push({ old: range(fromOld, toOld), now: range(fromNow, toNow) });
  };
  for (const [index, to] of links.entries()) {
    if (to === -1) continue;
    close(index, to);
    [fromOld, fromNow] = [index + 1, to + 1];
  }
  close(links.length, nowLength);
  return gaps;
}

/** How many blocks from the beginning of a gap hold the same characters on both sides. */
function consume(gap: Sides<readonly number[]>, read: Sides<(index: number) => string>): [number, number] {
  let [takenOld, takenNow, atOld, atNow] = [0, 0, 0, 0];
  let [textOld, textNow] = ['', ''];
  for (;;) {
    const next = textOld.length <= textNow.length ? gap.old[atOld] : gap.now[atNow];
    if (next === undefined) return [takenOld, takenNow];
    if (textOld.length <= textNow.length) [textOld, atOld] = [textOld + read.old(next), atOld + 1];
    else [textNow, atNow] = [textNow + read.now(next), atNow + 1];
    if (textOld === textNow) {
      [takenOld, takenNow, textOld, textNow] = [atOld, atNow, '', ''];
    } else if (!textOld.startsWith(textNow) && !textNow.startsWith(textOld)) {
      return [takenOld, takenNow];
    }
  }
}

function spaceless(texts: readonly string[], index: number): string {
  return (texts[index] ?? '').replaceAll(' ', '');
}

function reverse(text: string): string {
  return Array.from(text).toReversed().join('');
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
