import { snapToGrapheme } from '../text/graphemes.ts';
import type { Span } from '../text/types.ts';
import { findAmounts } from './dates/amounts.ts';
import { findDates } from './dates/dates.ts';
import { nameOf, suggestKnown, type Memory } from './memory.ts';
import { mergeSuggestions } from './merge.ts';
import { proposeByRules } from './rules/propose.ts';
import type { WeightDelta } from './tagger/tagger.ts';
import { isSettled, tagTokens, type Tagger } from './tagger/tagger.ts';
import { readHints } from './hints.ts';
import { tokenise, type Tokens } from './tokens.ts';
import type { EntityDocument, KnownName, Suggestion } from './types.ts';

/** What proposals are made with; each part may be missing. */
export type SuggestOptions = {
  readonly lang: string;
  readonly blocks?: readonly Span[];
  /** Names that the reader keeps in the registry. */
  readonly known?: readonly KnownName[];
  readonly tagger?: Tagger;
  /** What the reader's decisions added to the tagger's weights. */
  readonly delta?: WeightDelta;
  readonly memory?: Memory;
};

/**
 * How sure a rule has to be. Alone it may guess; a tagger knows better than rules that go by capitals, but its
 * Vietnamese data is small, and class words say much there.
 */
function leastConfidence(lang: string, hasTagger: boolean): number {
  if (!hasTagger) return 0.35;
  return /^vi(?:-|$)/iu.test(lang) ? 0.6 : 0.85;
}

/** All proposals for a text, in order and without overlap: reader over rules over tagger. */
export function suggestEntities(text: string, options: SuggestOptions): Suggestion[] {
  const { lang, blocks, known = [], tagger, delta, memory } = options;
  const document: EntityDocument = blocks === undefined ? { text, lang } : { text, lang, blocks };
  const tokens = tokenise(text);
  const byReader = [...suggestKnown(text, known), ...(memory?.suggest(text) ?? [])];
  const rules = suggestByRules(document, tokens, tagger);
  const least = isSettled(delta) ? 1 : leastConfidence(lang, tagger !== undefined);
  const byRules = rules.filter(
    ({ type, confidence }) => confidence >= least || type === 'date' || type === 'amount',
  );
  const byTagger =
    tagger === undefined
      ? []
      : suggestByTagger(document, {
          tokens,
          tagger,
          ...(delta && { delta }),
          others: [...byReader, ...rules],
        });
  return mergeSuggestions(document, [byReader, byRules, byTagger], memory);
}

/** Proposals of the rules, with dates and amounts; those of confidence 0 say that there is no name. */
export function suggestByRules(
  { text, lang }: EntityDocument,
  tokens = tokenise(text),
  tagger?: Pick<Tagger, 'names'>,
): Suggestion[] {
  const spans = proposeByRules(tokens, lang, tagger?.names);
  const found = spans.map(({ from, to, type, confidence }) =>
    toSuggestion(text, tokens, { from, to, type, confidence, by: 'rules' }),
  );
  for (const { start, end, value, isRelative } of findDates(text, lang)) {
    // "Yesterday" is another day in each article, and so nothing to follow across them.
    if (isRelative === true) continue;
    const date = {
      start,
      end,
      type: 'date',
      name: nameOf(text.slice(start, end)),
      confidence: 0.95,
      by: 'rules',
    } as const;
    found.push(value === null ? date : { ...date, value });
  }
  for (const { start, end, value } of findAmounts(text, lang)) {
    const name = nameOf(text.slice(start, end));
    found.push({ start, end, type: 'amount', name, confidence: 0.9, by: 'rules', value });
  }
  return found;
}

type TaggerOptions = {
  readonly tagger: Tagger;
  readonly delta?: WeightDelta;
  readonly tokens?: Tokens;
  /** Proposals of others, which the weights learn to trust or not. */
  readonly others: readonly Suggestion[];
};

/** Proposals of the tagger. Names that it takes for neither person, place nor organisation are left out. */
export function suggestByTagger(
  { text }: EntityDocument,
  { tagger, delta, others, tokens = tokenise(text) }: TaggerOptions,
): Suggestion[] {
  const spans = tagTokens(tokens, tagger, { hints: readHints(tokens, others), ...(delta && { delta }) });
  const by = isSettled(delta) ? ('learned' as const) : ('tagger' as const);
  const refused = others.filter(({ confidence }) => confidence === 0);
  return spans
    .filter(({ type }) => type !== 'other')
    .map(({ from, to, type, confidence }) => toSuggestion(text, tokens, { from, to, type, confidence, by }))
    .filter(({ start, end }) => !refused.some((span) => span.start <= start && end <= span.end));
}

type TokenSpan = Pick<Suggestion, 'type' | 'confidence' | 'by'> & {
  readonly from: number;
  readonly to: number;
};

function toSuggestion(text: string, { starts, ends }: Tokens, { from, to, ...rest }: TokenSpan): Suggestion {
  const start = snapToGrapheme(text, starts[from] ?? 0, 'backward');
  const end = snapToGrapheme(text, ends[to - 1] ?? start, 'forward');
  return { start, end, name: nameOf(text.slice(start, end)), ...rest };
}
