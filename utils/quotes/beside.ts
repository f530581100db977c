import { type Attribution, hasStrongEnd, type Reading } from './reading.ts';
import { firstSubject } from './subject.ts';
import { mayBeFollowed } from './tokens.ts';

/** Whether the words behind the marks are set off from them: by a comma, or because the speech ended with ? or !. */
export function isAsideOf({ tokens, text }: Reading, at: number, start: number): boolean {
  const token = tokens[at];
  return start > at + 1 || (token !== undefined && mayBeFollowed(text, token));
}

export function skipPoints({ tokens }: Reading, from: number, hi: number): number {
  let at = from;
  while (at < hi && tokens[at]?.kind === 'point') at++;
  return at;
}

/** A name and one unknown word beside the marks: "“…,” Name verbed", "“…”, verbed Name", in any language. */
export function beside(reading: Reading, at: number, hi: number, isUnknown: boolean): Attribution | null {
  const { tokens } = reading;
  const start = skipPoints(reading, at + 1, hi);
  if (!isAsideOf(reading, at, start)) return null;
  const first = tokens[start];
  if (first?.kind !== 'word' || start >= hi) return null;
  if (first.isCapital) {
    // German puts the verb first behind speech, and any noun has a capital.
    if (reading.lexicon.verbSecond !== undefined) return null;
    const speaker = firstSubject(reading, start, hi);
    const verb = speaker === null ? undefined : tokens[speaker.to + 1];
    const isVerb = verb?.kind === 'word' && !verb.isCapital && !reading.lexicon.openers.has(verb.lower);
    return speaker !== null && isVerb ? { speaker, cue: null, how: 'beside', distance: 0 } : null;
  }
  if (isUnknown) return besideUnknown(reading, start, hi);
  const next = tokens[start + 1];
  const { openers, conjunctions, relatives, fillers, determiners, linkers } = reading.lexicon;
  const isTitled = reading.lexicon.roles.has(first.lower) && next?.isCapital === true;
  if (isTitled) {
    const speaker = firstSubject(reading, start, hi);
    return speaker === null ? null : { speaker, cue: null, how: 'beside', distance: 0 };
  }
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

const dash = /^(?:[—–―~-]|--)$/u;
/** A signature is a name, and perhaps an age, an office or a place. */
const longestSignature = 14;

/** "“…” — Ann Lee, Leeds": a dash behind the marks, a name, and nothing else in the paragraph. */
export function signedBy(reading: Reading, at: number): Attribution | null {
  const { tokens } = reading;
  let from = at + 1;
  while (dash.test(tokens[from]?.lower ?? '')) from++;
  if (from === at + 1 || tokens.length - from > longestSignature) return null;
  return signature(reading, from);
}

/** The name that a line of nothing but a signature begins with, from token `from` on. */
function signature(reading: Reading, from: number): Attribution | null {
  const { tokens, lexicon } = reading;
  const first = tokens[from];
  if (first?.isCapital !== true || tokens.slice(from).some(({ kind }) => kind === 'marked')) return null;
  if (lexicon.determiners.has(first.lower) || lexicon.leadIns.has(first.lower)) return null;
  const speaker = firstSubject(reading, from, tokens.length);
  return speaker === null ? null : { speaker, cue: null, how: 'signed', distance: 0 };
}

/** The signature in a line of its own below the speech: a dash and a name. */
export function signedLine(reading: Reading): Attribution | null {
  let from = 0;
  while (dash.test(reading.tokens[from]?.lower ?? '')) from++;
  return from === 0 || reading.tokens.length > longestSignature ? null : signature(reading, from);
}
