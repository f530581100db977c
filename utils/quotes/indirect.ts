import { cuesWithin, type Reading, sentenceAround } from './reading.ts';
import { subjectOfCue } from './speaker-of-cue.ts';
import { type Draft, reporterBefore, spanIn } from './carry.ts';
import { type Cue, matchTable } from './cues.ts';
import { isReported } from './kind.ts';
import type { Paragraph } from './paragraphs.ts';
import { isPersonLike, type TokenSpan } from './mention.ts';
import type { Quote } from './types.ts';

/** How often each way of reporting without marks is one, in round figures. */
const trust = { source: 0.7, that: 0.7, behind: 0.65, bare: 0.55, mood: 0.5 } as const;
/** Shorter contents are rather names and objects: "said goodbye". */
const fewestWords = 4;
/** How far behind the verb "that" may stand: "told the paper on Monday that". */
const farthestThat = 8;

type Content = { readonly from: number; readonly to: number; readonly confidence: number };
type Report = Content & { readonly speaker: TokenSpan; readonly cue: Cue };

/** Reported speech without marks, a sentence each, where no marked speech of the sentence was found. */
export function findIndirect(
  readings: readonly Reading[],
  paragraphs: readonly Paragraph[],
  drafts: readonly Draft[],
): Quote[] {
  const spoken = new Map<Reading, number[]>();
  for (const { reading, token, kind } of drafts) {
    if (kind === 'scare') continue;
    const tokens = spoken.get(reading);
    if (tokens === undefined) spoken.set(reading, [token]);
    else tokens.push(token);
  }
  return readings.flatMap((reading, index) => {
    const role = paragraphs[index]?.role;
    return role === 'text' || role === 'quote' ? inParagraph(reading, spoken.get(reading) ?? []) : [];
  });
}

function inParagraph(reading: Reading, spoken: readonly number[]): Quote[] {
  const { tokens } = reading;
  const found: Quote[] = [];
  let next = 0;
  let lo = 0;
  while (lo < tokens.length) {
    const { hi } = sentenceAround(reading, lo);
    while ((spoken[next] ?? Infinity) < lo) next++;
    const isFree = (spoken[next] ?? Infinity) >= hi;
    const quote = isFree ? inSentence(reading, lo, hi) : null;
    if (quote !== null) found.push(quote);
    lo = hi;
  }
  return found;
}

function inSentence(reading: Reading, lo: number, hi: number): Quote | null {
  for (const cue of cuesWithin(reading.cues, lo, hi)) {
    if (cue.strength === 'weak') continue;
    const report = readReport(reading, cue, { lo, hi });
    if (report !== null) {
      const cueSpan = spanIn(reading, { from: report.cue.from, to: report.cue.to - 1 });
      return { ...spanOf(reading, report), speaker: spanIn(reading, report.speaker), cue: cueSpan };
    }
  }
  if (!isReported(reading, lo)) return null;
  const source = reporterBefore(reading, lo);
  if (source === null) return null;
  return { ...spanOf(reading, { from: lo, to: hi - 1, confidence: trust.mood }), speaker: source.speaker };
}

function spanOf(reading: Reading, { from, to, confidence }: Content): Quote {
  return { ...spanIn(reading, { from, to }), kind: 'indirect', confidence };
}

type Sentence = { readonly lo: number; readonly hi: number };

function readReport(reading: Reading, cue: Cue, { lo, hi }: Sentence): Report | null {
  const speaker = subjectOfCue(reading, cue, lo, hi);
  if (speaker === null || !isPersonLike(reading, speaker)) return null;
  const content =
    contentBehind(reading, cue, { lo, hi, speaker }) ?? contentBefore(reading, cue, { lo, hi, speaker });
  if (content === null || countWords(reading, content) < fewestWords) return null;
  return { ...content, speaker, cue };
}

type Reported = Sentence & { readonly speaker: TokenSpan };

/** What follows: "said that …", "sagte, …", "according to the ministry, …". */
function contentBehind(reading: Reading, cue: Cue, { lo, hi, speaker }: Reported): Content | null {
  const { tokens, lexicon } = reading;
  const to = hi - 1;
  if (cue.strength === 'source') {
    const isFirst = cue.from - lo <= 1;
    let pause = speaker.to + 1;
    while (pause < hi && tokens[pause]?.lower !== ',') pause++;
    return isFirst && pause < hi ? { from: pause + 1, to, confidence: trust.source } : null;
  }
  if (speaker.to >= cue.from && lexicon.verbSecond === undefined) return null;
  const from = Math.max(cue.to, speaker.to + 1);
  for (let at = from; at < Math.min(hi, from + farthestThat); at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (lexicon.that.has(token.lower)) return { from: at + 1, to, confidence: trust.that };
    if (token.lower !== ',') continue;
    if (!lexicon.commaOpens) return null;
    if (at > from && lexicon.isSyllabic === true) break;
    return { from: at + 1, to, confidence: trust.that };
  }
  return matchTable(lexicon.bareCues, tokens, cue.from) > 0 && beginsClause(reading, cue.to)
    ? { from: cue.to, to, confidence: trust.bare }
    : null;
}

/** Whether what follows the verb can be a clause of its own: it begins with a subject. */
function beginsClause({ tokens, lexicon }: Reading, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (lexicon.openers.has(token.lower)) return false;
  return token.isCapital || lexicon.pronouns.has(token.lower) || lexicon.determiners.has(token.lower);
}

/** What stands before: "…, the ministry said", "…, according to the ministry". */
function contentBefore(
  { tokens, lexicon }: Reading,
  cue: Cue,
  { lo, hi, speaker }: Reported,
): Content | null {
  const first = Math.min(cue.from, speaker.from);
  const last = Math.max(cue.to - 1, speaker.to);
  if (tokens[first - 1]?.lower !== ',' || first - 2 <= lo) return null;
  const isAtEnd = tokens.slice(last + 1, hi).filter(({ kind }) => kind === 'word').length <= farthestThat;
  const isNear = last - first < 14;
  return isAtEnd && isNear && !lexicon.openers.has(tokens[lo]?.lower ?? '')
    ? { from: lo, to: first - 2, confidence: trust.behind }
    : null;
}

function countWords({ tokens }: Reading, { from, to }: Content): number {
  return tokens.slice(from, to + 1).filter(({ kind }) => kind !== 'point').length;
}
