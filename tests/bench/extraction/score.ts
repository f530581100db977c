/** Precision, recall and F1 of one text against another. */
export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

const shingleLength = 4;

/**
 * The metric of the article extraction benchmark: tokens are runs of word characters, compared are multisets of
 * shingles of four tokens (of one token where a text has fewer than four).
 */
export function scoreText(found: string, truth: string): Score {
  const [foundTokens, trueTokens] = [tokensOf(found), tokensOf(truth)];
  const isShort = trueTokens.length < shingleLength || foundTokens.length < shingleLength;
  const length = isShort ? 1 : shingleLength;
  const [a, b] = [shinglesOf(foundTokens, length), shinglesOf(trueTokens, length)];
  let common = 0;
  for (const [shingle, count] of a) common += Math.min(count, b.get(shingle) ?? 0);
  const precision = common / Math.max(1, sizeOf(a));
  const recall = common / Math.max(1, sizeOf(b));
  if (sizeOf(a) === 0 && sizeOf(b) === 0) return { precision: 1, recall: 1, f1: 1 };
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Word characters in a row; what is written without spaces counts by characters, or a sentence were one token. */
export function tokensOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}_]+/gu) ??
    []
  );
}

function shinglesOf(tokens: readonly string[], length: number): Map<string, number> {
  const shingles = new Map<string, number>();
  for (let index = 0; index + length <= tokens.length; index++) {
    const shingle = tokens.slice(index, index + length).join(' ');
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

function sizeOf(shingles: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of shingles.values()) size += count;
  return size;
}

/** Letters and digits only, in lower case: how titles and names are compared. */
export function foldName(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Whether two lists hold the same names, in any order. */
export function hasSameNames(found: readonly string[], truth: readonly string[]): boolean {
  const [a, b] = [new Set(found.map(foldName)), new Set(truth.map(foldName))];
  return a.size === b.size && [...a].every((name) => b.has(name));
}
