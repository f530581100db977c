import { matchTable } from './cues.ts';
import type { Shape } from './kind.ts';
import type { Attribution, Reading } from './reading.ts';

/** Words that stand right before the marks, or behind one more word: "the film", "so-called", "the word". */
export function isAfterNaming(reading: Reading, at: number, mayPause: boolean): boolean {
  const { tokens, lexicon } = reading;
  for (let from = Math.max(0, at - 3); from < at; from++) {
    const length = matchTable(lexicon.naming, tokens, from);
    if (length > 0 && isNextTo(reading, from + length, at, mayPause)) return true;
  }
  return false;
}

/**
 * German capitalises every noun, so that a capital is no sign of a title; but marked words behind a noun ("die Band
 * „Ton“") or a definite article ("der „Spiegel“") are its name.
 */
export function isGermanName({ tokens, lexicon, text }: Reading, at: number, shape: Shape): boolean {
  const { verbSecond } = lexicon;
  const before = tokens[at - 1];
  if (verbSecond === undefined || before?.kind !== 'word' || !shape.beginsCapital || shape.words > 10)
    return false;
  if (verbSecond.definite.has(before.lower)) return true;
  const isNoun =
    before.isCapital && !verbSecond.speechNouns.has(before.lower) && !lexicon.determiners.has(before.lower);
  const endsSentence = /[.!?]/.test(text.charAt((tokens[at]?.end ?? 0) - 2));
  return isNoun && !endsSentence && at >= 2 && tokens[at - 2]?.isLast !== true;
}

/**
 * What somebody or something is called in German: the marks finish a speaker that would end with an article ("der
 * Sprecher der „Aktion Licht“ sagte"), or stand by "heißt" without an "es".
 */
export function isCalled({ tokens, lexicon }: Reading, at: number, { speaker, cue }: Attribution): boolean {
  const { verbSecond } = lexicon;
  if (verbSecond === undefined) return false;
  const before = tokens[at - 1]?.lower ?? '';
  if (speaker !== null && speaker.from < at && at <= speaker.to) return true;
  const isEnd = speaker !== null && speaker.to === at - 1;
  if (isEnd && (lexicon.linkers.has(before) || verbSecond.definite.has(before))) return true;
  if (cue === null || !verbSecond.impersonal.has(tokens[cue.from]?.lower ?? '')) return false;
  return !tokens.slice(Math.max(0, cue.from - 3), cue.to + 3).some(({ lower }) => lower === 'es');
}

/** A name or a term behind "according to", alone in brackets, or before "genannt". */
export function isGloss({ tokens, lexicon }: Reading, at: number, shape: Shape): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (shape.isSentence || shape.words > 12) return false;
  if (before?.lower === '(' && after?.lower === ')') return true;
  if (lexicon.verbSecond !== undefined && lexicon.naming.words.has(after?.lower ?? '')) return true;
  for (let from = Math.max(0, at - 3); from < at; from++) {
    if (from + matchTable(lexicon.sourceBefore, tokens, from) === at)
      return shape.isTitle || shape.words <= 6;
  }
  return false;
}

function isNextTo({ tokens }: Reading, from: number, at: number, mayPause: boolean): boolean {
  return from === at || (mayPause && from === at - 1 && tokens[from]?.lower === ',');
}
