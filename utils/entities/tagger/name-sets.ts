import { hashString, mix } from '../hash.ts';

/** The classes of names that the sets tell apart; a set of classes is a sum of `1 << index`. */
export const nameClasses = [
  'given',
  'family',
  'place',
  'organisation',
  'demonym',
  'title',
  'organisation-word',
  'place-word',
  'calendar',
  'said',
  'sport',
] as const;

/** What common words stand for, by their stems; a set of senses is a sum of `1 << index`. */
export const wordSenses = [
  'person',
  'group',
  'location',
  'artifact',
  'communication',
  'speaking',
  'dealing',
  'doing',
] as const;

/**
 * Sets of names, kept as hashes only: a name that is none of them is taken for one in 1 of 128 cases, which the
 * weights are trained with. That is what makes 28,000 names fit into 30 kB.
 */
export type NameSets = {
  /** The classes of a word or of words joined by one space, as written in lower case; 0 for none. */
  readonly classesOf: (hash: number) => number;
  /** What a common word stands for, by the hash of its stem; 0 for none. */
  readonly sensesOf: (hash: number) => number;
};

/** The bit of a class in a set of classes. */
export function classBit(name: (typeof nameClasses)[number]): number {
  return 1 << nameClasses.indexOf(name);
}

/** What the forms of an English word have in common, roughly: "announced" and "announces" are "announc". */
export function stemOf(lower: string): string {
  const bare = lower.length > 4 ? lower.replace(/(?:ies|y|ing|ed|(?<!s)s)$/u, '') : lower;
  return bare.length > 3 ? bare.replace(/e$/u, '') : bare;
}

const falseBits = 7;

/** The sets in the order of the file; those of senses are kept under `sense-…`. */
export const setNames: readonly string[] = [...nameClasses, ...wordSenses.map((name) => `sense-${name}`)];

/** No names at all. */
export const noNames: NameSets = { classesOf: () => 0, sensesOf: () => 0 };

/** The key of a name, lower-cased, NFC, with single spaces: words hashed one by one, so that runs cost little. */
export function nameKeyOf(name: string): number {
  return name
    .split(' ')
    .reduce((key, word, i) => (i === 0 ? hashString(word) : mix(key, hashString(word))), 0);
}

/** Name sets as bytes: per class the count and Golomb-Rice coded gaps between sorted hashes (a compressed set). */
export function encodeNameSets(names: Readonly<Record<string, readonly string[]>>): Uint8Array {
  const parts = setNames.map((name) => encodeSet((names[name] ?? []).map(nameKeyOf)));
  const header = new Uint32Array(parts.flatMap(({ count, bytes }) => [count, bytes.length]));
  const size = header.byteLength + parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const result = new Uint8Array(size);
  result.set(new Uint8Array(header.buffer));
  let at = header.byteLength;
  for (const { bytes } of parts) {
    result.set(bytes, at);
    at += bytes.length;
  }
  return result;
}

/** Name sets from their bytes. @throws when the bytes are cut short. */
export function decodeNameSets(bytes: Uint8Array): NameSets {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sets: { count: number; hashes: Set<number> }[] = [];
  let at = setNames.length * 8;
  for (let i = 0; i < setNames.length; i++) {
    const count = view.getUint32(i * 8, true);
    const length = view.getUint32(i * 8 + 4, true);
    sets.push({ count, hashes: decodeSet(bytes.subarray(at, at + length), count) });
    at += length;
  }
  if (at > bytes.length) throw new RangeError(`expected ${at} bytes of names, got ${bytes.length}`);
  const read = (of: typeof sets) => (hash: number) =>
    of.reduce((sum, { count, hashes }, i) => (hashes.has(reduce(hash, count)) ? sum | (1 << i) : sum), 0);
  return {
    classesOf: read(sets.slice(0, nameClasses.length)),
    sensesOf: read(sets.slice(nameClasses.length)),
  };
}

/** A hash in the range of a set with so many names. */
function reduce(hash: number, count: number): number {
  return Math.floor(((hash >>> 0) / 2 ** 32) * count * 2 ** falseBits);
}

function encodeSet(keys: readonly number[]): { count: number; bytes: Uint8Array } {
  const unique = [...new Set(keys.map((key) => key >>> 0))];
  const count = unique.length;
  const values = [...new Set(unique.map((key) => reduce(key, count)))].toSorted((a, b) => a - b);
  const bits: number[] = [];
  let last = -1;
  for (const value of values) {
    const gap = value - last - 1;
    for (let q = gap >>> falseBits; q > 0; q--) bits.push(1);
    bits.push(0);
    for (let b = falseBits - 1; b >= 0; b--) bits.push((gap >>> b) & 1);
    last = value;
  }
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [i, bit] of bits.entries()) bytes[i >>> 3] = (bytes[i >>> 3] ?? 0) | (bit << (7 - (i & 7)));
  return { count, bytes };
}

function decodeSet(bytes: Uint8Array, count: number): Set<number> {
  const values = new Set<number>();
  const size = bytes.length * 8;
  const bitAt = (i: number): number => ((bytes[i >>> 3] ?? 0) >>> (7 - (i & 7))) & 1;
  let last = -1;
  for (let at = 0; values.size < count;) {
    let gap = 0;
    for (; at < size && bitAt(at) === 1; at++) gap += 2 ** falseBits;
    at++;
    if (at + falseBits > size) break;
    for (let b = falseBits - 1; b >= 0; b--, at++) gap += bitAt(at) << b;
    last += gap + 1;
    values.add(last);
  }
  return values;
}
