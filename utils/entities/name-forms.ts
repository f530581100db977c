import { foldText } from '../text/fold.ts';
import { readPhrases, type Phrases } from './phrases.ts';
import { honorifics } from './vocabulary/general.ts';
import { personTitles, surnames } from './vocabulary/vietnamese.ts';

/** A mention as a name: without titles and articles. */
export type Reading<M> = {
  readonly mention: M;
  /** The words of the mention without titles, as written. */
  readonly words: readonly string[];
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly isVietnamese: boolean;
};

const titlesOf = (() => {
  let made: { general: Phrases; vietnamese: Phrases; surnames: Phrases } | null = null;
  return () =>
    (made ??= {
      general: readPhrases(honorifics),
      vietnamese: readPhrases(personTitles, 'bộ trưởng công an|bộ trưởng bộ công an'),
      surnames: readPhrases(surnames),
    });
})();

/** What a mention names. */
export function readMention<
  M extends { readonly start: number; readonly end: number; readonly type: string },
>(text: string, mention: M, lang: string): Reading<M> {
  const isVietnamese = /^vi(?:-|$)/u.test(lang);
  const written = foldText(text.slice(mention.start, mention.end)).text.trim();
  const all = written.replace(/['’]s$/u, '').split(/\s+/u);
  const words = mention.type === 'person' ? dropTitles(all, isVietnamese) : dropArticle(all);
  const name = words.join(' ');
  return { mention, words, name, key: name.toLocaleLowerCase(), type: mention.type, isVietnamese };
}

/** A person's name begins after the last title before it; all of a mention that is nothing but titles is kept. */
function dropTitles(words: readonly string[], isVietnamese: boolean): readonly string[] {
  const { general, vietnamese } = titlesOf();
  const lowers = words.map((word) => word.toLowerCase().replace(/\.$/u, ''));
  let from = 0;
  for (let at = 0; at < words.length - 1;) {
    const n = isVietnamese ? vietnamese.lengthAt(lowers, at) : general.lengthAt(lowers, at);
    if (n === 0 || at + n >= words.length) break;
    from = at += n;
  }
  const rest = words.slice(from);
  return isVietnamese && rest.length > 3 ? dropOffice(rest) : rest;
}

/** "Tỉnh ủy Bắc Ninh Nguyễn Nhân Chiến": the name is what begins with a surname at the end. */
function dropOffice(words: readonly string[]): readonly string[] {
  const { surnames } = titlesOf();
  const isOffice = words.length > 4 || words.some((word) => /^\p{Ll}/u.test(word));
  if (!isOffice) return words;
  for (const length of [3, 4, 2]) {
    const name = words.slice(-length);
    const begins = surnames.has((name[0] ?? '').toLowerCase()) && name.every((word) => /^\p{Lu}/u.test(word));
    if (begins && length < words.length) return name;
  }
  return words;
}

function dropArticle(words: readonly string[]): readonly string[] {
  const isArticle =
    words.length > 1 && /^(?:the|der|die|das|den|dem|des|le|la|les|el|los|las)$/iu.test(words[0] ?? '');
  return isArticle ? words.slice(1) : words;
}

/** Whether a name is a short or inflected form of a longer or equal one. */
export function isShortFor<M>(short: Reading<M>, long: Reading<M>, lang: string): boolean {
  if (isInflected(short.words, long.words, lang)) return true;
  if (isSameNumber(short.words, long.words)) return true;
  if (short.words.length >= long.words.length) return false;
  if (short.type === 'person' || long.type === 'person') return isPersonShort(short, long);
  if (short.type !== 'place') return isOrganisationShort(short, long);
  return (
    short.type === 'place' &&
    short.isVietnamese &&
    isTail(short.words, long.words) &&
    isLowerStart(long.words)
  );
}

function isPersonShort<M>({ words, isVietnamese }: Reading<M>, long: Reading<M>): boolean {
  const [first = ''] = words;
  if (isVietnamese && long.isVietnamese) {
    // The given name comes last and is what one is called by; a surname is shared by millions.
    if (words.length === 1 && first === long.words[0]) return false;
    return isTail(words, long.words);
  }
  if (isTail(words, long.words)) return true;
  const isInitialed =
    words.length > 1 && /^\p{Lu}\.$/u.test(first) && long.words[0]?.startsWith(first.charAt(0)) === true;
  if (isInitialed && words.at(-1) === long.words.at(-1)) return true;
  // First and last name without the middle ones.
  if (words.length > 1) return first === long.words[0] && words.at(-1) === long.words.at(-1);
  return first === long.words[0];
}

function isTail(short: readonly string[], long: readonly string[]): boolean {
  return short.every((word, i) => word === long[long.length - short.length + i]);
}

function isLowerStart(words: readonly string[]): boolean {
  return /^\p{Ll}/u.test(words[0] ?? '');
}

/** "Acme" for "Acme Holdings Inc": the beginning of the longer name, when that is no class word. */
function isOrganisationShort<M>({ words, isVietnamese }: Reading<M>, long: Reading<M>): boolean {
  const isHead = words.every((word, i) => word === long.words[i]);
  if (!isHead) return acronymOf(long.words) === words.join('');
  // A Vietnamese word is several syllables: "Đảng" is another thing than "Đảng bộ".
  if (isVietnamese) return words.length > 1;
  return words.length > 1 || (/^\p{Lu}.{2,}/u.test(words[0] ?? '') && !classWord.test(words[0] ?? ''));
}

const classWord =
  /^(?:University|Bank|Ministry|National|American|British|German|French|European|United|International|First|New|Royal|North|South|East|West|Saint|San|Los|Department|Church|School|Bundes\p{L}*)$/u;
const numeral = /^(?:[IVXLC]+|\d{1,4})$/u;

/** Congresses and acts of the same kind and number, however much of the name stands between. */
function isSameNumber(a: readonly string[], b: readonly string[]): boolean {
  const numbersOf = (words: readonly string[]): string =>
    words.filter((word) => numeral.test(word)).join(' ');
  const numbers = numbersOf(a);
  return (
    numbers !== '' &&
    a.length > 2 &&
    b.length > 2 &&
    numbers === numbersOf(b) &&
    a[0] === b[0] &&
    a[1] === b[1]
  );
}

/** The initials of a name's capitalised words. */
function acronymOf(words: readonly string[]): string {
  return words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => Array.from(word)[0] ?? '')
    .join('');
}

/** Endings by which names are inflected: genitives and cases of German, Slavic, Finnish, Turkish and others. */
const endings =
  /^(?:['’]?s|['’]|es|a|u|om|em|ем|ом|а|у|ю|ой|ою|е|и|ы|я|n|en|in|un|ssa|ssä|sta|stä|lla|llä|ta|tä|ille|ist|i|ja|nak|nek|ban|ben|ról|ről|['’]?(?:ın|in|un|ün|nın|nin|a|e|da|de|ta|te|dan|den|ı|i))$/u;

function isInflected(a: readonly string[], b: readonly string[], lang: string): boolean {
  if (a.length !== b.length || /^(?:vi|zh|ja|ko|th)(?:-|$)/u.test(lang)) return false;
  let differs = false;
  for (const [i, word] of a.entries()) {
    const other = b[i] ?? '';
    if (word === other) continue;
    if (i < a.length - 1 && !/^(?:ru|uk|pl|cs|sk|hr|sr|sl|bg)(?:-|$)/u.test(lang)) return false;
    if (!sharesStem(word, other)) return false;
    differs = true;
  }
  return differs;
}

function sharesStem(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3) return false;
  if (long.startsWith(short)) return endings.test(long.slice(short.length));
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return same >= 4 && endings.test(short.slice(same)) && endings.test(long.slice(same));
}

/** Whether the letters of a short form begin words of the long one, in order; Vietnamese syllables count as words. */
export function isAcronymFor(short: string, long: readonly string[]): boolean {
  const letters = Array.from(short.replace(/[^\p{L}]/gu, '').toLocaleLowerCase());
  if (letters.length < 2 || letters.length > 10 || !/\p{Lu}/u.test(short) || long.length < 2) return false;
  const initials = long
    .flatMap((word) => word.split('-'))
    .map((word) => (Array.from(word)[0] ?? '').toLocaleLowerCase());
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return at >= Math.min(letters.length, 2) && at / letters.length >= 0.6;
}
