import type { Tokens } from './tokens.ts';
import { taggedTypes } from './tagger/labels.ts';
import type { Suggestion } from './types.ts';
import type { Hints } from './tagger/features.ts';
import { countBefore } from '../text/halve.ts';

/**
 * What the reader's names and the rules say of each token, for the tagger: 1 + source, type and whether the name
 * goes on, as one small number. The reader's names come last and hide what the rules say.
 */
export function readHints({ count, starts, ends }: Tokens, suggestions: readonly Suggestion[]): Hints {
  const hints = new Uint8Array(count);
  const byRank = suggestions.toSorted((a, b) => rankOf(a) - rankOf(b) || a.start - b.start);
  const ordered = byRank.filter(({ type }) => type !== 'date' && type !== 'amount');
  for (const { start, end, type, by, confidence } of ordered) {
    const typeIndex = Math.max(
      0,
      taggedTypes.findIndex((known) => known === type),
    );
    const isKnown = taggedTypes.some((known) => known === type);
    const source = by === 'reader' ? (confidence >= 0.7 ? 3 : 2) : confidence >= 0.6 ? 1 : 0;
    const code = 1 + ((source * taggedTypes.length + (isKnown ? typeIndex : taggedTypes.length - 1)) << 1);
    for (let i = firstTokenAt(starts, start); i < count && (starts[i] ?? 0) < end; i++) {
      if ((ends[i] ?? 0) <= start) continue;
      hints[i] = code + ((starts[i] ?? 0) > start ? 1 : 0);
    }
  }
  return hints;
}

function rankOf({ by, confidence }: Suggestion): number {
  return (by === 'reader' ? 10 : 0) + confidence;
}

/** The index of the last token that begins at or before an offset, 0 when none does. */
export function firstTokenAt(starts: Int32Array, offset: number): number {
  return Math.max(0, countBefore(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1);
}
