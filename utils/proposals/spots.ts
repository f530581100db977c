import type { WordsInLine } from '../model/learned.ts';

/** Tells one mention from others of the same words, on a later visit too. */
export function spotOf({ text, start, end }: WordsInLine): string {
  return `${text.slice(Math.max(0, start - 12), start)}|${text.slice(start, end)}|${text.slice(end, end + 12)}`;
}
