import { signedLine } from './beside.ts';
import { type Attribution, cuesWithin, type How, type Reading, sentenceAround } from './reading.ts';
import { subjectOfCue } from './speaker-of-cue.ts';
import { isReported, type Judged, type Shape } from './kind.ts';
import type { MarkedSpan } from './pair.ts';
import type { Paragraph } from './paragraphs.ts';
import { isPersonLike, type TokenSpan } from './mention.ts';
import { firstSubject } from './subject.ts';
import type { QuoteSpan } from './types.ts';

/** Marked words on their way to a quote. */
export type Draft = {
  readonly span: MarkedSpan;
  /** Index of the token that they are in the tokens of their paragraph. */
  readonly token: number;
  readonly reading: Reading;
  readonly shape: Shape;
  readonly found: Attribution | null;
  kind: Judged;
  speaker: QuoteSpan | null;
  cue: QuoteSpan | null;
  how: How | null;
};

/** Pictures in a row between two paragraphs. */
const mostCaptions = 6;
/** How many marked spans back somebody may have spoken. */
const farthestSpoken = 12;
/** For how many sentences reported speech may go on without a cue. */
const longestReport = 4;

/** The speaker of a draft or of a sentence before it. */
type Source = { readonly speaker: QuoteSpan; readonly cue: QuoteSpan | null };

/**
 * Gives speakers to speech whose own sentence names none: who spoke before in the paragraph goes on, a line that ends
 * with a colon introduces, and a paragraph that is nothing but speech continues the one before. In reading order.
 */
export function carrySpeakers(
  drafts: readonly Draft[],
  readings: readonly Reading[],
  paragraphs: readonly Paragraph[],
): void {
  for (const [index, draft] of drafts.entries()) {
    if (draft.speaker !== null || draft.kind === 'scare') continue;
    const before = drafts[index - 1];
    if (before?.span.isContinued === true && before.speaker !== null) {
      take(draft, { speaker: before.speaker, cue: null }, 'carried');
      continue;
    }
    const inParagraph = spokenInParagraph(drafts, index);
    if (inParagraph !== null) take(draft, inParagraph.source, inParagraph.how);
    else takeFromBefore({ draft, drafts, index, readings, paragraphs });
  }
  markNames(drafts);
  for (let index = drafts.length - 2; index >= 0; index--) {
    const draft = drafts[index];
    const next = drafts[index + 1];
    if (draft?.speaker === null && draft.span.isContinued && next !== undefined && next.speaker !== null) {
      take(draft, { speaker: next.speaker, cue: null }, 'following');
    }
  }
}

/** What is the speaker of another quote is a name in marks. */
function markNames(drafts: readonly Draft[]): void {
  const speakers = new Set(drafts.flatMap(({ speaker }) => speaker?.start ?? []));
  for (const draft of drafts) {
    if (!speakers.has(draft.span.start)) continue;
    draft.kind = 'scare';
    draft.speaker = null;
    draft.cue = null;
  }
}

function take(draft: Draft, source: Source, how: How): void {
  draft.speaker = source.speaker;
  draft.cue = source.cue;
  draft.how = how;
}

/** The speaker of the speech next to this in the same paragraph: the one before goes on, or the one after tells. */
function spokenInParagraph(drafts: readonly Draft[], index: number): { source: Source; how: How } | null {
  const draft = drafts[index];
  if (draft === undefined) return null;
  for (let at = index - 1; at >= Math.max(0, index - farthestSpoken); at--) {
    const before = drafts[at];
    if (before?.span.paragraph !== draft.span.paragraph) break;
    if (before.speaker !== null)
      return { source: { speaker: lastNamed(before, draft) ?? before.speaker, cue: null }, how: 'carried' };
  }
  const next = drafts[index + 1];
  if (next?.span.paragraph !== draft.span.paragraph || next.found?.how !== 'tail') return null;
  const between = draft.reading.tokens
    .slice(draft.token + 1, next.token)
    .filter(({ kind }) => kind === 'word');
  if (between.length > 0 || next.speaker === null) return null;
  return { source: { speaker: next.speaker, cue: next.cue }, how: 'following' };
}

