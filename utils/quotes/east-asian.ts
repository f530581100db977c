import type { How } from './reading.ts';
import type { Judged, Shape } from './kind.ts';
import { type EastAsian, eastAsian } from './lexicon/east-asian.ts';
import type { QuoteSpan } from './types.ts';

/** Who said marked words in Chinese, Japanese or Korean, and what they are. */
export type EastAsianFinding = {
  readonly kind: Judged;
  readonly speaker: QuoteSpan | null;
  readonly cue: QuoteSpan | null;
  readonly how: How | null;
};

/** Longer clauses beside the marks are not looked at. */
const widest = 160;

/** The patterns for a language, or by script when it is not known; `null` for every other language. */
export function eastAsianOf(lang: string | null, text: string): EastAsian | null {
  const primary = lang?.toLowerCase().split(/[-_]/u)[0] ?? '';
  const named = eastAsian.find(({ langs }) => langs.includes(primary));
  if (named !== undefined) return named;
  if (primary !== '' && primary !== 'und') return null;
  const sample = text.slice(0, 2_000);
  const found = eastAsian.find(({ script }) => script.test(sample));
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const dense =
    sample.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return found !== undefined && dense > letters / 2 ? found : null;
}

type Place = {
  readonly text: string;
  readonly span: QuoteSpan;
  /** The paragraph that the marks stand in. */
  readonly paragraph: QuoteSpan;
  readonly shape: Shape;
};

/** Judges marked words by the text right before and right behind them. */
export function attributeEastAsian(patterns: EastAsian, place: Place): EastAsianFinding {
  const { text, span, paragraph, shape } = place;
  const from = Math.max(paragraph.start, span.start - widest);
  const before = text.slice(from, span.start);
  const after = text.slice(span.end, Math.min(paragraph.end, span.end + widest));
  const kind =
    shape.isSentence || /[：:，,、]\s*$/u.test(before) || before.trim() === '' ? 'direct' : 'mixed';
  const lead = patterns.lead?.exec(before) ?? null;
  if (lead !== null) return spoken(kind, 'lead', { match: lead, at: from });
  const tail = patterns.tail.exec(after);
  if (tail === null) {
    const isSpeech =
      /[：:]\s*$/u.test(before) || (before.trim() === '' && (shape.isSentence || shape.words >= 5));
    return { kind: isSpeech ? 'direct' : 'scare', speaker: null, cue: null, how: null };
  }
  if (patterns.topic === null) return spoken(kind, 'tail', { match: tail, at: span.end });
  const cue = groupSpan(tail, 2, span.end);
  const sentence = sentenceStart(before);
  const topic = patterns.topic.exec(before.slice(sentence));
  const inner = tail[1] ?? '';
  const behind = patterns.topic.exec(inner);
  const innerAt = span.end + tail[0].indexOf(inner);
  const named = topic === null ? null : groupSpan(topic, 1, from + sentence);
  const speaker = named ?? (behind === null ? null : groupSpan(behind, 1, innerAt));
  return { kind: 'direct', speaker, cue, how: 'lead' };
}

function sentenceStart(before: string): number {
  return (
    Math.max(
      before.lastIndexOf('。'),
      before.lastIndexOf('！'),
      before.lastIndexOf('？'),
      before.lastIndexOf('. '),
    ) + 1
  );
}

function spoken(
  kind: Judged,
  how: How,
  { match, at }: { match: RegExpExecArray; at: number },
): EastAsianFinding {
  // "and stressed": who spoke before goes on.
  const isOnlyAnd = /^[并並还還也又则則且同时時]+$/u.test(match[1] ?? '');
  const speaker = isOnlyAnd ? null : groupSpan(match, 1, at);
  return { kind, how, speaker, cue: groupSpan(match, 2, at) };
}

/** A group of a match as a stretch of the text; groups stand in the order of the pattern and are looked for so. */
function groupSpan(match: RegExpExecArray, group: 1 | 2, at: number): QuoteSpan | null {
  const first = match[1] ?? '';
  const wanted = match[group] ?? '';
  if (wanted === '') return null;
  const firstAt = match[0].indexOf(first);
  const start = group === 1 ? firstAt : match[0].indexOf(wanted, firstAt + first.length);
  return start < 0
    ? null
    : { start: at + match.index + start, end: at + match.index + start + wanted.length };
}
