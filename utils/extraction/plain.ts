/**
 * What is neither letter, digit nor mark in the scripts of the press. Written out, because `\P{L}` and the like take
 * milliseconds to compile on each page.
 */
const betweenWords =
  /[\0-/:-@[-`{-\xa9\xab-\xb1\xb4-\xb9\xbb\xbf×÷־׳״،؛؟۔।\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u3004\u3008-\u3020・\uff00-\uff0f\uff1a-\uff20]+/g;

/** Letters and digits in lower case, one space between words, for comparing headlines and summaries. */
export function plainOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(betweenWords, ' ')
    .trim();
}

/** The words of a text in lower case; of Chinese and Japanese the characters. */
export function wordsOf(text: string): string[] {
  const spaced = plainOf(text)
    .replace(/[\u3040-\u30ff\u3400-\u9fff]/g, ' $& ')
    .trim();
  return spaced === '' ? [] : spaced.split(/ +/);
}

/** Words in a row that are compared; short enough for small edits, long enough not to meet by chance. */
const shingleLength = 4;

/** Every run of four words of a text, in its order and as often as it stands there. */
export function shinglesOf(text: string): string[] {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(0, words.length - shingleLength + 1) }, (_, index) =>
    words.slice(index, index + shingleLength).join(' '),
  );
}
