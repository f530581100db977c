import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { fallback } from './fallback.ts';
import { french } from './fr.ts';
import type { Lexicon } from './types.ts';
import { vietnamese } from './vi.ts';

export type { CueTable, Lexicon } from './types.ts';

const lexicons: readonly Lexicon[] = [english, vietnamese, german, french, spanish];
const sampled = 400;
/** Of running text in a language with tables, small words are a third and more; of others less than a tenth. */
const leastShare = 0.15;

/** The tables for a language; when none is known those that fit the text, and else the ones for all languages. */
export function lexiconOf(lang: string | null, text: string): Lexicon {
  const primary = lang?.toLowerCase().split(/[-_]/u)[0] ?? '';
  const known = lexicons.find(({ langs }) => langs.includes(primary));
  if (known !== undefined) return known;
  return primary === '' || primary === 'und' ? guessLexicon(text) : fallback;
}

function guessLexicon(text: string): Lexicon {
  const sample =
    text
      .slice(0, 8_000)
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu)
      ?.slice(0, sampled) ?? [];
  let best = fallback;
  let most = sample.length * leastShare;
  for (const lexicon of lexicons) {
    const { determiners, pronouns, conjunctions, openers, linkers } = lexicon;
    const small = [determiners, pronouns, conjunctions, openers, linkers];
    const count = sample.filter((word) => small.some((set) => set.has(word))).length;
    if (count > most) [best, most] = [lexicon, count];
  }
  return best;
}
