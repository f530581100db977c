import type { Cue } from './cues.ts';
import {
  type Clause,
  firstSubject,
  isPersonLike,
  subjectAfter,
  subjectBefore,
  type TokenSpan,
} from './subject.ts';
import { roleHolder, subjectInVerbSecond } from './verb-second.ts';
import { mayBeFollowed, type Token } from './tokens.ts';

/** By what a speaker was found; how far each can be trusted is in `confidence.ts`. */
export type How =
  | 'colon'
  | 'lead'
  | 'tail'
  | 'source'
  | 'lead-far'
  | 'report'
  | 'tail-far'
  | 'beside'
  | 'possessive'
  | 'sentence'
  | 'carried'
  | 'following'
  | 'introduced'
  | 'previous'
  | 'far';

/** Who said it, in tokens of the paragraph. */
export type Attribution = {
  readonly speaker: TokenSpan | null;
  readonly cue: TokenSpan | null;
  readonly how: How;
  /** Words between the cue and the marks, on the side where the cue stands. */
  readonly distance: number;
};

/** A paragraph read: its tokens and the cues among them. */
export type Reading = Clause & { readonly text: string; readonly cues: readonly Cue[] };

/** The sentence around a token: `[lo, hi)` in tokens. */
export function sentenceAround(
  { tokens }: Reading,
  at: number,
): { readonly lo: number; readonly hi: number } {
  let lo = at;
  while (lo > 0 && tokens[lo - 1]?.isLast !== true) lo--;
  let hi = at + 1;
  while (hi < tokens.length && tokens[hi - 1]?.isLast !== true) hi++;
  return { lo, hi };
}

/**
 * Who said the marked words at token `at`, by their own sentence: what leads up to them or what follows, whichever
 * is nearer to how news puts it. `null` when the sentence tells nothing.
 */
export function attributeInSentence(reading: Reading, at: number): Attribution | null {
  const { tokens, text } = reading;
  const token = tokens[at];
  if (token === undefined) return null;
  const { lo, hi } = sentenceAround(reading, at);
  const beginsSentence = isBeginning(reading, lo, at);
  const lead = beginsSentence ? null : leadTo(reading, lo, at);
  const isNear = lead !== null && (lead.distance <= 1 || lead.how === 'colon' || lead.how === 'lead');
  const goesOn = token.isLast && mayBeFollowed(text, token);
  const tail = tailOf(reading, at, goesOn ? sentenceAround(reading, at + 1).hi : hi, token.isLast);
  const isTold = tail?.how === 'tail' && (endsOwnSentence(text, token) || isSetOff(reading, at, tail));
  if (isNear && !isTold) return lead;
  if (tail !== null && (lead === null || tail.how === 'tail')) return tail;
  return lead ?? tail;
}

