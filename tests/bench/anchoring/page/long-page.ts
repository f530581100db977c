import type { Random } from './random.ts';

/** A page of made-up prose: words follow Zipf's law, as in real text, in paragraphs of 40 to 90 words. */
export function writeLongPage(random: Random, words: number): HTMLElement {
  const vocabulary = Array.from({ length: 12_000 }, () => makeWord(random));
  const body = document.createElement('body');
  const article = document.createElement('article');
  body.append(article);
  for (let written = 0; written < words;) {
    const length = 40 + random.below(50);
    const paragraph = document.createElement('p');
    paragraph.textContent = Array.from({ length: Math.ceil(length / 14) }, () =>
      makeSentence(random, vocabulary),
    ).join(' ');
    article.append(paragraph);
    written += length;
  }
  return body;
}

function makeSentence(random: Random, vocabulary: readonly string[]): string {
  const words = Array.from({ length: 8 + random.below(13) }, () => {
    const rank = Math.floor(Math.exp(random.next() * Math.log(vocabulary.length))) - 1;
    return vocabulary[rank] ?? '';
  });
  const sentence = words.join(' ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

const onsets = [
  'b',
  'br',
  'c',
  'd',
  'f',
  'g',
  'gl',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const rimes = ['a', 'an', 'ar', 'e', 'el', 'en', 'i', 'in', 'o', 'on', 'or', 'u', 'ut', 'ế', 'ong'];

function makeWord(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(onsets) + random.pick(rimes)).join('');
}
