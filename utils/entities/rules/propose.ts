import { noNames, type NameSets } from '../tagger/name-sets.ts';
import { shapeOf } from '../tagger/shape.ts';
import type { Tokens } from '../tokens.ts';
import { readCountries } from './countries.ts';
import { proposeGeneral } from './general.ts';
import type { RuleSpan } from './types.ts';
import { proposeVietnamese } from './vietnamese.ts';

/** What rules propose for a text in a language, in tokens. */
export function proposeByRules(tokens: Tokens, lang: string, names: NameSets = noNames): RuleSpan[] {
  const text = {
    tokens,
    lowers: tokens.words.map((word) => word.toLowerCase()),
    shapes: tokens.words.map(shapeOf),
  };
  const countries = readCountries(lang);
  if (/^vi(?:-|$)/iu.test(lang)) return proposeVietnamese(text, countries);
  return proposeGeneral(text, { lang, countries, names });
}
