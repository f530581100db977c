/** Phrases of lower-cased words, looked up by where they begin. */
export type Phrases = {
  /** Number of words of the longest phrase that begins at word `at`; 0 for none. */
  readonly lengthAt: (lowers: readonly string[], at: number) => number;
  readonly has: (phrase: string) => boolean;
};

/** A table of phrases, parted by `|` and white space around it; words are parted by one space. */
export function readPhrases(...lists: readonly string[]): Phrases {
  const all = new Set(lists.flatMap((list) => list.split('|').map((phrase) => phrase.trim().toLowerCase())));
  all.delete('');
  const lengths = new Map<string, number[]>();
  for (const phrase of all) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    const known = lengths.get(first) ?? [];
    if (!known.includes(words.length))
      lengths.set(
        first,
        [...known, words.length].toSorted((a, b) => b - a),
      );
  }
  return {
    lengthAt: (lowers, at) =>
      (lengths.get(lowers[at] ?? '') ?? []).find((n) => all.has(lowers.slice(at, at + n).join(' '))) ?? 0,
    has: (phrase) => all.has(phrase),
  };
}
