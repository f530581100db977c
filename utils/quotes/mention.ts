import type { Lexicon } from './lexicon/index.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens, both ends included. */
export type TokenSpan = { readonly from: number; readonly to: number };

/** Where subjects are looked for: the tokens of a paragraph and the tables of its language. */
export type Clause = { readonly tokens: readonly Token[]; readonly lexicon: Lexicon };

/** Names with titles, and organisations, are rarely longer. */
export const longestMention = 16;

export function isFiller({ lexicon }: Clause, token: Token | undefined): boolean {
  if (token?.kind !== 'word' || (token.isCapital && !lexicon.fillers.has(token.lower))) return false;
  return lexicon.fillers.has(token.lower) || lexicon.fillerEnding?.test(token.lower) === true;
}

/** The mention that ends at a token: a pronoun, a name with what is before it, or an article with its noun. */
export function mentionEndingAt(clause: Clause, lo: number, to: number): TokenSpan | null {
  const { tokens, lexicon } = clause;
  if (tokens[to]?.lower === ')') return mentionEndingAt(clause, lo, beforeBracket(clause, lo, to));
  const last = tokens[to];
  if (last !== undefined && isPersonal(lexicon, last) && !lexicon.roles.has(last.lower))
    return { from: to, to };
  let from = to + 1;
  while (from > lo && to - from < longestMention && belongsTo(clause, from - 1, to)) from--;
  if (from > to) return null;
  while (from < to && isLeadIn(clause, from)) from++;
  const first = tokens[from];
  if (first === undefined) return null;
  if (lexicon.openers.has(first.lower) && !lexicon.pronouns.has(first.lower))
    from = nearestStart(clause, from + 1, to);
  const isOpener =
    from === to &&
    lexicon.openers.has(tokens[to]?.lower ?? '') &&
    !lexicon.pronouns.has(tokens[to]?.lower ?? '');
  return from > to || isOpener ? null : shorten(clause, { from, to });
}

/** The token before the bracket that closes at `to`: "Jim Doe (R-Ohio)". Before `lo` when none opens. */
function beforeBracket({ tokens }: Clause, lo: number, to: number): number {
  for (let at = to - 1; at > lo && to - at < longestMention; at--)
    if (tokens[at]?.lower === '(') return at - 1;
  return lo - 1;
}

function belongsTo({ tokens, lexicon }: Clause, at: number, to: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.isLast) return false;
  const next = tokens[at + 1];
  if (token.kind === 'marked')
    return at < to && next?.isCapital === true && tokens[at - 1]?.isCapital === true;
  if (token.kind === 'point') return /^[.&/‑-]$/u.test(token.lower) && !token.isLast;
  if (lexicon.that.has(token.lower) || (lexicon.subordinators.has(token.lower) && at < to)) return false;
  if (lexicon.relatives.has(token.lower) && !lexicon.determiners.has(token.lower)) return false;
  if (lexicon.conjunctions.has(token.lower))
    return next?.isCapital === true && tokens[at - 1]?.isCapital === true;
  return true;
}

export function isLeadIn({ tokens, lexicon }: Clause, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  return token.kind === 'point' || lexicon.leadIns.has(token.lower) || lexicon.conjunctions.has(token.lower);
}

/** Where the mention begins that ends at `to`, when something else is before it: "In a statement the group". */
function nearestStart({ tokens, lexicon }: Clause, lo: number, to: number): number {
  if (lexicon.pronouns.has(tokens[to]?.lower ?? '')) return to;
  let from = to;
  for (let at = to; at >= lo; at--) {
    const token = tokens[at];
    if (token === undefined || (lexicon.openers.has(token.lower) && !lexicon.linkers.has(token.lower))) break;
    if (lexicon.pronouns.has(token.lower) && !lexicon.determiners.has(token.lower)) return at;
    from = at;
    if (lexicon.determiners.has(token.lower) && !lexicon.linkers.has(tokens[at - 1]?.lower ?? '')) break;
  }
  return from;
}

