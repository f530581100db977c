import {
  type Clause,
  followsIn,
  isFiller,
  isLeadIn,
  isOfName,
  isPersonal,
  longestMention,
  mentionEndingAt,
  shorten,
  type TokenSpan,
} from './mention.ts';
import type { Token } from './tokens.ts';

/** Papers and news agencies set in marks ("schrieb „Die Zeit“"), in UTF-16 code units. */
const longestMarkedName = 40;

const comma = /^[,，、;]$/u;

const dash = /^[—–-]$/u;

/** Parties, ages and degrees behind a name: "R-Texas", "42", "Jr". */
const behindName = /^(?:[rdi]-\p{L}+|\d+|jr|sr|ph\.d|m\.d)$/u;

/** The subject that stands before the verb at `cue`, looked for not before `lo`; `null` when there is none. */
export function subjectBefore(clause: Clause, lo: number, cue: number): TokenSpan | null {
  const { tokens, lexicon } = clause;
  let at = cue - 1;
  while (at > lo && isFiller(clause, tokens[at])) at--;
  const token = tokens[at];
  if (at < lo || token === undefined || token.isLast) return null;
  if (token.lower === ')') {
    while (at > lo && tokens[at]?.lower !== '(') at--;
    return at > lo ? mentionEndingAt(clause, lo, at - 1) : null;
  }
  if (comma.test(token.lower) || dash.test(token.lower)) return beforeApposition(clause, lo, at);
  if (token.kind !== 'word') return token.lower === '.' ? mentionEndingAt(clause, lo, at) : null;
  if (lexicon.relatives.has(token.lower) && at > lo && !lexicon.determiners.has(token.lower)) {
    const isParted = comma.test(tokens[at - 1]?.lower ?? '');
    return mentionEndingAt(clause, lo, isParted ? at - 2 : at - 1);
  }
  if (lexicon.conjunctions.has(token.lower)) return firstSubject(clause, lo, at);
  return mentionEndingAt(clause, lo, at);
}

/** The subject before an apposition that ends with the comma at `to`: "Ann Lee, 42, of Flint, Mich., said". */
function beforeApposition(clause: Clause, lo: number, to: number): TokenSpan | null {
  const { tokens, lexicon } = clause;
  const chunks: TokenSpan[] = [];
  let end = to - 1;
  for (let at = to - 1; at >= lo - 1; at--) {
    const token = tokens[at];
    const isBorder =
      at < lo ||
      token === undefined ||
      comma.test(token.lower) ||
      dash.test(token.lower) ||
      token.kind === 'marked';
    if (!isBorder) continue;
    if (at + 1 <= end) chunks.push({ from: at + 1, to: end });
    end = at - 1;
    if (token?.kind === 'marked' || token?.isLast === true) break;
  }
  let article: TokenSpan | null = null;
  for (const [index, chunk] of chunks.entries()) {
    let { from } = chunk;
    while (from < chunk.to && isLeadIn(clause, from)) from++;
    const first = tokens[from];
    if (first === undefined || behindName.test(first.lower)) continue;
    if (
      lexicon.openers.has(first.lower) ||
      (lexicon.relatives.has(first.lower) && !lexicon.determiners.has(first.lower))
    )
      continue;
    const outer = tokens[chunks[index + 1]?.from ?? -1];
    const isPlace =
      outer !== undefined && index + 2 < chunks.length && lexicon.linkers.has(outer.lower) && first.isCapital;
    if (isPlace) continue;
    const found = mentionEndingAt(clause, from, chunk.to);
    if ((first.isCapital && !lexicon.determiners.has(first.lower)) || isPersonal(lexicon, first))
      return found;
    if (lexicon.determiners.has(first.lower)) article = found;
  }
  return article;
}

