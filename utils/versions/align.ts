import { countBefore } from '../text/halve.ts';

/** Links two lists of texts: for each of the first list its partner's index in the second, -1 for none. */
export type Links = number[];

type Range = { readonly a: number; readonly aEnd: number; readonly b: number; readonly bEnd: number };

/**
 * Links equal texts that stand in the same order in both lists. Patience diff (Bram Cohen): what occurs once on both
 * sides is linked along the longest run in order, then the same between those links, so that a line that repeats
 * never ties far places together. Each round is n log n; a list as long as versions may be takes milliseconds.
 */
export function linkEqual(a: readonly string[], b: readonly string[]): Links {
  const links: Links = a.map(() => -1);
  const open: Range[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length }];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const rest = linkEnds(a, b, { range, links });
    if (rest.a === rest.aEnd || rest.b === rest.bEnd) continue;
    const anchors = anchorsIn(a, b, rest);
    if (anchors.length === 0) linkRepeats(a, b, { range: rest, links });
    let [fromA, fromB] = [rest.a, rest.b];
    for (const [atA, atB] of anchors) {
      links[atA] = atB;
      open.push({ a: fromA, aEnd: atA, b: fromB, bEnd: atB });
      [fromA, fromB] = [atA + 1, atB + 1];
    }
    if (anchors.length > 0) open.push({ a: fromA, aEnd: rest.aEnd, b: fromB, bEnd: rest.bEnd });
  }
  return links;
}

type Work = { readonly range: Range; readonly links: Links };

/** Links what begins and ends a range on both sides; answers what is left between. */
function linkEnds(a: readonly string[], b: readonly string[], { range, links }: Work): Range {
  let { a: fromA, aEnd, b: fromB, bEnd } = range;
  while (fromA < aEnd && fromB < bEnd && a[fromA] === b[fromB]) links[fromA++] = fromB++;
  while (fromA < aEnd && fromB < bEnd && a[aEnd - 1] === b[bEnd - 1]) links[--aEnd] = --bEnd;
  return { a: fromA, aEnd, b: fromB, bEnd };
}

/** The texts that each side has once, as far as they are in the same order on both. */
function anchorsIn(a: readonly string[], b: readonly string[], range: Range): [number, number][] {
  const inA = placesOf(a, range.a, range.aEnd);
  const inB = placesOf(b, range.b, range.bEnd);
  const pairs: [number, number][] = [];
  for (const [text, [place = -1, second]] of inA) {
    const [other, otherSecond] = inB.get(text) ?? [];
    if (second === undefined && other !== undefined && otherSecond === undefined) pairs.push([place, other]);
  }
  return longestRising(pairs);
}

function placesOf(texts: readonly string[], start: number, end: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = start; at < end; at++) {
    const text = texts[at] ?? '';
    const known = places.get(text);
    if (known === undefined) places.set(text, [at]);
    else known.push(at);
  }
  return places;
}

/** Of pairs in the order of their first numbers, the longest run whose second numbers rise too. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  /** Of all runs of that length the index of the pair with the lowest end. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, second]] of pairs.entries()) {
    const at = countBefore(ends.length, (length) => (pairs[ends[length] ?? 0]?.[1] ?? 0) < second);
    before[index] = at === 0 ? -1 : (ends[at - 1] ?? -1);
    ends[at] = index;
  }
  const run: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) run.push(pair);
  }
  return run.toReversed();
}

/** Where all that is in common repeats, takes each text at its next place. */
function linkRepeats(a: readonly string[], b: readonly string[], { range, links }: Work): void {
  const places = placesOf(b, range.b, range.bEnd);
  const reached = new Map<string, number>();
  let last = range.b - 1;
  for (let at = range.a; at < range.aEnd; at++) {
    const text = a[at] ?? '';
    const options = places.get(text) ?? [];
    let next = reached.get(text) ?? 0;
    while (next < options.length && (options[next] ?? 0) <= last) next++;
    reached.set(text, next);
    const place = options[next];
    if (place === undefined) continue;
    links[at] = place;
    last = place;
  }
}
