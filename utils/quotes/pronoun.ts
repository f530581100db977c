import { lexiconOf } from './lexicon/index.ts';
import type { QuoteSpan } from './types.ts';

/**
 * Whether a speaker is called by a pronoun, which says who it was only to whoever reads on: "she", "ông ấy". Offsets
 * are UTF-16 code units of `text`. In a language without tables, a single word that the text also writes small is one.
 */
export function isPronoun(text: string, { start, end }: QuoteSpan, lang: string | null): boolean {
  const words = text.slice(start, end).normalize('NFC').trim();
  const lowers = words.toLowerCase().split(/[\s-]+/u);
  const { pronouns, behindPronouns, relatives, isSyllabic } = lexiconOf(lang, text);
  if (pronouns.size === 0) return isAlsoSmall(text, words);
  // "Anh" at the beginning of a sentence is "he" or "you", within one it is England or somebody's name.
  if (isSyllabic === true && /^\p{Lu}/u.test(words) && !opensSentence(text, start)) return false;
  const isSmall = (word: string): boolean => pronouns.has(word) || relatives.has(word);
  return (
    isSmall(lowers[0] ?? '') &&
    lowers.slice(1).every((word) => isSmall(word) || behindPronouns?.has(word) === true)
  );
}

function opensSentence(text: string, at: number): boolean {
  return /(?:^|[.!?…:;\n\r"“”„«»‹›–—-])\s*$/u.test(text.slice(Math.max(0, at - 4), at));
}

function isAlsoSmall(text: string, words: string): boolean {
  const small = words.toLowerCase();
  if (!/^[\p{L}\p{M}]+$/u.test(words) || small === words.toUpperCase()) return false;
  return new RegExp(`(?<![\\p{L}\\p{M}])${small}(?![\\p{L}\\p{M}])`, 'u').test(text);
}
