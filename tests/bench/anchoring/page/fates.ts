import { sentencesOf, type Block } from './blocks.ts';
import type { FlatPage, Stretch } from './tracked.ts';

/** What became of a sentence in a later version of a text. */
export type Fate = {
  readonly passage: Stretch;
  readonly fate: 'kept' | 'edited' | 'deleted';
  /** Its place in the newer version; `null` for a deleted one. */
  readonly now: Stretch | null;
};

type Version = { readonly page: FlatPage; readonly blocks: readonly Block[] };
type Sentence = Stretch & { readonly key: string; readonly words: ReadonlySet<string> };

/** Words shared, of all words: from here on one sentence is an edit of the other. */
const leastEdited = 0.5;
/** Up to here nothing of a deleted sentence is elsewhere. */
const mostDeleted = 0.3;

/**
 * Sentences of the older version whose fate is beyond doubt. *Kept*: the same words once in either version. *Edited*:
 * both neighbours are kept and have one sentence between them, which shares half of its words. *Deleted*: both
 * neighbours are kept and adjoin, and no sentence of the newer version reads at all alike.
 */
export function findFates(older: Version, newer: Version): Fate[] {
  const before = readSentences(older);
  const after = readSentences(newer);
  const places = onlyPlaces(after);
  const isUnique = onlyPlaces(before);
  const placeOf = (sentence: Sentence | undefined): number | undefined =>
    sentence !== undefined && isUnique.has(sentence.key) ? places.get(sentence.key) : undefined;
  return before.flatMap((sentence, at): Fate[] => {
    const { start, end } = sentence;
    const passage = { start, end };
    if (sentence.words.size < 4 || !isUnique.has(sentence.key)) return [];
    const place = placeOf(sentence);
    if (place !== undefined) return [{ passage, fate: 'kept', now: stretchOf(after[place]) }];
    const previous = placeOf(before[at - 1]);
    const next = placeOf(before[at + 1]);
    if (previous === undefined || next === undefined) return [];
    const between = after[previous + 1];
    if (next === previous + 2 && between !== undefined && likenessOf(sentence, between) >= leastEdited) {
      return [{ passage, fate: 'edited', now: stretchOf(between) }];
    }
    const isGone =
      next === previous + 1 && after.every((other) => likenessOf(sentence, other) <= mostDeleted);
    return isGone ? [{ passage, fate: 'deleted', now: null }] : [];
  });
}

function stretchOf(sentence: Sentence | undefined): Stretch | null {
  return sentence === undefined ? null : { start: sentence.start, end: sentence.end };
}

function readSentences({ page, blocks }: Version): Sentence[] {
  return blocks.flatMap(sentencesOf).map(({ start, end }) => {
    const key = page.text.slice(start, end).replace(/\s+/gu, ' ');
    return { start, end, key, words: new Set(key.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) };
  });
}

/** The numbers of the sentences that there is one of. */
function onlyPlaces(sentences: readonly Sentence[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  sentences.forEach(({ key }, at) => {
    if (places.has(key)) repeated.add(key);
    places.set(key, at);
  });
  for (const key of repeated) places.delete(key);
  return places;
}

/** Words that both have, of the words that either has. */
function likenessOf(a: Sentence, b: Sentence): number {
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared / Math.max(1, a.words.size + b.words.size - shared);
}
