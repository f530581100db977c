import type { Cue } from './cues.ts';
import { type Clause, isPersonal, mentionEndingAt, type TokenSpan } from './mention.ts';
import { firstSubject, subjectAfter } from './subject.ts';

const comma = /^[,;:–—]$/u;
/** How far back the beginning of a clause is looked for. */
const longestClause = 60;

/**
 * Who speaks by a German cue. In a main clause the verb, or its auxiliary, is the second part: when the first part is
 * an adverbial or an object, the subject follows the verb. Behind a subordinator the subject comes first and the verb
 * last; behind a relative pronoun it is the noun before. `hi` is where the subject must have ended.
 */
export function subjectInVerbSecond(clause: Clause, cue: Cue, lo: number, hi: number): TokenSpan | null {
  const { tokens, lexicon } = clause;
  const start = mainStart(clause, lo, cue.from);
  const agent = agentBefore(clause, start, cue);
  if (agent !== null) return agent;
  const isAfterComma =
    comma.test(tokens[cue.from - 1]?.lower ?? '') || isAuxiliaryBehindComma(clause, start, cue);
  const furthest = isAfterComma ? cue.from : Math.max(start, cue.from - longestClause);
  for (let border = cue.from - 1; border >= furthest; border--) {
    if (!comma.test(tokens[border]?.lower ?? '')) continue;
    const found = behindComma(clause, { lo: start, comma: border, cue });
    if (found !== undefined) return found;
  }
  const first = tokens[start];
  const isSubordinate = first !== undefined && (lexicon.that.has(first.lower) || opensClause(clause, start));
  if (isSubordinate && !hasComma(clause, start, cue.from)) return firstSubject(clause, start + 1, cue.from);
  return mainSubject(clause, { lo: start, cue, hi });
}

/** "wurde vom Minister als „…“ bezeichnet": in the passive whoever acts stands before the participle. */
function agentBefore(clause: Clause, lo: number, cue: Cue): TokenSpan | null {
  const { tokens, lexicon } = clause;
  const isPassive = (at: number): boolean => lexicon.passive.auxiliaries.has(tokens[at]?.lower ?? '');
  if (
    !/^(?:ge|be|ver|er|ein|auf|an).*(?:t|en)$/u.test(tokens[cue.from]?.lower ?? '') ||
    !isAtEnd(clause, cue.to)
  )
    return null;
  let hasAuxiliary = isPassive(cue.to);
  for (let at = cue.from - 1; at >= lo && tokens[at]?.lower !== ','; at--) hasAuxiliary ||= isPassive(at);
  if (!hasAuxiliary) return null;
  for (let at = cue.from - 1; at >= lo && tokens[at]?.lower !== ','; at--) {
    if (!lexicon.passive.by.has(tokens[at]?.lower ?? '')) continue;
    const agent = subjectAfter(clause, at + 1, cue.from);
    if (agent !== null) return agent;
  }
  return null;
}

/** Behind a colon or a semicolon a sentence of its own begins. */
function mainStart({ tokens }: Clause, lo: number, at: number): number {
  for (let border = at - 1; border > lo; border--)
    if (/^[;:]$/.test(tokens[border]?.lower ?? '')) return border + 1;
  return lo;
}

/** "…, hat der Minister gesagt": a verb right behind a comma is that of the main clause. */
function isAuxiliaryBehindComma(clause: Clause, lo: number, cue: Cue): boolean {
  const verb = finiteVerb(clause, lo, cue);
  return verb < cue.from && comma.test(clause.tokens[verb - 1]?.lower ?? '');
}

function opensClause({ tokens, lexicon }: Clause, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  return lexicon.subordinators.has(lower) || lower === 'wie';
}

function hasComma({ tokens }: Clause, lo: number, hi: number): boolean {
  for (let at = lo; at < hi; at++) if (comma.test(tokens[at]?.lower ?? '')) return true;
  return false;
}

type AtComma = { readonly lo: number; readonly comma: number; readonly cue: Cue };

/** The subject of a clause that begins behind a comma; `undefined` when none with this verb does. */
function behindComma(clause: Clause, { lo, comma: at, cue }: AtComma): TokenSpan | null | undefined {
  const { tokens, lexicon } = clause;
  const next = tokens[at + 1];
  if (next === undefined || at + 1 >= cue.from) return undefined;
  if (lexicon.that.has(next.lower) || opensClause(clause, at + 1))
    return firstSubject(clause, at + 2, cue.from);
  const isFinal = isAtEnd(clause, cue.to);
  const second = tokens[at + 2];
  const isObject =
    next.lower !== 'der' && lexicon.verbSecond?.auxiliaries.has(tokens[cue.to]?.lower ?? '') === true;
  // "die Marke, die der Kanzler genannt hatte": the subject is inside of the clause.
  if (
    isFinal &&
    isObject &&
    lexicon.relatives.has(next.lower) &&
    second !== undefined &&
    isNominative(clause, at + 2)
  ) {
    return firstSubject(clause, at + 2, cue.from);
  }
  const isRelative = lexicon.relatives.has(next.lower) && second?.isCapital !== true;
  if (!isRelative || !isFinal || at + 2 > cue.from) return undefined;
  return mentionEndingAt(clause, lo, at - 1);
}

/** Whether the clause is over behind the verb, auxiliaries apart. */
function isAtEnd({ tokens, lexicon }: Clause, at: number): boolean {
  let end = at;
  while (lexicon.verbSecond?.auxiliaries.has(tokens[end]?.lower ?? '') === true) end++;
  const token = tokens[end];
  return token === undefined || token.kind !== 'word';
}

