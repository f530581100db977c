import type { PageText, Span } from '../text/types.ts';
import type { StoredPassage } from './query.ts';

/** Units of folded text around the expected place that are searched: more than an advertisement or two. */
const reach = 4_000;

/**
 * The place of a passage in the folded text when it stands with all its surroundings where it did, or near the place
 * that is as far from there as the passage before it (`shift` units), and only once; `null` otherwise, and for a passage
 * with verbatim copies that is not where it was. Most pages do not change, and most changes are insertions, so that this
 * spares searching for most passages.
 */
export function findUnchanged({ folded }: PageText, passage: StoredPassage, shift: number): Span | null {
  if (passage.position === null) return null;
  const words = passage.text.trim();
  const offset = passage.exact.start - (passage.text.length - passage.text.trimStart().length);
  const length = passage.exact.end - passage.exact.start;
  const old = folded.fromRaw(passage.position.start);
  if (old >= offset && folded.text.startsWith(words, old - offset)) return { start: old, end: old + length };

  const hasTwin = passage.refinement?.rivals.some(({ likeness }) => likeness >= 1) ?? false;
  if (hasTwin) return null;
  const from = Math.max(0, old + shift - offset - reach);
  const window = folded.text.slice(from, from + 2 * reach + words.length);
  const at = window.indexOf(words);
  if (at === -1 || window.includes(words, at + 1)) return null;
  return { start: from + at + offset, end: from + at + offset + length };
}
