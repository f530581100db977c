import type { Lexicon } from './lexicon/index.ts';
import type { Quote, QuoteSpan } from './types.ts';
import { countBefore } from '../text/halve.ts';

/** A name that was met in the text, and what is known about who bears it. */
type Person = QuoteSpan & { readonly words: readonly string[]; readonly gender: Gender };
type Gender = 'masculine' | 'feminine' | null;

/** How far back a pronoun reaches, in UTF-16 code units: some paragraphs. */
const farthest = 1_500;
/** Occurrences of known names that are looked for; more are of no use for the last one before a pronoun. */
const mostMentions = 2_000;
const mostNames = 500;
/** How many people are tried for a title. */
const mostTried = 100;

type Options = { readonly lexicon: Lexicon; readonly people: readonly string[] };

/**
 * Adds to each quote whose speaker is a pronoun or a title the last name before it that fits: a pronoun the last one
 * of its gender as far as titles tell it, a title the last one that was called so.
 */
export function resolvePeople(text: string, quotes: readonly Quote[], { lexicon, people }: Options): Quote[] {
  const known = [...namesOf(text, quotes, lexicon), ...mentionsOf(text, people, lexicon)].toSorted(
    (a, b) => a.start - b.start,
  );
  return quotes.map((quote) => {
    const { speaker } = quote;
    if (speaker === undefined || isName(text.slice(speaker.start, speaker.end), lexicon)) return quote;
    const person = lastFitting(text, { speaker, known, lexicon });
    return person === null ? quote : { ...quote, person: { start: person.start, end: person.end } };
  });
}

function wordsOf(mention: string): string[] {
  return mention
    .normalize('NFC')
    .split(/[\s,.]+/u)
    .filter((word) => word !== '');
}

/** Whether a mention holds a name: a capitalised word that is no title, article or pronoun. */
function isName(mention: string, lexicon: Lexicon): boolean {
  const words = wordsOf(mention);
  const names = words.filter((word) => /^\p{Lu}/u.test(word) && !isCommon(word.toLowerCase(), lexicon));
  // Titles of two syllables and nouns of German are capitalised too: there it takes two words, or a title and one.
  const isDense = lexicon.isSyllabic === true || lexicon.verbSecond !== undefined;
  return names.length > (isDense && !hasTitle(words, lexicon) ? 1 : 0);
}

function hasTitle(words: readonly string[], { roles, gender }: Lexicon): boolean {
  return words.some(
    (word) =>
      roles.has(word.toLowerCase()) ||
      gender.masculine.has(word.toLowerCase()) ||
      gender.feminine.has(word.toLowerCase()),
  );
}

function isCommon(lower: string, { roles, determiners, pronouns, gender }: Lexicon): boolean {
  return (
    roles.has(lower) ||
    determiners.has(lower) ||
    pronouns.has(lower) ||
    gender.masculine.has(lower) ||
    gender.feminine.has(lower)
  );
}

function genderOf(words: readonly string[], { gender }: Lexicon): Gender {
  for (const word of words) {
    if (gender.masculine.has(word.toLowerCase())) return 'masculine';
    if (gender.feminine.has(word.toLowerCase())) return 'feminine';
  }
  return null;
}

function personOf(text: string, { start, end }: QuoteSpan, lexicon: Lexicon): Person {
  const words = wordsOf(text.slice(start, end));
  return { start, end, words: words.map((word) => word.toLowerCase()), gender: genderOf(words, lexicon) };
}

/** The speakers that are named themselves. */
function namesOf(text: string, quotes: readonly Quote[], lexicon: Lexicon): Person[] {
  return quotes.flatMap(({ speaker }) =>
    speaker !== undefined && isName(text.slice(speaker.start, speaker.end), lexicon)
      ? [personOf(text, speaker, lexicon)]
      : [],
  );
}

/** Where known names stand, with the title before them. */
function mentionsOf(text: string, people: readonly string[], lexicon: Lexicon): Person[] {
  const found: Person[] = [];
  for (const name of new Set(people.slice(0, mostNames))) {
    if (name.trim() === '') continue;
    let at = text.indexOf(name);
    for (; at !== -1 && found.length < mostMentions; at = text.indexOf(name, at + name.length)) {
      const title = /([\p{L}.]+)\s$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? '';
      const gender = genderOf(wordsOf(title), lexicon);
      const person = personOf(text, { start: at, end: at + name.length }, lexicon);
      found.push({
        ...person,
        words: [title.toLowerCase(), ...person.words],
        gender: gender ?? person.gender,
      });
    }
  }
  return found;
}

type Wanted = { readonly speaker: QuoteSpan; readonly known: readonly Person[]; readonly lexicon: Lexicon };

function lastFitting(text: string, { speaker, known, lexicon }: Wanted): Person | null {
  const words = wordsOf(text.slice(speaker.start, speaker.end)).map((word) => word.toLowerCase());
  const [first = ''] = words;
  const isPronoun = words.length === 1 && lexicon.singular.has(first);
  const gender = genderOf(words, lexicon);
  const titles = words.filter((word) => lexicon.roles.has(word));
  if (!isPronoun && titles.length === 0) return null;
  const last = lastBefore(known, speaker.start);
  for (let at = last; at >= Math.max(0, last - mostTried); at--) {
    const person = known[at];
    if (person === undefined || (isPronoun && speaker.start - person.end > farthest)) return null;
    if (isPronoun && (gender === null || person.gender === null || person.gender === gender)) return person;
    if (!isPronoun && titles.every((title) => person.words.includes(title))) return person;
  }
  return null;
}

function lastBefore(known: readonly Person[], start: number): number {
  return countBefore(known.length, (index) => (known[index]?.end ?? 0) <= start) - 1;
}