/** Who speaks in the sentence before this speech, when that comes after the speech before: "…,” he said. She replied. “…" */
function lastNamed(before: Draft, draft: Draft): QuoteSpan | null {
  if (before.reading !== draft.reading) return null;
  const { lo } = sentenceAround(draft.reading, draft.token);
  if (lo === 0) return null;
  const previous = sentenceAround(draft.reading, lo - 1);
  if (previous.lo <= before.token) return null;
  return reporterIn(draft.reading, previous.lo, previous.hi)?.speaker ?? null;
}

type Place = {
  readonly draft: Draft;
  readonly drafts: readonly Draft[];
  readonly index: number;
  readonly readings: readonly Reading[];
  readonly paragraphs: readonly Paragraph[];
};

function takeFromBefore({ draft, drafts, index, readings, paragraphs }: Place): void {
  const { reading, token, span } = draft;
  const { lo, hi } = sentenceAround(reading, token);
  const below = readings[span.paragraph + 1];
  const signed = hi === reading.tokens.length && below !== undefined ? signedLine(below) : null;
  if (below !== undefined && signed !== null && signed.speaker !== null)
    return take(draft, { speaker: spanIn(below, signed.speaker), cue: null }, 'signed');
  const reported = isReported(reading, token);
  if (!reported && (draft.kind === 'mixed' || lo < token)) {
    const subject = sentenceSubject(reading, lo, token);
    if (subject !== null) return take(draft, { speaker: subject, cue: null }, 'sentence');
    if (draft.kind === 'mixed') return;
  }
  if (lo > 0) {
    const previous = sentenceAround(reading, lo - 1);
    const reporter = reported ? reporterBefore(reading, lo) : null;
    if (reporter !== null) return take(draft, reporter, 'sentence');
    const source = reporterIn(reading, previous.lo, previous.hi) ?? named(reading, previous.lo, previous.hi);
    if (source !== null) return take(draft, source, 'sentence');
  }
  if (hi < reading.tokens.length) {
    const next = sentenceAround(reading, hi);
    const source = reporterIn(reading, next.lo, next.hi);
    if (source !== null && lo === 0) return take(draft, source, 'following');
  }
  let at = span.paragraph - 1;
  while (paragraphs[at]?.role === 'caption' && span.paragraph - at < mostCaptions) at--;
  const above = readings[at];
  if (above === undefined || paragraphs[at]?.role === 'heading') return;
  const last = above.tokens.length - 1;
  const { lo: from } = sentenceAround(above, last);
  const isIntroduced = /^[:：]$/u.test(above.tokens[last]?.lower ?? '');
  const introducing = reporterIn(above, from, last + 1) ?? named(above, from, last + 1);
  if (isIntroduced && introducing !== null) return take(draft, introducing, 'introduced');
  const before = drafts[index - 1];
  if (before?.span.paragraph === at && before.speaker !== null && before.kind !== 'scare') {
    return take(draft, { speaker: before.speaker, cue: null }, 'previous');
  }
  if (introducing !== null) take(draft, introducing, 'far');
}

/** The subject of the last cue in `[lo, hi)`. */
function reporterIn(reading: Reading, lo: number, hi: number): Source | null {
  for (const cue of cuesWithin(reading.cues, lo, hi).toReversed()) {
    const found = subjectOfCue(reading, cue, lo, hi);
    if (found !== null)
      return { speaker: spanIn(reading, found), cue: spanIn(reading, { from: cue.from, to: cue.to - 1 }) };
  }
  return null;
}

/** Who reports in the nearest of the sentences before `lo` that has a cue: reported speech goes on for several. */
export function reporterBefore(reading: Reading, lo: number): Source | null {
  let before = lo;
  for (let count = 0; count < longestReport && before > 0; count++) {
    const sentence = sentenceAround(reading, before - 1);
    const source = reporterIn(reading, sentence.lo, sentence.hi);
    if (source !== null) return source;
    before = sentence.lo;
  }
  return null;
}

function named(reading: Reading, lo: number, hi: number): Source | null {
  const found = firstSubject(reading, lo, hi);
  return found === null || !isPersonLike(reading, found)
    ? null
    : { speaker: spanIn(reading, found), cue: null };
}

/** The subject of the sentence that the marked words finish. */
function sentenceSubject(reading: Reading, lo: number, at: number): QuoteSpan | null {
  const found = firstSubject(reading, lo, at);
  return found === null || !isPersonLike(reading, found) ? null : spanIn(reading, found);
}

/** A stretch of tokens as a stretch of the text. */
export function spanIn({ tokens }: Reading, { from, to }: TokenSpan): QuoteSpan {
  return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
}
