import { isAfterNaming, isCalled, isGermanName, isGloss } from './naming.ts';
import { type Attribution, countWords, type How, type Reading, sentenceAround } from './reading.ts';

/** What the marked words look like by themselves. */
export type Shape = {
  /** Words inside of the marks; for scripts without spaces two characters count as one. */
  readonly words: number;
  /** True when a sentence ends inside, or they end as speech does before "he said". */
  readonly isSentence: boolean;
  /** True when they end with the comma that speech ends with before "she said". */
  readonly endsWithComma: boolean;
  /** True when each long word is capitalised, as in titles and names. */
  readonly isTitle: boolean;
  readonly beginsCapital: boolean;
};

/** Words of the first and second person in the languages of the tables: titles have them seldom, speech often. */
const spokenWords =
  /(?<!\p{L})(?:i|you|we|your|our|us|my|wir|ihr|uns|vous|nous|nuestro|tôi|chúng)(?!\p{L})/iu;
const edges = /^[\s"'“”„‟″«»‹›「」『』‘’‚`–—-]+|[\s"'“”„‟″«»‹›「」『』‘’‚`]+$/gu;
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
/** Only so much of the words is looked at: speech is told by its first sentences. */
const longestLook = 400;

/** The shape of marked words, marks included. */
export function shapeOf(text: string): Shape {
  const inner = text.replace(edges, '');
  const look = inner.slice(0, longestLook);
  const parts = look.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const dense = look.match(spaceless)?.length ?? 0;
  const long = parts.filter((part) => /^[^\p{L}]*\p{L}{4,}/u.test(part));
  const end = inner.at(-1) ?? '';
  return {
    words: parts.length + Math.floor(dense / 2),
    isSentence:
      /[.!?…。！？]$/u.test(end) || /[\p{L}\p{N}][.!?。！？]+["'’”]?\s*[\p{Lu}\p{Script=Han}]/u.test(look),
    endsWithComma: /[,，、]/u.test(end),
    isTitle:
      long.length > 0 &&
      !spokenWords.test(look) &&
      long.every((part) => /^[^\p{L}]*\p{Lu}/u.test(part)) &&
      !/[!?]$/u.test(end) &&
      isCapital(parts[0]) &&
      isCapital(parts.at(-1)),
    beginsCapital: /^[^\p{L}\p{N}]*\p{Lu}/u.test(look),
  };
}

function isCapital(part: string | undefined): boolean {
  return /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(part ?? '');
}

/** Marked words without a cue are somebody's from so many on: words, syllables, words that begin no noun. */
const fewestWords = 5;
const fewestSyllables = 8;
const fewestOfClause = 3;
/** Words between a cue and a word or two in marks, beyond which they are rather the writer's. */
const farthest = 12;

export type Judged = 'direct' | 'mixed' | 'scare';

/**
 * What the marked words at token `at` are. Speech is told from words as words by what leads to them: a naming word
 * right before the marks speaks against it, a cue for it; without a cue only a sentence is speech.
 */
export function judge(reading: Reading, at: number, shape: Shape, found: Attribution | null): Judged {
  const isNamed = (shape.isTitle || shape.words <= 3) && isAfterNaming(reading, at, shape.isTitle);
  const how = found?.how ?? null;
  if (
    how !== 'colon' &&
    !shape.isSentence &&
    isGermanName(reading, at, shape) &&
    !isInThat(reading, at, found) &&
    (shape.isTitle || !isReported(reading, at))
  )
    return 'scare';
  if (isGloss(reading, at, shape)) return 'scare';
  // "told “Meet the Press”": whoever is told something comes before what is told.
  const isAddressee =
    shape.isTitle && reading.lexicon.addressing?.has(reading.tokens[at - 1]?.lower ?? '') === true;
  if (isAddressee) return 'scare';
  if (how !== 'colon' && !shape.isSentence && found !== null && isCalled(reading, at, found)) return 'scare';
  if (
    how === 'colon' &&
    (shape.words > 1 || shape.isSentence) &&
    !(shape.isTitle && (found?.cue ?? null) === null)
  )
    return 'direct';
  if (isNamed && (shape.isTitle || !(how === 'tail' && (shape.isSentence || shape.endsWithComma))))
    return 'scare';
  // "bezeichnete … als „aggressiv“": what somebody is called by a verb of saying, however far off.
  const isAs =
    reading.lexicon.verbSecond !== undefined &&
    reading.lexicon.asWords.has(reading.tokens[at - 1]?.lower ?? '');
  if (how === 'tail-far' && shape.words <= 2 && !shape.isSentence && !isAs) return 'scare';
  if (
    !isAs &&
    how === 'lead-far' &&
    shape.words <= 2 &&
    !shape.isSentence &&
    (found?.distance ?? 0) > farthest
  )
    return 'scare';
  const hasCapitalNouns = reading.lexicon.verbSecond !== undefined && isGovernedNoun(reading, at, how);
  const isTitle = shape.isTitle && shape.words <= 8 && !(shape.isSentence && isAlone(reading, at));
  if (isTitle && !hasCapitalNouns && !isSpoken(reading, at, found)) return 'scare';
  if (found === null) {
    if (isHeading(reading, at, shape)) return 'scare';
    if (isFree(reading, at, shape)) return 'direct';
    return isLong(reading, shape) || isReported(reading, at) ? 'mixed' : 'scare';
  }
  if (found.how === 'signed') return 'direct';
  if (found.how === 'tail' || found.how === 'beside')
    return isFragment(reading, at, shape) ? 'mixed' : 'direct';
  if (found.how === 'lead') return found.distance <= 1 || shape.isSentence ? 'direct' : 'mixed';
  if (found.how === 'source') return isFragment(reading, at, shape) ? 'mixed' : 'direct';
  return isFree(reading, at, shape) ? 'direct' : 'mixed';
}

/** In German a capital makes no title where a cue governs the words, or an article says that they are a common noun. */
function isGovernedNoun({ tokens }: Reading, at: number, how: How | null): boolean {
  if (how === 'lead' || how === 'report' || how === 'source') return true;
  return how === 'lead-far' && /^k?ein/u.test(tokens[at - 1]?.lower ?? '');
}

/** Whether capitalised words are speech all the same: a cue is right beside the marks. */
function isSpoken(reading: Reading, at: number, found: Attribution | null): boolean {
  if (found === null) return false;
  if (found.how === 'colon') return true;
  if (found.how === 'tail')
    return isBeside(reading, at) && countWords(reading.tokens, sentenceAround(reading, at).lo, at) === 0;
  return found.how === 'lead' && found.distance === 0;
}

/** Whether a comma or the end of the speech stands between the marks and what follows. */
function isBeside({ tokens, text }: Reading, at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined) return false;
  return (
    /[,!?.…]\s*['’"”“»」]*$/u.test(text.slice(Math.max(token.start, token.end - 5), token.end)) ||
    after?.lower === ','
  );
}

/** Whether the marked words are all of their sentence. */
function isAlone(reading: Reading, at: number): boolean {
  const { lo, hi } = sentenceAround(reading, at);
  return countWords(reading.tokens, lo, hi) <= 1;
}

const longestHeading = 7;

/** Headings between paragraphs are a few words in single marks that the text says further down. */
function isHeading({ tokens, text }: Reading, at: number, shape: Shape): boolean {
  const start = tokens[at]?.start ?? 0;
  if (shape.words > longestHeading || tokens.length > 3 || countWords(tokens, 0, tokens.length) > 1)
    return false;
  return /^['‘](?!')/u.test(text.slice(start, start + 2));
}

/** Speech that needs nobody's sentence: it begins its own, or is long, and reads like one. */
function isFree(reading: Reading, at: number, shape: Shape): boolean {
  const { lo } = sentenceAround(reading, at);
  if (isAlone(reading, at) && (shape.words >= 3 || shape.isSentence)) return true;
  const beginsSentence = countWords(reading.tokens, lo, at) === 0;
  return shape.words >= 5 && (shape.isSentence || (beginsSentence && shape.endsWithComma));
}

/** Whether the verb form of the sentence alone says that it is somebody else's. */
export function isReported(reading: Reading, at: number): boolean {
  const { reportive } = reading.lexicon;
  if (reportive === undefined) return false;
  const { lo, hi } = sentenceAround(reading, at);
  return reading.tokens.slice(lo, hi).some(({ lower }) => reportive.has(lower));
}

/** Whether "that" stands between the verb of saying and the marks, so that the clause is somebody else's. */
function isInThat({ tokens, lexicon }: Reading, at: number, found: Attribution | null): boolean {
  if (lexicon.verbSecond === undefined || found === null || found.cue === null || found.cue.to >= at)
    return false;
  return tokens.slice(found.cue.to + 1, at).some(({ lower }) => lexicon.that.has(lower));
}

/** Too many words for a name or a word as a word: somebody's, though the sentence gives no cue. */
function isLong({ lexicon }: Reading, shape: Shape): boolean {
  // Where nouns are capitalised, a small letter at the start is no name.
  const isClause = lexicon.verbSecond !== undefined && !shape.beginsCapital;
  return (
    shape.words >= (isClause ? fewestOfClause : lexicon.isSyllabic === true ? fewestSyllables : fewestWords)
  );
}

/** Words that finish a sentence of the writer's: something of it stands before them. */
function isFragment(reading: Reading, at: number, shape: Shape): boolean {
  const { lo } = sentenceAround(reading, at);
  return countWords(reading.tokens, lo, at) > 0 && !shape.isSentence && !shape.beginsCapital;
}
