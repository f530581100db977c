import { findCues } from './cues.ts';
import type { TokenSpan } from './mention.ts';
import { findSentences, type Reading } from './reading.ts';
import { subjectAfter } from './subject.ts';
import { readTokens, type Token } from './tokens.ts';
import type { QuoteSpan } from './types.ts';

/** Only so much of a quote is looked at: the aside comes behind its first words, in UTF-16 code units. */
const widest = 400;
const border = /^[,—–?!…]$/u;

/** Who speaks by an aside that stands inside of the marks, as French sets it: « Le texte, explique Mme Roux, est vide. » */
export function attributeInside(
  outer: Reading,
  span: QuoteSpan,
): { speaker: QuoteSpan; cue: QuoteSpan } | null {
  const { text, lexicon } = outer;
  if (lexicon.elides !== true) return null;
  const paragraph = {
    role: 'text' as const,
    start: span.start + 1,
    end: Math.min(span.end - 1, span.start + widest),
  };
  const tokens = readTokens({ text, paragraph, spans: [], firstSpan: 0, elides: true });
  const reading: Reading = {
    text,
    lexicon,
    tokens,
    cues: findCues(tokens, lexicon),
    sentences: findSentences(tokens),
  };
  for (const cue of reading.cues) {
    const before = beforeVerb(reading, cue.from);
    if (cue.strength !== 'strong' || !border.test(before?.lower ?? '')) continue;
    const speaker = pronounBefore(reading, cue.from) ?? subjectAfter(reading, cue.to, tokens.length);
    if (speaker === null) continue;
    const after = tokens[Math.max(speaker.to + 1, cue.to)];
    if (after !== undefined && !/^[,.—–?!…]$/u.test(after.lower)) continue;
    return { speaker: spanOf(tokens, speaker), cue: spanOf(tokens, { from: cue.from, to: cue.to - 1 }) };
  }
  return null;
}

/** What stands before the verb, its auxiliary and a pronoun ("a-t-elle expliqué") passed over. */
function beforeVerb({ tokens, lexicon }: Reading, verb: number): Token | undefined {
  let at = verb - 1;
  while (
    at > 0 &&
    (lexicon.fillers.has(tokens[at]?.lower ?? '') || lexicon.pronouns.has(tokens[at]?.lower ?? ''))
  )
    at--;
  return tokens[at];
}

function pronounBefore({ tokens, lexicon }: Reading, verb: number): TokenSpan | null {
  return lexicon.singular.has(tokens[verb - 1]?.lower ?? '') ? { from: verb - 1, to: verb - 1 } : null;
}

function spanOf(tokens: readonly Token[], { from, to }: TokenSpan): QuoteSpan {
  return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
}
