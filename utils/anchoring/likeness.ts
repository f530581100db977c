/** Shorter words than this are too alike by chance. */
const shortestWord = 4;
/** Part of the longer word that begins and ends both. */
const likeEnough = 0.7;

const beyondAscii = /[^\0-\x7f]/u;

/** A word in small letters and without accents (Vietnamese puts a tone on either of two vowels). */
export function plainOf(word: string): string {
  const small = word.toLowerCase();
  return beyondAscii.test(small) ? small.normalize('NFD').replace(/\p{M}/gu, '') : small;
}

/** Whether two plain words are spellings of one another: the same, a letter changed, another ending. */
export function isSpelledAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  return longest >= shortestWord && sharedEnds(a, b) >= longest * likeEnough;
}

/** How many characters two words share at their beginning and at their end together. */
function sharedEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let before = 0;
  while (before < most && a.charCodeAt(before) === b.charCodeAt(before)) before++;
  let behind = 0;
  while (
    behind < most - before &&
    a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind)
  )
    behind++;
  return before + behind;
}
