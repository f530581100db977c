/** Silent reading of non-fiction; Brysbaert 2019, doi:10.1016/j.jml.2019.104047. */
const wordsPerMinute = 238;
/** Characters of Chinese and Japanese; between the rates that IReST measured aloud (255, 357) and silent reading. */
const charactersPerMinute = 400;

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Scripts that set no space between words: a dictionary has to say where they end. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const spaced = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,\u2010-\u2015\u00ad-](?=[\p{L}\p{N}]))*/gu;

type Counts = { readonly words: number; readonly characters: number };

/**
 * How many words a reader would count. Chinese and Japanese are counted by characters, Thai, Lao, Khmer and Burmese
 * by the browser's dictionary, all others by spaces (in Vietnamese that is syllables, as its own editors count).
 */
export function countWords(text: string): number {
  const { words, characters } = count(text);
  return words + characters;
}

/** Minutes of silent reading, rounded up; 0 for no text. */
export function readingMinutesOf(text: string): number {
  const { words, characters } = count(text);
  return Math.ceil(words / wordsPerMinute + characters / charactersPerMinute);
}

function count(text: string): Counts {
  let characters = 0;
  let words = 0;
  const rest = text
    .replace(ideographs, () => {
      characters++;
      return ' ';
    })
    .replace(unspaced, (run) => {
      words += countByDictionary(run);
      return ' ';
    });
  for (const _ of rest.matchAll(spaced)) words++;
  return { words, characters };
}

function countByDictionary(run: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('th', { granularity: 'word' }).segment(run)) {
    if (isWordLike === true) words++;
  }
  return words;
}
