import { readPhrases, type Phrases } from '../phrases.ts';

const tables = new Map<string, Phrases>();

/** Regions that ISO 3166 assigns; `Intl.DisplayNames` answers with the code itself for those it has no name for. */
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Names of countries in a language, as the browser knows them, whole and without what stands in brackets. */
export function readCountries(lang: string): Phrases {
  const known = tables.get(lang);
  if (known !== undefined) return known;
  const table = readPhrases(...countryNames(lang));
  tables.set(lang, table);
  return table;
}

/** All names of countries that the browser has in a language; none for a language it does not know. */
export function countryNames(lang: string): string[] {
  const names = displayNames(lang);
  if (names === null) return [];
  return letters.flatMap((a) =>
    letters.flatMap((b) => {
      const code = a + b;
      const name = /^(?:E[UZ]|QO|UN|X[AB]|ZZ)$/.test(code) ? code : (names.of(code) ?? code);
      if (name === code) return [];
      const plain = name
        .normalize('NFC')
        .replaceAll('’', "'")
        .replace(/\s*\(.*\)$/u, '');
      return [plain.replace(/^(?:the|die|der|das|la|le|les|el|los|las)\s/iu, '')];
    }),
  );
}

function displayNames(lang: string): Intl.DisplayNames | null {
  try {
    const locale = new Intl.Locale(lang === '' ? 'en' : lang);
    return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  } catch {
    // Not a language tag: a page may declare anything.
    return null;
  }
}
