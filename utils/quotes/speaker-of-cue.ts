import type { Cue } from './cues.ts';
import type { TokenSpan } from './mention.ts';
import { cuesWithin, isBeginning, type Reading, sentenceAround } from './reading.ts';
import { firstSubject, subjectAfter, subjectBefore } from './subject.ts';
import { subjectInVerbSecond } from './verb-second.ts';

export type Around = { readonly lo: number; readonly hi: number; readonly quote: number };

/** Who speaks by a cue that stands before the marked words. */
export function subjectOf(reading: Reading, cue: Cue, { lo, hi, quote }: Around): TokenSpan | null {
  const { tokens, lexicon } = reading;
  if (cue.strength === 'source') return subjectAfter(reading, cue.to, hi);
  const agent = agentOf(reading, cue, hi) ?? citedBy(reading, cue, hi);
  if (agent !== null) return agent;
  if (lexicon.verbSecond !== undefined) return subjectInVerbSecond(reading, cue, lo, hi);
  const verb = tokens[cue.from];
  if (
    verb !== undefined &&
    lexicon.participle?.test(verb.lower) === true &&
    !isAfterAuxiliary(reading, cue.from)
  ) {
    const own = mainSubject(reading, cue, { lo, hi, quote });
    if (own !== null) return own;
  }
  if (lexicon.infinitive !== '' && tokens[cue.from - 1]?.lower === lexicon.infinitive) {
    const own = mainSubject(reading, cue, { lo, hi, quote });
    if (own !== null) return own;
  }
  const before = subjectBefore(reading, lo, cue.from);
  if (before !== null && !isInverted(reading, before, cue)) return before;
  const after = subjectAfter(reading, cue.to, hi);
  return after ?? before ?? (cue.from > lo ? firstSubject(reading, lo, cue.from) : null);
}

/** Where the clause begins that a participle belongs to: behind the last "when" or "that" before it. */
function clauseStart({ tokens, lexicon }: Reading, lo: number, at: number): number {
  for (let index = at - 2; index > lo; index--) {
    const token = tokens[index];
    if (token !== undefined && (lexicon.that.has(token.lower) || lexicon.subordinators.has(token.lower)))
      return index + 1;
  }
  return lo;
}

/** How far behind the verb of a passive "by" may stand, in tokens. */
const farthestAgent = 12;

/** "was called … by the minister": who acts stands behind "by". */
export function agentOf({ tokens, lexicon }: Reading, cue: Cue, hi: number): TokenSpan | null {
  if (!lexicon.passive.auxiliaries.has(tokens[cue.from - 1]?.lower ?? '')) return null;
  for (let at = cue.to; at < cue.to + farthestAgent && tokens[at - 1]?.isLast !== true; at++) {
    if (!lexicon.passive.by.has(tokens[at]?.lower ?? '')) continue;
    // Behind the marks the mention ends with the sentence, before them with the marks.
    return subjectAfter(
      { tokens, lexicon },
      at + 1,
      at < hi ? hi : Math.min(tokens.length, at + farthestAgent),
    );
  }
  return null;
}

/** "zitierte den Prediger mit den Worten": who is cited speaks, not who cites. */
function citedBy({ tokens, lexicon }: Reading, cue: Cue, hi: number): TokenSpan | null {
  if (lexicon.verbSecond === undefined || tokens[cue.from]?.lower.startsWith('zitier') !== true) return null;
  const hasWords = tokens.slice(cue.to, hi).some(({ lower }) => lower === 'worten');
  return hasWords ? subjectAfter({ tokens, lexicon }, cue.to, hi) : null;
}

function isAfterAuxiliary({ tokens, lexicon }: Reading, at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && lexicon.fillers.has(before.lower);
}

/** The subject of any cue of the paragraph, looked for in its sentence `[lo, hi)`. */
export function subjectOfCue(reading: Reading, cue: Cue, lo: number, hi: number): TokenSpan | null {
  if (cue.strength === 'source') return subjectAfter(reading, cue.to, hi);
  if (reading.lexicon.verbSecond !== undefined) return subjectInVerbSecond(reading, cue, lo, hi);
  return subjectBefore(reading, lo, cue.from) ?? subjectAfter(reading, cue.to, hi);
}

/** The subject of "saying": that of the verb before it, or of the clause that follows "Citing “…”, ". */
function mainSubject(reading: Reading, cue: Cue, { lo, quote }: Around): TokenSpan | null {
  const earlier = cuesWithin(reading.cues, lo, cue.from).at(-1);
  if (earlier !== undefined && earlier.strength !== 'source') {
    const found = subjectBefore(reading, lo, earlier.from) ?? subjectAfter(reading, earlier.to, cue.from);
    if (found !== null) return found;
  }
  if (!isBeginning(reading, lo, cue.from)) {
    const relative = subjectBefore(reading, lo, cue.from);
    const isClose = relative !== null && relative.to === cue.from - 1;
    return isClose ? relative : firstSubject(reading, clauseStart(reading, lo, cue.from), cue.from);
  }
  const { hi } = sentenceAround(reading, quote);
  return firstSubject(reading, quote + 1, hi);
}

/** Whether what stands before the verb is no subject but an adverb, the subject being behind ("Am Montag sagte X"). */
function isInverted({ tokens, lexicon }: Reading, found: TokenSpan, cue: Cue): boolean {
  const first = tokens[found.from];
  const next = tokens[cue.to];
  if (first === undefined || next === undefined) return false;
  return lexicon.openers.has(first.lower) && next.kind === 'word' && !lexicon.that.has(next.lower);
}
