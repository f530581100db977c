/** Where other places of the old page were that read like a passage: offsets of its folded text, nearly. */
export type Twins = readonly number[];

export const noTwins: Twins = [];

/** Distances below this (characters) are as good as none. */
const nearby = 16;
const mostBits = 8;

/**
 * Which of two twins a place belongs to, when their words don't tell: 1 when it is much nearer to where the passage is
 * expected than to where any of its twins is, -1 when a twin is much nearer; 0 without twins. By the logarithm of the
 * distances, because what was put in or taken out before them shifts both, and by how much is often not known.
 */
export function claim(place: number, expected: number, twins: Twins): number {
  if (twins.length === 0) return 0;
  const nearest = Math.min(...twins.map((twin) => Math.abs(place - twin)));
  const own = Math.abs(place - expected);
  const bits = Math.log2((nearby + nearest) / (nearby + own));
  return Math.max(-mostBits, Math.min(mostBits, bits)) / mostBits;
}
