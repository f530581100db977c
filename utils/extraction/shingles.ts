import { foldText } from '../text/fold.ts';

/** Words in a row that are compared; short enough for small edits, long enough not to meet by chance. */
const shingleLength = 4;

/** Every run of four words of a text, folded and in lower case; a CJK character counts as a word. */
export function shinglesOf(text: string): Set<string> {
  const words =
    foldText(text)
      .text.toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let index = 0; index + shingleLength <= words.length; index++) {
    shingles.add(words.slice(index, index + shingleLength).join(' '));
  }
  return shingles;
}
