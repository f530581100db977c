import { attributeInSentence, type Reading } from './attribute.ts';
import { carrySpeakers, type Draft, spanIn } from './carry.ts';
import { confidenceOf } from './confidence.ts';
import { findCues } from './cues.ts';
import { judge, shapeOf } from './kind.ts';
import { type Lexicon, lexiconOf } from './lexicon/index.ts';
import { type MarkedSpan, pairMarks } from './pair.ts';
import { type Paragraph, splitParagraphs } from './paragraphs.ts';
import { readTokens } from './tokens.ts';
import type { FindQuotesOptions, Quote } from './types.ts';

/**
 * The quotes in a text, in order, with who said them as far as the text tells. Pure, and linear in the length of the
 * text; how it works and what it can't do is in the README beside it.
 */
export function findQuotes(text: string, options: FindQuotesOptions = {}): Quote[] {
  const paragraphs = splitParagraphs(text, options.blocks);
  const lexicon = lexiconOf(options.lang ?? null, text);
  const spans = pairMarks(text, paragraphs);
  const readings = readParagraphs({ text, paragraphs, spans, lexicon });
  const drafts = draftAll(readings, spans);
  carrySpeakers(drafts, readings, paragraphs);
  return drafts.map(toQuote);
}

type Source = {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly spans: readonly MarkedSpan[];
  readonly lexicon: Lexicon;
};

function readParagraphs({ text, paragraphs, spans, lexicon }: Source): Reading[] {
  let at = 0;
  return paragraphs.map((paragraph, index) => {
    const firstSpan = at;
    while (spans[at]?.paragraph === index) at++;
    const own = spans.slice(firstSpan, at);
    const tokens = readTokens({ text, paragraph, spans: own, firstSpan, elides: lexicon.elides === true });
    return { text, tokens, lexicon, cues: findCues(tokens, lexicon) };
  });
}

function draftAll(readings: readonly Reading[], spans: readonly MarkedSpan[]): Draft[] {
  return readings.flatMap((reading) =>
    reading.tokens.flatMap(({ marked }, token): Draft[] => {
      const span = spans[marked];
      return span === undefined ? [] : [draftOf(reading, token, span)];
    }),
  );
}

function draftOf(reading: Reading, token: number, span: MarkedSpan): Draft {
  const shape = shapeOf(reading.text.slice(span.start, span.end));
  const found = attributeInSentence(reading, token);
  const kind = judge(reading, token, shape, found);
  const isSpeech = kind !== 'scare' && found !== null;
  return {
    span,
    token,
    reading,
    shape,
    found,
    kind,
    speaker: isSpeech && found.speaker !== null ? spanIn(reading, found.speaker) : null,
    cue: isSpeech && found.cue !== null ? spanIn(reading, found.cue) : null,
    how: isSpeech ? found.how : null,
  };
}

function toQuote(draft: Draft): Quote {
  const { span, kind, speaker, cue } = draft;
  return {
    start: span.start,
    end: span.end,
    kind,
    ...(speaker === null ? {} : { speaker }),
    ...(cue === null ? {} : { cue }),
    ...(span.isContinued ? { isContinued: true } : {}),
    confidence: confidenceOf(draft),
  };
}
