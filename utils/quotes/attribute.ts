import {
  type Attribution,
  countWords,
  cuesWithin,
  isBeginning,
  type Reading,
  sentenceAround,
  spanOf,
} from './reading.ts';
import { subjectOf } from './speaker-of-cue.ts';
import type { Cue } from './cues.ts';
import { hasPersonHead, isPersonLike, type TokenSpan } from './mention.ts';
import { firstSubject } from './subject.ts';
import { tailOf } from './tail.ts';
import { mayBeFollowed, type Token } from './tokens.ts';
import { roleHolder } from './verb-second.ts';

/** Words between a cue and the marks that "that" or "as" may bridge. */
const farthestLink = 12;

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

/** The attribution that stands before the marked words in their sentence. */
function leadTo(reading: Reading, lo: number, at: number): Attribution | null {
  const { tokens, cues } = reading;
  const isColon = /^[:：]$/u.test(tokens[at - 1]?.lower ?? '');
  const before = cuesWithin(cues, lo, at).toReversed();
  for (const cue of before) {
    const speaker = subjectOf(reading, cue, { lo, hi: at, quote: at });
    if (speaker === null) continue;
    const distance = countWords(tokens, cue.to, at);
    const mention = spanOf(cue);
    if (isColon) return { speaker, cue: mention, how: 'colon', distance };
    if (cue.strength === 'source') return { speaker, cue: mention, how: 'source', distance };
    const isNear = isInMiddle(reading, cue, at) || isNearTo(reading, cue, at, distance);
    if (!isNear && !isPersonLike(reading, speaker)) continue;
    return { speaker, cue: mention, how: isNear ? 'lead' : 'lead-far', distance };
  }
  if (!isColon) return null;
  const speaker = introduced(reading, lo, at - 1);
  return speaker === null ? null : { speaker, cue: null, how: 'colon', distance: 0 };
}

/** Who is introduced before a colon without a cue: the subject, or the name that the sentence ends with. */
function introduced(reading: Reading, lo: number, to: number): TokenSpan | null {
  const subject = roleHolder(reading, lo, to) ?? firstSubject(reading, lo, to);
  const isUnknown = reading.lexicon.cues.words.size === 0;
  if (subject !== null && !isUnknown && hasPersonHead(reading, subject)) return subject;
  return nameAt(reading, lo, to - 1) ?? subject;
}

/** The name that ends at a token; where every noun is capitalised it takes two words. */
function nameAt({ tokens, lexicon }: Reading, lo: number, to: number): TokenSpan | null {
  let from = to + 1;
  while (
    from > lo &&
    (tokens[from - 1]?.isCapital === true || (tokens[from - 1]?.lower === '.' && from <= to))
  )
    from--;
  const fewest = lexicon.verbSecond === undefined ? 1 : 2;
  return to - from + 1 >= fewest && from > lo ? { from, to } : null;
}

/** Whether a cue governs the marks: beside them, or by "that" or "as" a little further off. */
function isNearTo({ tokens, lexicon }: Reading, cue: Cue, at: number, distance: number): boolean {
  if (distance <= 3) return true;
  if (distance > farthestLink) return false;
  if (lexicon.asWords.has(tokens[at - 1]?.lower ?? '')) return true;
  return tokens.slice(cue.to, at).some(({ lower }) => lexicon.that.has(lower));
}

/** "“…,” says Ann Lee, who moved here, “…”": the cue follows speech that goes on behind the comma. */
function isInMiddle({ tokens }: Reading, cue: Cue, at: number): boolean {
  if (tokens[at - 1]?.lower !== ',') return false;
  for (let before = cue.from - 1; before >= 0 && cue.from - before <= 4; before--) {
    if (tokens[before]?.kind === 'marked') return true;
  }
  return false;
}
