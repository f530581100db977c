import type { StoredPassage } from './query.ts';

/** Rivals that are written down. */
export const mostRivals = 12;

/** Verbatim copies besides the passage; infinitely many when there were more than were written down. */
export function countCopies({ exact, refinement }: StoredPassage, gap: number): number {
  const rivals = refinement?.rivals ?? [];
  if (rivals.length >= mostRivals) return Infinity;
  const copies = rivals.filter(({ likeness }) => likeness >= 1);
  const starts = [0, ...copies.map(({ distance = Infinity }) => distance)];
  return countApart(starts, exact.end - exact.start + gap) - 1;
}

/** Copies with no more characters than this between them adjoin: it is all the same which of the two is gone. */
export const adjoining = 2;

/** How many stretches of a length there are, without those that overlap the one before. */
export function countApart(starts: readonly number[], length: number): number {
  let count = 0;
  let reached = -Infinity;
  for (const start of [...starts].sort((a, b) => a - b)) {
    if (start >= reached) count++;
    reached = start + length;
  }
  return count;
}