/** A pronoun stands alone, and a name ends before what is said of it: "Trump on Tuesday", "Trump declined to". */
export function shorten({ tokens, lexicon }: Clause, { from, to }: TokenSpan): TokenSpan | null {
  const first = tokens[from];
  if (first === undefined) return null;
  if (isPersonal(lexicon, first)) {
    const isTitled = tokens[from + 1]?.isCapital === true && lexicon.roles.has(first.lower);
    return isTitled ? { from, to } : { from, to: from };
  }
  if (!first.isCapital) return { from, to };
  let end = to;
  for (let at = from + 1; at <= to; at++) {
    const token = tokens[at];
    if (token?.kind === 'word' && lexicon.openers.has(token.lower) && !lexicon.linkers.has(token.lower)) {
      end = at - 1;
      break;
    }
  }
  return { from, to: end };
}

/** Whether the token is a pronoun that can be a subject by itself, and no quantity ("many", "one of"). */
export function isPersonal(lexicon: Lexicon, token: Token): boolean {
  return lexicon.pronouns.has(token.lower) && !lexicon.determiners.has(token.lower);
}

export function followsIn(clause: Clause, at: number): boolean {
  const { tokens, lexicon } = clause;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || token.kind === 'marked' || before?.isLast === true) return false;
  if (token.kind === 'point') return /^[.&/‑-]$/u.test(token.lower) && !token.isLast;
  if (lexicon.that.has(token.lower)) return false;
  if (!token.isCapital && lexicon.times.has(token.lower)) return false;
  if (lexicon.linkers.has(token.lower)) return true;
  if (lexicon.determiners.has(token.lower)) return lexicon.linkers.has(before?.lower ?? '');
  if (lexicon.relatives.has(token.lower)) return false;
  if (lexicon.conjunctions.has(token.lower))
    return tokens[at + 1]?.isCapital === true && before?.isCapital === true;
  if (lexicon.fillers.has(token.lower) && !lexicon.determiners.has(before?.lower ?? '')) return false;
  return !lexicon.openers.has(token.lower);
}

export function isOfName({ tokens, lexicon }: Clause, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || tokens[at - 1]?.isLast === true) return false;
  if (token.kind === 'point') return token.lower === '.' && !token.isLast;
  if (token.isCapital || lexicon.roles.has(token.lower)) return true;
  return lexicon.linkers.has(token.lower) && tokens[at + 1]?.isCapital === true;
}

/** Whether a mention can speak: a pronoun, a name, or a role. */
export function isPersonLike({ tokens, lexicon }: Clause, { from, to }: TokenSpan): boolean {
  const mention = tokens.slice(from, to + 1);
  if (lexicon.isSyllabic === true && mention.filter(({ isCapital }) => isCapital).length < 2) {
    const first = mention[0]?.lower ?? '';
    return lexicon.roles.has(first) || lexicon.pronouns.has(first);
  }
  return mention.some(({ lower, isCapital }, at) => {
    const isName = isCapital && (at > 0 || !(lexicon.determiners.has(lower) || lexicon.leadIns.has(lower)));
    return (
      isName ||
      lexicon.roles.has(lower) ||
      (lexicon.pronouns.has(lower) && mention.length === 1 && lower !== 'it')
    );
  });
}

/** Whether the head of a mention can speak: not "the timing of Ms. Lee's visit", though it holds a name. */
export function hasPersonHead(clause: Clause, { from, to }: TokenSpan): boolean {
  const { tokens, lexicon } = clause;
  const first = tokens[from];
  if (first === undefined || !isPersonLike(clause, { from, to })) return false;
  if (!lexicon.determiners.has(first.lower)) return true;
  let end = from + 1;
  while (end <= to && !lexicon.linkers.has(tokens[end]?.lower ?? '')) end++;
  return isPersonLike(clause, { from, to: end - 1 });
}