type Main = { readonly lo: number; readonly cue: Cue; readonly hi: number };

function mainSubject(clause: Clause, { lo, cue, hi }: Main): TokenSpan | null {
  const { tokens, lexicon } = clause;
  const verb = finiteVerb(clause, lo, cue);
  if (lexicon.conjunctions.has(tokens[cue.from - 1]?.lower ?? ''))
    return firstSubject(clause, lo, cue.from - 1);
  const isAuxiliary = verb < cue.from;
  let from = lo;
  while (from < verb && (lexicon.leadIns.has(tokens[from]?.lower ?? '') || tokens[from]?.kind === 'point'))
    from++;
  const behind = isAuxiliary ? verb + 1 : cue.to;
  const impersonal = lexicon.verbSecond?.impersonal.has(tokens[cue.from]?.lower ?? '') === true;
  if (impersonal && from < verb)
    return mentionEndingAt(
      clause,
      lexicon.openers.has(tokens[from]?.lower ?? '') ? from + 1 : from,
      verb - 1,
    );
  const after = tokens[behind];
  if (
    after !== undefined &&
    behind < hi &&
    isPersonal(lexicon, after) &&
    !lexicon.determiners.has(after.lower)
  ) {
    return { from: behind, to: behind };
  }
  const isReflexive =
    after?.lower === 'sich' && verb - from === 1 && !lexicon.pronouns.has(tokens[from]?.lower ?? '');
  const reflected = isReflexive ? subjectAfter(clause, behind, hi) : null;
  if (reflected !== null) return reflected;
  if (from < verb && isNominative(clause, from)) return fromFront(clause, from, verb);
  return (
    subjectAfter(clause, skipObject(clause, behind, hi), hi) ??
    (from < verb ? fromFront(clause, from, verb) : null)
  );
}

/** Where the finite verb stands: the auxiliary nearest before the cue in the same clause, else the cue itself. */
function finiteVerb({ tokens, lexicon }: Clause, lo: number, cue: Cue): number {
  for (let at = cue.from - 1; at >= lo; at--) {
    const token = tokens[at];
    if (token?.isLast === true || comma.test(token?.lower ?? '')) break;
    if (token !== undefined && !token.isCapital && lexicon.verbSecond?.auxiliaries.has(token.lower) === true)
      return at;
  }
  return cue.from;
}

/** Whether a subject can begin here: no preposition, no oblique article, no adverb. */
function isNominative({ tokens, lexicon }: Clause, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (lexicon.verbSecond?.oblique.has(token.lower) === true) return false;
  if (lexicon.participle?.test(token.lower) === true && !lexicon.determiners.has(tokens[at - 1]?.lower ?? ''))
    return false;
  return !lexicon.openers.has(token.lower) && !lexicon.fillers.has(token.lower);
}

/** The subject in front of the verb: up to the comma of an apposition. */
function fromFront(clause: Clause, from: number, verb: number): TokenSpan | null {
  const { tokens, lexicon } = clause;
  let to = verb - 1;
  for (let at = from; at < verb; at++) {
    // "Jana Pohl von der „Aktion Elbe hilft“": the marks are the rest of it.
    const isName = at > from && lexicon.verbSecond?.definite.has(tokens[at - 1]?.lower ?? '') === true;
    if ((tokens[at]?.kind === 'marked' && !isName) || /^[,(]$/u.test(tokens[at]?.lower ?? '')) {
      to = at - 1;
      break;
    }
  }
  return to < from ? null : { from, to };
}

/** Behind "sagte dem Spiegel" and "sagte gegenüber der Zeitung" the subject may still come. */
function skipObject({ tokens, lexicon }: Clause, from: number, hi: number): number {
  let at = from;
  while (at < hi && lexicon.fillers.has(tokens[at]?.lower ?? '')) at++;
  const first = tokens[at];
  if (first === undefined) return from;
  if (!lexicon.openers.has(first.lower) && lexicon.verbSecond?.oblique.has(first.lower) !== true) return at;
  for (let next = at + 2; next < Math.min(hi, at + 9); next++) {
    const token = tokens[next];
    if (token?.kind !== 'word') return from;
    const isSubject =
      lexicon.determiners.has(token.lower) && lexicon.verbSecond?.oblique.has(token.lower) !== true;
    if (isSubject && tokens[next - 1]?.isCapital === true && !lexicon.linkers.has(token.lower)) return next;
  }
  return from;
}

/**
 * Whoever holds an office in a sentence without a known verb: "Die Frage stellte der Vorsitzende in den Raum: „…“". The
 * last part of a German compound says what it is.
 */
export function roleHolder(clause: Clause, lo: number, hi: number): TokenSpan | null {
  const { tokens, lexicon } = clause;
  if (lexicon.verbSecond === undefined) return null;
  for (let at = lo; at < hi; at++) {
    const token = tokens[at];
    if (
      token === undefined ||
      !lexicon.determiners.has(token.lower) ||
      lexicon.verbSecond.oblique.has(token.lower)
    )
      continue;
    const mention = subjectAfter(clause, at, hi);
    if (
      mention !== null &&
      tokens.slice(mention.from, mention.to + 1).some(({ lower }) => isRole(lexicon, lower))
    )
      return mention;
  }
  return null;
}

function isRole({ roles }: Clause['lexicon'], lower: string): boolean {
  if (roles.has(lower)) return true;
  for (let from = 3; from < lower.length - 4; from++) if (roles.has(lower.slice(from))) return true;
  return false;
}