/** The subject that follows an inverted verb ("said Ann Lee"), from `at` on and before `hi`. */
export function subjectAfter(clause: Clause, at: number, hi: number): TokenSpan | null {
  const { tokens, lexicon } = clause;
  let from = at;
  while (from < hi && isFiller(clause, tokens[from]) && !isPersonal(lexicon, tokens[from] as Token)) from++;
  // "ha dicho este lunes la ministra"
  if (lexicon.determiners.has(tokens[from]?.lower ?? '') && lexicon.times.has(tokens[from + 1]?.lower ?? ''))
    from += 2;
  const first = tokens[from];
  if (from < hi && first?.kind === 'marked' && first.end - first.start <= longestMarkedName)
    return { from, to: from };
  if (from >= hi || first?.kind !== 'word') return null;
  if (isPersonal(lexicon, first) && !(lexicon.roles.has(first.lower) && tokens[from + 1]?.isCapital === true))
    return { from, to: from };
  if (lexicon.that.has(first.lower)) return null;
  if (lexicon.openers.has(first.lower) && !lexicon.determiners.has(first.lower)) return null;
  let to = from;
  while (to + 1 < hi && to - from < longestMention && followsIn(clause, to + 1)) to++;
  while (to > from && isLoose(clause, to)) to--;
  const isNamed = tokens.slice(from, to + 1).some(({ isCapital }) => isCapital);
  const isNoun = lexicon.determiners.has(first.lower) || lexicon.roles.has(first.lower);
  return isNamed || isNoun ? { from, to } : null;
}

/** The subject that a sentence begins with, looked for in `[lo, hi)`: what "and said" goes back to. */
export function firstSubject(clause: Clause, lo: number, hi: number): TokenSpan | null {
  const { tokens, lexicon } = clause;
  let from = lo;
  while (from < hi && (isLeadIn(clause, from) || tokens[from]?.kind === 'point')) from++;
  const first = tokens[from];
  if (first === undefined || from >= hi) return null;
  const behind = adverbialEnd(clause, from, hi);
  if (behind !== null) return behind < hi ? firstSubject(clause, skipVerb(clause, behind, hi), hi) : null;
  if (first.kind !== 'word') return null;
  if (isPersonal(lexicon, first))
    return shorten(clause, { from, to: from + (lexicon.roles.has(first.lower) ? 1 : 0) });
  let to = from;
  if (first.isCapital && !lexicon.determiners.has(first.lower)) {
    while (to + 1 < hi && isOfName(clause, to + 1)) to++;
  } else {
    while (
      to + 1 < hi &&
      to - from < 5 &&
      followsIn(clause, to + 1) &&
      !endsWithRole(clause, from, to) &&
      !lexicon.cues.words.has(tokens[to + 1]?.lower ?? '')
    )
      to++;
  }
  while (to > from && isLoose(clause, to)) to--;
  return { from, to };
}

/** In German the verb stands between what the sentence begins with and the subject. */
function skipVerb({ tokens, lexicon }: Clause, from: number, hi: number): number {
  if (lexicon.verbSecond === undefined) return from;
  const token = tokens[from];
  const isVerb =
    token?.kind === 'word' &&
    !token.isCapital &&
    !lexicon.determiners.has(token.lower) &&
    !lexicon.pronouns.has(token.lower);
  return isVerb && from + 1 < hi ? from + 1 : from;
}

/** Where the subject is looked for when the sentence begins with something else, `hi` when nowhere; else `null`. */
function adverbialEnd({ tokens, lexicon }: Clause, from: number, hi: number): number | null {
  const first = tokens[from];
  if (first === undefined) return null;
  let end = from;
  while (end < hi && !comma.test(tokens[end]?.lower ?? '')) end++;
  const next = tokens[from + 1];
  const isObject =
    lexicon.verbSecond?.oblique.has(first.lower) === true && next?.kind === 'word' && !next.isCapital;
  if (isObject) return from + 1;
  const isOpened = lexicon.openers.has(first.lower) && !lexicon.determiners.has(first.lower);
  if (isOpened || lexicon.participle?.test(first.lower) === true) return Math.min(end + 1, hi);
  return end < hi && end > from && lexicon.times.has(tokens[end - 1]?.lower ?? '') ? end + 1 : null;
}

/** Whether a mention is whole: "the coach", after which a verb comes, but not "the coach of" or "the prime". */
function endsWithRole({ tokens, lexicon }: Clause, from: number, to: number): boolean {
  const token = tokens[to];
  const next = tokens[to + 1];
  if (to === from || token === undefined || next === undefined || !lexicon.roles.has(token.lower))
    return false;
  return !next.isCapital && !lexicon.roles.has(next.lower) && !lexicon.linkers.has(next.lower);
}

/** What no mention ends with: a point, or a preposition whose noun was cut off. */
function isLoose({ tokens, lexicon }: Clause, at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === 'point' || (token !== undefined && !token.isCapital && lexicon.linkers.has(token.lower))
  );
}
