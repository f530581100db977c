/** Shorter words than this are too alike by chance. */
const shortestWord = 4;
/** Part of the longer word that begins and ends both. */
const likeEnough = 0.7;

/**
 * Whether two words that are not equal are spellings of one another: other case, other accents (Vietnamese puts a
 * tone on either of two vowels), a letter changed or another ending.
 */
export function isSpelledAlike(a: string, b: string): boolean {
  const plainA = a.toLowerCase();
  const plainB = b.toLowerCase();
  if (plainA === plainB) return true;
  const longest = Math.max(a.length, b.length);
  if (longest - Math.min(a.length, b.length) > longest * (1 - likeEnough)) return false;
  if (longest > 1 && withoutMarks(plainA) === withoutMarks(plainB)) return true;
  return longest >= shortestWord && sharedEnds(plainA, plainB) >= longest * likeEnough;
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

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
