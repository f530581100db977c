/** Scripts whose words are not parted by spaces: their characters are compared instead. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text and how often each is in it. */
export type WordBag = { readonly counts: ReadonlyMap<string, number>; readonly size: number };

/** The words of a text in lower case, without their order. */
export function bagOf(text: string): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    for (const one of unspaced.test(word) ? Array.from(word) : [word]) {
      counts.set(one, (counts.get(one) ?? 0) + 1);
      size++;
    }
  }
  return { counts, size };
}

/** How alike two texts are, from 0 to 1: the share of their words, each as often as it occurs, that both have (Dice). */
export function likenessOf(a: WordBag, b: WordBag): number {
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, count] of few.counts) common += Math.min(count, many.counts.get(word) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