/** American and British newsrooms end a sentence with a comma inside of the marks when its speaker follows. */
function endsOwnSentence(text: string, token: Token): boolean {
  if (!/^[^\p{L}\p{N}]*\p{Lu}/u.test(text.slice(token.start, token.start + 8))) return false;
  return /,\s*['’"”“»]*$/u.test(text.slice(Math.max(token.start, token.end - 4), token.end));
}

/** Newsrooms elsewhere set the comma behind the marks, and then the verb comes first: "“…”, dit-elle". */
function isSetOff({ tokens, text }: Reading, at: number, { cue, speaker }: Attribution): boolean {
  const token = tokens[at];
  if (token === undefined || cue?.from !== at + 2 || tokens[at + 1]?.lower !== ',') return false;
  const isSentence = /^[^\p{L}\p{N}]*\p{Lu}/u.test(text.slice(token.start, token.start + 8));
  return isSentence && speaker !== null && speaker.from > cue.to;
}

function isBeginning({ tokens, lexicon }: Reading, lo: number, at: number): boolean {
  for (let index = lo; index < at; index++) {
    const token = tokens[index];
    if (token?.kind === 'marked') return false;
    if (token?.kind === 'word' && !lexicon.leadIns.has(token.lower)) return false;
  }
  return true;
}

/** The attribution that stands before the marked words in their sentence. */
function leadTo(reading: Reading, lo: number, at: number): Attribution | null {
  const { tokens, lexicon, cues } = reading;
  const isColon = /^[:：]$/u.test(tokens[at - 1]?.lower ?? '');
  const before = cuesWithin(cues, lo, at).toReversed();
  for (const cue of before) {
    const speaker = subjectOf(reading, cue, { lo, hi: at, quote: at });
    if (speaker === null) continue;
    const distance = countWords(tokens, cue.to, at);
    const mention = spanOf(cue);
    if (isColon) return { speaker, cue: mention, how: 'colon', distance };
    if (cue.strength === 'source') return { speaker, cue: mention, how: 'source', distance };
    const isNear =
      distance <= 3 ||
      (distance <= 12 && tokens.slice(cue.to, at).some(({ lower }) => lexicon.that.has(lower)));
    if (!isNear && !isPersonLike(reading, speaker)) continue;
    return { speaker, cue: mention, how: isNear ? 'lead' : 'lead-far', distance };
  }
  if (!isColon) return null;
  const speaker = roleHolder(reading, lo, at - 1) ?? firstSubject(reading, lo, at - 1);
  return speaker === null ? null : { speaker, cue: null, how: 'colon', distance: 0 };
}

type Around = { readonly lo: number; readonly hi: number; readonly quote: number };

/** Who speaks by a cue that stands before the marked words. */
function subjectOf(reading: Reading, cue: Cue, { lo, hi, quote }: Around): TokenSpan | null {
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

/** "was called … by the minister": who acts stands behind "by". */
function agentOf({ tokens, lexicon }: Reading, cue: Cue, hi: number): TokenSpan | null {
  if (!lexicon.passive.auxiliaries.has(tokens[cue.from - 1]?.lower ?? '')) return null;
  for (let at = cue.to; at < Math.min(hi, cue.to + 12); at++) {
    if (lexicon.passive.by.has(tokens[at]?.lower ?? '')) return subjectAfter({ tokens, lexicon }, at + 1, hi);
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

/** The attribution that follows the marked words. */
function tailOf(reading: Reading, at: number, hi: number, hasEnded: boolean): Attribution | null {
  const { tokens, lexicon, cues } = reading;
  const start = skipPoints(reading, at + 1, hi);
  for (const cue of cuesWithin(cues, at + 1, hi)) {
    const distance = countWords(tokens, start, cue.from);
    if (hasEnded && distance > 8) return null;
    const mention = spanOf(cue);
    if (cue.strength === 'source') {
      const speaker = subjectAfter(reading, cue.to, hi);
      if (speaker === null) continue;
      return {
        speaker,
        cue: mention,
        how: distance === 0 ? 'source' : isReport(reading, cue, speaker) ? 'report' : 'tail-far',
        distance,
      };
    }
    const isFinal =
      lexicon.verbSecond !== undefined &&
      start === at + 1 &&
      !hasStrongEnd(reading, at) &&
      !isBeginning(reading, sentenceAround(reading, at).lo, at);
    const isFirst = isVerbFirst(reading, start, cue) && !isFinal;
    const speaker = isFirst
      ? (subjectAfter(reading, cue.to, hi) ?? inner(reading, cue, hi))
      : subjectInTail(reading, cue, { lo: isFinal ? sentenceAround(reading, at).lo : start, hi, quote: at });
    if (speaker === null) continue;
    const isTail = isFirst || (speaker.from === start && isAsideOf(reading, at, start));
    const isWeak = cue.strength === 'weak' && !isFirst;
    if (hasEnded && (!isTail || isWeak)) return null;
    if (isFinal && distance <= 1) return { speaker, cue: mention, how: 'lead', distance };
    if (isTail && !isWeak) return { speaker, cue: mention, how: 'tail', distance };
    if (!isPersonLike(reading, speaker)) continue;
    return { speaker, cue: mention, how: isReport(reading, cue, speaker) ? 'report' : 'tail-far', distance };
  }
  if (hasEnded && !mayBeFollowed(reading.text, tokens[at] as Token)) return null;
  return beside(reading, at, hi, lexicon.cues.words.size === 0);
}

function subjectInTail(reading: Reading, cue: Cue, { lo, hi, quote }: Around): TokenSpan | null {
  const agent = agentOf(reading, cue, hi);
  if (agent !== null) return agent;
  if (reading.lexicon.verbSecond !== undefined) {
    return subjectInVerbSecond(reading, cue, lo > quote ? sentenceAround(reading, quote).lo : lo, hi);
  }
  return subjectBefore(reading, lo, cue.from) ?? subjectAfter(reading, cue.to, hi);
}

/** "“…”, fügte er hinzu": the subject stands inside of a cue of several words, or behind an auxiliary. */
function inner(reading: Reading, cue: Cue, hi: number): TokenSpan | null {
  return hi - cue.to > 0 && reading.lexicon.fillers.has(reading.tokens[cue.to]?.lower ?? '')
    ? subjectAfter(reading, cue.to + 1, hi)
    : null;
}

/** Whether the words behind the marks are set off from them: by a comma, or because the speech ended with ? or !. */
function isAsideOf({ tokens, text }: Reading, at: number, start: number): boolean {
  const token = tokens[at];
  return start > at + 1 || (token !== undefined && mayBeFollowed(text, token));
}

function skipPoints({ tokens }: Reading, from: number, hi: number): number {
  let at = from;
  while (at < hi && tokens[at]?.kind === 'point') at++;
  return at;
}

/** Whether nothing but auxiliaries stands before the verb: "a déclaré la maire", but not "was called". */
function isVerbFirst({ tokens, lexicon }: Reading, start: number, cue: Cue): boolean {
  for (let at = start; at < cue.from; at++) {
    const lower = tokens[at]?.lower ?? '';
    if (!lexicon.fillers.has(lower) || lexicon.passive.auxiliaries.has(lower) || lexicon.pronouns.has(lower))
      return false;
  }
  return true;
}

/** Whether the sentence is reported as a whole: "…, the ministry said." behind a comma. */
function isReport({ tokens }: Reading, cue: Cue, speaker: TokenSpan): boolean {
  if (cue.strength === 'weak') return false;
  const isNext = speaker.to === cue.from - 1 || speaker.from <= cue.to + 1;
  const before = tokens[Math.min(speaker.from, cue.from) - 1];
  return isNext && before?.lower === ',';
}

/** A name and one unknown word beside the marks: "“…,” Name verbed", "“…”, verbed Name", in any language. */
function beside(reading: Reading, at: number, hi: number, isUnknown: boolean): Attribution | null {
  const { tokens } = reading;
  const start = skipPoints(reading, at + 1, hi);
  if (!isAsideOf(reading, at, start)) return null;
  const first = tokens[start];
  if (first?.kind !== 'word' || start >= hi) return null;
  if (first.isCapital) {
    const speaker = firstSubject(reading, start, hi);
    const verb = speaker === null ? undefined : tokens[speaker.to + 1];
    const isVerb = verb?.kind === 'word' && !verb.isCapital && !reading.lexicon.openers.has(verb.lower);
    return speaker !== null && isVerb ? { speaker, cue: null, how: 'beside', distance: 0 } : null;
  }
  if (isUnknown) return besideUnknown(reading, start, hi);
  const next = tokens[start + 1];
  const { openers, conjunctions, relatives, fillers, determiners, linkers } = reading.lexicon;
  const isSmall = [openers, conjunctions, relatives, fillers, determiners, linkers].some((set) =>
    set.has(first.lower),
  );
  if (isSmall || next?.isCapital !== true || start + 1 >= hi || !hasStrongEnd(reading, at)) return null;
  const speaker = firstSubject(reading, start + 1, hi);
  const cue = { from: start, to: start };
  return speaker === null ? null : { speaker, cue, how: 'beside', distance: 0 };
}

/** How many small words may stand between the verb and the name in a language without tables: "ha detto la sindaca". */
const longestUnknown = 6;

/** In a language without tables: the first name behind the unknown word that follows the marks. */
function besideUnknown(reading: Reading, start: number, hi: number): Attribution | null {
  const { tokens } = reading;
  for (let at = start + 1; at < Math.min(hi, start + longestUnknown); at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return null;
    if (!token.isCapital) continue;
    const speaker = firstSubject(reading, at, hi);
    return speaker === null ? null : { speaker, cue: { from: start, to: start }, how: 'beside', distance: 0 };
  }
  return null;
}

function hasStrongEnd({ tokens, text }: Reading, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && mayBeFollowed(text, token);
}

/** The cues that begin in `[from, to)`; the cues are in order. */
export function cuesWithin(cues: readonly Cue[], from: number, to: number): Cue[] {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Cue[] = [];
  for (let at = low; at < cues.length; at++) {
    const cue = cues[at];
    if (cue === undefined || cue.from >= to) break;
    found.push(cue);
  }
  return found;
}

function spanOf(cue: Cue): TokenSpan {
  return { from: cue.from, to: cue.to - 1 };
}

/** How many words stand in `[from, to)`. */
export function countWords(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (tokens[at]?.kind !== 'point') count++;
  return count;
}
