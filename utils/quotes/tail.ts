import { beside, isAsideOf, signedBy, skipPoints } from './beside.ts';
import type { Cue } from './cues.ts';
import { isPersonLike, type TokenSpan } from './mention.ts';
import {
  type Attribution,
  countWords,
  cuesWithin,
  hasStrongEnd,
  isBeginning,
  type Reading,
  sentenceAround,
  spanOf,
} from './reading.ts';
import { agentOf, type Around } from './speaker-of-cue.ts';
import { subjectAfter, subjectBefore } from './subject.ts';
import { mayBeFollowed, type Token } from './tokens.ts';
import { subjectInVerbSecond } from './verb-second.ts';

/** The attribution that follows the marked words. */
export function tailOf(reading: Reading, at: number, hi: number, hasEnded: boolean): Attribution | null {
  const { tokens, lexicon, cues } = reading;
  const signed = signedBy(reading, at);
  if (signed !== null) return signed;
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
    // Where verbs need no subject ("“…”, lamenta.") the cue alone says that it is speech.
    const isSubjectless = isFirst && start > at + 1 && cue.strength === 'strong' && cue.to >= hi - 1;
    if (speaker === null && isSubjectless) return { speaker, cue: mention, how: 'tail', distance };
    if (speaker === null) continue;
    const isTail = isFirst || (onlyFillers(reading, start, speaker.from) && isAsideOf(reading, at, start));
    const isWeak = cue.strength === 'weak' && !isFirst;
    if (hasEnded && (!isTail || isWeak)) return null;
    if (isFinal && distance <= 1) return { speaker, cue: mention, how: 'lead', distance };
    if (isTail && !isWeak) return { speaker, cue: mention, how: 'tail', distance };
    if (!isPersonLike(reading, speaker)) continue;
    // The subject before the marks and the verb behind them, as German has it: "hatten von „…“ gesprochen".
    const isAround = lexicon.verbSecond !== undefined && speaker.to < at;
    if (isAround && cue.strength === 'strong') return { speaker, cue: mention, how: 'lead-far', distance };
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

/** Whether nothing but auxiliaries stands before the verb: "a déclaré la maire", but not "was called". */
function isVerbFirst({ tokens, lexicon }: Reading, start: number, cue: Cue): boolean {
  for (let at = start; at < cue.from; at++) {
    const lower = tokens[at]?.lower ?? '';
    if (!lexicon.fillers.has(lower) || lexicon.passive.auxiliaries.has(lower) || lexicon.pronouns.has(lower))
      return false;
  }
  return true;
}

/** Whether the speaker stands at the start, or behind an auxiliary: "a-t-elle déclaré". */
function onlyFillers({ tokens, lexicon }: Reading, from: number, to: number): boolean {
  if (to < from) return false;
  return tokens.slice(from, to).every(({ lower }) => lexicon.fillers.has(lower));
}

/** Whether the sentence is reported as a whole: "…, the ministry said." behind a comma. */
function isReport({ tokens }: Reading, cue: Cue, speaker: TokenSpan): boolean {
  if (cue.strength === 'weak') return false;
  const isNext = speaker.to === cue.from - 1 || speaker.from <= cue.to + 1;
  const before = tokens[Math.min(speaker.from, cue.from) - 1];
  return isNext && before?.lower === ',';
}
