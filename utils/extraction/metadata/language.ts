/** A BCP 47 tag in its usual spelling, `null` for what is none ("utf-8", ""). */
export function normaliseLang(value: string | null): string | null {
  const tag =
    (value ?? '')
      .trim()
      .split(/[,;\s]/u)[0]
      ?.replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // Declared languages are typed by hand.
    return null;
  }
}

const scripts: readonly [lang: string, from: number, to: number][] = [
  ['ja', 0x3040, 0x30ff],
  ['ko', 0xac00, 0xd7a3],
  ['zh', 0x4e00, 0x9fff],
  ['th', 0x0e00, 0x0e7f],
  ['he', 0x0590, 0x05ff],
  ['el', 0x0370, 0x03ff],
  ['hi', 0x0900, 0x097f],
  ['ka', 0x10a0, 0x10ff],
  ['hy', 0x0530, 0x058f],
  ['km', 0x1780, 0x17ff],
  ['lo', 0x0e80, 0x0eff],
  ['my', 0x1000, 0x109f],
  ['vi', 0x1ea0, 0x1ef9],
];
const vietnamese = scripts.slice(-1);
/** Small words that are frequent in one language and rare in the others. */
const smallWords: Record<string, string> = {
  en: 'the and of to that was with for is',
  de: 'der die und das nicht ist mit sich auch',
  fr: 'les des est dans une qui que pour sur',
  es: 'los las del que una por con para como',
  pt: 'não uma dos das com para mais ao pela',
  it: 'che della nel sono gli una non alla dei',
  nl: 'het een van niet zijn voor met dat ook',
  sv: 'och att det som är inte på för med',
  no: 'og som det ikke på er for med til',
  da: 'og at det som ikke på er til med',
  fi: 'ja on ei että se oli kun mutta hän',
  is: 'og að sem það ekki er við fyrir með',
  pl: 'nie się jest że na do z jak to',
  cs: 'se na je že v by ale jako pro',
  tr: 've bir bu için ile da olarak daha çok',
  id: 'yang dan di dengan untuk dari ini itu pada',
  lt: 'ir kad yra su bet kaip į apie tai',
  sw: 'na ya wa kwa katika ni za la kuwa',
};

/** The language that a text is written in as far as its letters and small words tell, else `null`. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 3_000).normalize('NFC');
  const letters = sample.replace(/[\0-@]+/g, '').length;
  if (letters < 40) return null;
  const isLatin = !/[\u0370-\u1dff\u3040-\ud7ff]/.test(sample);
  for (const [lang, from, to] of isLatin ? vietnamese : scripts) {
    let count = 0;
    for (let index = 0; index < sample.length; index++) {
      const code = sample.charCodeAt(index);
      if (code >= from && code <= to) count++;
    }
    // Japanese has more ideographs than kana; of Vietnamese letters every eighth has one of its own marks.
    if (count / letters > (lang === 'ja' || lang === 'vi' ? 0.05 : 0.3)) return lang;
  }
  return detectBySmallWords(sample, letters);
}

function detectBySmallWords(sample: string, letters: number): string | null {
  if (letters < 200) return null;
  const counts = new Map<string, number>();
  for (const word of sample.toLowerCase().split(/[\s.,;:!?"'’“”()«»–—-]+/))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const scores = Object.entries(smallWords)
    .map(([lang, words]) => ({
      lang,
      score: words.split(' ').reduce((sum, word) => sum + Math.min(counts.get(word) ?? 0, 60), 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best === undefined || second === undefined) return null;
  return best.score > 6 && best.score > 1.25 * second.score ? best.lang : null;
}
