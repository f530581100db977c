import type { NameSets } from '../tagger/name-sets.ts';
import { isCapital } from '../tagger/shape.ts';
import { readPhrases, type Phrases } from '../phrases.ts';
import { hashString } from '../hash.ts';
import {
  commonAcronyms,
  honorifics,
  organisationForms,
  placePrepositions,
  sentenceStarters,
} from '../vocabulary/general.ts';
import type { RuleSpan, RuleText } from './types.ts';

const titles = readPhrases(honorifics);
const forms = readPhrases(organisationForms);
const prepositions = readPhrases(placePrepositions);
const starters = readPhrases(sentenceStarters, placePrepositions);
const joins = new Set([
  'of',
  'de',
  'del',
  'della',
  'di',
  'da',
  'do',
  'dos',
  'du',
  'des',
  'la',
  'le',
  'von',
  'van',
  'der',
  'den',
  'zu',
  'bin',
  'ibn',
  'al',
  'el',
  '-',
  '&',
  "'",
]);

/**
 * Proposals that need no language: runs of capitalised words inside of sentences, told by titles before them, legal
 * forms in them, countries that `Intl` names, acronyms. Where nouns have capitals (German) runs tell nothing.
 */
export function proposeGeneral(
  text: RuleText,
  { lang, countries, names }: { lang: string; countries: Phrases; names: NameSets },
): RuleSpan[] {
  const hasNounCapitals = /^(?:de|lb|gsw|nds)(?:-|$)/u.test(lang);
  const { tokens, lowers, shapes } = text;
  const small = new Set(lowers.filter((_, i) => shapes[i] === 'xx'));
  const spans: RuleSpan[] = [];
  for (let at = 0; at < tokens.sentences.length; at += 2) {
    const to = tokens.sentences[at + 1] ?? 0;
    for (let i = tokens.sentences[at] ?? 0; i < to;) {
      const country = countries.lengthAt(lowers, i);
      if (
        country > 0 &&
        i + country <= to &&
        isCapital(shapes[i] ?? '') &&
        !isCapital(shapes[i + country] ?? '') &&
        !isCapital(shapes[i - 1] ?? '')
      ) {
        spans.push({ from: i, to: i + country, type: 'place', confidence: 0.8 });
        i += country;
        continue;
      }
      const end = runEnd(text, i, to);
      if (end === i) {
        i++;
        continue;
      }
      const span = readRun(text, {
        from: i,
        to: end,
        countries,
        names,
        hasNounCapitals,
        small,
        start: tokens.sentences[at] ?? 0,
      });
      if (span !== null) spans.push(span);
      i = end;
    }
  }
  return spans;
}

/** The end of the capitalised words from `i` on, with joining words between two of them. */
function runEnd({ tokens, shapes, lowers }: RuleText, i: number, to: number): number {
  if (!isCapital(shapes[i] ?? '')) return i;
  let end = i + 1;
  for (; end < to; end++) {
    if (isCapital(shapes[end] ?? '')) continue;
    let next = end;
    while (next < to && next - end < 2 && joins.has(lowers[next] ?? '')) next++;
    if (next === end || !isCapital(shapes[next] ?? '') || next >= to) break;
    if (tokens.words[end] === '-' && tokens.isSpaced[end] === 1) break;
    end = next;
  }
  return end;
}

type Run = {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly countries: Phrases;
  readonly names: NameSets;
  readonly hasNounCapitals: boolean;
  /** Words that the text writes in lower case. */
  readonly small: ReadonlySet<string>;
};

function readRun({ tokens, lowers, shapes }: RuleText, run: Run): RuleSpan | null {
  let { from } = run;
  const { to, names } = run;
  const isTitle = (i: number): boolean => titles.has((lowers[i] ?? '').replace(/\.$/u, ''));
  let hasTitle = from > run.start && isTitle(from - 1);
  // "Yesterday Mrs. Quill": whatever stands before the title is none of the name.
  for (let i = to - 2; i >= from && !hasTitle; i--) {
    if (!isTitle(i)) continue;
    from = i + 1;
    hasTitle = true;
  }
  // "Later Quill", "In Tarn": the first word of a sentence is none of the name when it is written small elsewhere.
  const first = lowers[from] ?? '';
  if (
    !hasTitle &&
    to - from > 1 &&
    tokens.isInitial[from] === 1 &&
    (starters.has(first) || run.small.has(first))
  )
    from++;
  const span = (type: RuleSpan['type'], confidence: number): RuleSpan => ({ from, to, type, confidence });
  const length = to - from;
  const word = tokens.words[from] ?? '';
  const hasForm = length > 1 && lowers.slice(from, to).some((lower) => forms.has(lower));
  if (hasForm) return span('organisation', 0.8);
  if (hasTitle) return span('person', run.hasNounCapitals ? 0.7 : 0.84);
  const isInitial = tokens.isInitial[from] === 1;
  const given = (names.classesOf(hashString(lowers[from] ?? '')) & 1) !== 0;
  if (length > 1 && length < 5 && given) return span('person', 0.7);
  if (run.hasNounCapitals) return null;
  if (length === 1 && shapes[from] === 'XX') {
    const isName =
      word.length > 1 && word.length < 8 && !commonAcronyms.has(word) && !/^[IVXLCDM]+$/u.test(word);
    return isName ? span('organisation', 0.4) : null;
  }
  if (isInitial && length === 1) return null;
  if (from > run.start && prepositions.has(lowers[from - 1] ?? '')) return span('place', 0.45);
  if (length === 1) return span('other', 0.3);
  return span(length <= 3 ? 'person' : 'organisation', isInitial ? 0.35 : 0.45);
}
