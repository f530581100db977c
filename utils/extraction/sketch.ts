import { shinglesOf } from './plain.ts';

/** Numbers a sketch holds. Two texts that share half of their words in a row share about half of them. */
const sketchSize = 16;

/**
 * A few numbers by which copies of a text are found among thousands of others without comparing them all: the
 * smallest hashes of its runs of words (bottom-k sketch: Broder, "On the resemblance and containment of documents",
 * 1997). Empty for a text too short to tell.
 */
export function sketchOf(text: string): number[] {
  const shingles = new Set(shinglesOf(text));
  if (shingles.size < sketchSize * 2) return [];
  const hashes = new Set<number>();
  for (const shingle of shingles) hashes.add(hash(shingle));
  return [...hashes].toSorted((a, b) => a - b).slice(0, sketchSize);
}

/** FNV-1a over UTF-16 code units, and a last mixing so that its upper bits are good too; 32 bits. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  return (value ^ (value >>> 13)) >>> 0;
}
