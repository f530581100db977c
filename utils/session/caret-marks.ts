import type { PlacedMark } from './caret-host.ts';

/** The annotation that the caret is in: the one that was walked to, else the shortest. Its edges count. */
export function markAt(
  marks: readonly PlacedMark[],
  offset: number,
  reached: string | null,
): PlacedMark | null {
  const around = marks.filter(({ start, end }) => start <= offset && offset <= end);
  const [shortest = null] = around.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  return around.find(({ id }) => id === reached) ?? shortest;
}

/**
 * The next annotation in reading order, or the one before; over the end to the beginning. From the one that was
 * walked to, so that several that begin at one place come one after the other.
 */
export function stepThroughMarks(
  marks: readonly PlacedMark[],
  { offset, reached }: { readonly offset: number; readonly reached: string | null },
  step: 1 | -1,
): PlacedMark | null {
  const at = reached === null ? -1 : marks.findIndex(({ id }) => id === reached);
  if (at !== -1) return marks[(at + step + marks.length) % marks.length] ?? null;
  const next =
    step === 1
      ? (marks.find(({ start }) => start >= offset) ?? marks[0])
      : (marks.findLast(({ start }) => start < offset) ?? marks.at(-1));
  return next ?? null;
}
