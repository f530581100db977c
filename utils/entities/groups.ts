import { foldText } from '../text/index.ts';
import { readPhrases, type Phrases } from './phrases.ts';
import { honorifics } from './vocabulary/general.ts';
import { personTitles, surnames } from './vocabulary/vietnamese.ts';

/** A mention to be grouped: where it stands and what it is of. */
export type GroupableMention = { readonly start: number; readonly end: number; readonly type: string };

/** Mentions of one thing: the name it is best known by in the text, and the other names it has there. */
export type MentionGroup<M extends GroupableMention> = {
  readonly name: string;
  readonly type: string;
  /** All spellings, the best one first. */
  readonly names: readonly string[];
  /** In the order of the text. */
  readonly mentions: readonly M[];
};

/**
 * Puts mentions of a text together that name the same thing: surname alone, title and name, an acronym in brackets
 * after the name, inflected forms. A short form that fits two longer names joins neither, or the one named last
 * where the language's press writes so; a Vietnamese surname alone is nobody.
 */
export function groupMentions<M extends GroupableMention>(
  text: string,
  mentions: readonly M[],
  { lang }: { readonly lang: string },
): MentionGroup<M>[] {
  const readings = mentions
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((mention) => readMention(text, mention, lang));
  const groups: Group<M>[] = [];
  // Full names first, so that a short one finds them even when it stands before them.
  const ordered = readings
    .map((reading, i) => ({ reading, i }))
    .toSorted((a, b) => b.reading.words.length - a.reading.words.length || a.i - b.i);
  for (const { reading } of ordered) {
    const group = findGroup(groups, reading, lang);
    if (group === null) groups.push({ readings: [reading], names: new Map([[reading.key, reading]]) });
    else {
      group.readings.push(reading);
      if (!group.names.has(reading.key)) group.names.set(reading.key, reading);
    }
  }
  return joinAcronyms(text, groups)
    .map(finishGroup)
    .toSorted((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

type Reading<M> = {
  readonly mention: M;
  /** The words of the mention without titles, as written. */
  readonly words: readonly string[];
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly isVietnamese: boolean;
};

type Group<M> = { readonly readings: Reading<M>[]; readonly names: Map<string, Reading<M>> };

const titlesOf = (() => {
  let made: { general: Phrases; vietnamese: Phrases; surnames: Phrases } | null = null;
  return () =>
    (made ??= {
      general: readPhrases(honorifics),
      vietnamese: readPhrases(personTitles, 'bộ trưởng công an|bộ trưởng bộ công an'),
      surnames: readPhrases(surnames),
    });
})();

function readMention<M extends GroupableMention>(text: string, mention: M, lang: string): Reading<M> {
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

function findGroup<M extends GroupableMention>(
  groups: readonly Group<M>[],
  reading: Reading<M>,
  lang: string,
): Group<M> | null {
  const exact = groups.find((group) => group.names.has(reading.key) && typesAgree(group, reading));
  if (exact !== undefined) return exact;
  const fits = groups.filter(
    (group) =>
      typesAgree(group, reading) && [...group.names.values()].some((name) => isShortFor(reading, name, lang)),
  );
  if (fits.length === 1) return fits[0] ?? null;
  if (fits.length < 2) return null;
  return nearestBefore(fits, reading);
}

/**
 * Of several who share the short name, the one that was named in full last before it; none when none was. News
 * says "Smith" of the Smith at hand.
 */
function nearestBefore<M extends GroupableMention>(
  groups: readonly Group<M>[],
  { mention }: Reading<M>,
): Group<M> | null {
  let best: Group<M> | null = null;
  let nearest = -1;
  for (const group of groups) {
    for (const reading of group.readings) {
      const isFull = reading.words.length > 1;
      if (isFull && reading.mention.end <= mention.start && reading.mention.end > nearest) {
        nearest = reading.mention.end;
        best = group;
      }
    }
  }
  return best;
}

function typesAgree<M>(group: Group<M>, reading: Reading<M>): boolean {
  const type = group.readings[0]?.type;
  return type === reading.type || type === 'other' || reading.type === 'other';
}

/** Whether a name is a short or inflected form of a longer or equal one. */
function isShortFor<M>(short: Reading<M>, long: Reading<M>, lang: string): boolean {
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

/** Joins groups where the text itself says so: "World Health Organization (WHO)". */
function joinAcronyms<M extends GroupableMention>(text: string, groups: readonly Group<M>[]): Group<M>[] {
  const all = groups
    .flatMap((group) => group.readings.map((reading) => ({ group, reading })))
    .toSorted((a, b) => a.reading.mention.start - b.reading.mention.start);
  const into = new Map<Group<M>, Group<M>>();
  const rootOf = (group: Group<M>): Group<M> => {
    const next = into.get(group);
    return next === undefined ? group : rootOf(next);
  };
  for (const [i, { group, reading }] of all.entries()) {
    const next = all[i + 1];
    if (next === undefined || rootOf(group) === rootOf(next.group) || !typesAgree(group, next.reading))
      continue;
    const between = text.slice(reading.mention.end, next.reading.mention.start);
    const isBracketed =
      /^\s*[（(]\s*$/u.test(between) && /^\s*[)）,;]/u.test(text.slice(next.reading.mention.end));
    const [long, short] =
      reading.name.length > next.reading.name.length ? [reading, next.reading] : [next.reading, reading];
    if (isBracketed && isAcronymFor(short.name, long.words)) into.set(rootOf(next.group), rootOf(group));
  }
  const joined = new Map<Group<M>, Group<M>>();
  for (const group of groups) {
    const root = rootOf(group);
    const known = joined.get(root);
    if (known === undefined) joined.set(root, { readings: [...group.readings], names: new Map(group.names) });
    else {
      known.readings.push(...group.readings);
      for (const [key, reading] of group.names) if (!known.names.has(key)) known.names.set(key, reading);
    }
  }
  return [...joined.values()];
}

/** Whether the letters of a short form begin words of the long one, in order; Vietnamese syllables count as words. */
function isAcronymFor(short: string, long: readonly string[]): boolean {
  const letters = Array.from(short.replace(/[^\p{L}]/gu, '').toLocaleLowerCase());
  if (letters.length < 2 || letters.length > 10 || !/\p{Lu}/u.test(short) || long.length < 2) return false;
  const initials = long
    .flatMap((word) => word.split('-'))
    .map((word) => (Array.from(word)[0] ?? '').toLocaleLowerCase());
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return at >= Math.min(letters.length, 2) && at / letters.length >= 0.6;
}

function finishGroup<M extends GroupableMention>({ readings, names }: Group<M>): MentionGroup<M> {
  const counts = Map.groupBy(readings, ({ key }) => key);
  const ordered = [...names.values()].toSorted(
    (a, b) =>
      fullness(b) - fullness(a) ||
      (counts.get(b.key)?.length ?? 0) - (counts.get(a.key)?.length ?? 0) ||
      a.mention.start - b.mention.start,
  );
  const types = Map.groupBy(
    readings.filter(({ type }) => type !== 'other'),
    ({ type }) => type,
  );
  const [type] = [...types].toSorted((a, b) => b[1].length - a[1].length)[0] ?? ['other'];
  return {
    name: ordered[0]?.name ?? '',
    type,
    names: ordered.map(({ name }) => name),
    mentions: readings.map(({ mention }) => mention).toSorted((a, b) => a.start - b.start),
  };
}

/** People are known by the fullest name, other things too unless it is a whole clause. */
function fullness<M>({ words }: Reading<M>): number {
  return words.length > 8 ? 0 : words.length;
}
