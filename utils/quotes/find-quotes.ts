import { attributeInSentence } from './attribute.ts';
import { findSentences, type Reading } from './reading.ts';
import { carrySpeakers, type Draft, spanIn } from './carry.ts';
import { findBlockQuotes } from './blocks.ts';
import { confidenceOf } from './confidence.ts';
import { findDashed } from './dash.ts';
import { attributeEastAsian, eastAsianOf } from './east-asian.ts';
import type { EastAsian } from './lexicon/east-asian.ts';
import { findCues } from './cues.ts';
import { findIndirect } from './indirect.ts';
import { attributeInside } from './inside.ts';
import { judge, shapeOf } from './kind.ts';
import { type Lexicon, lexiconOf } from './lexicon/index.ts';
import { type MarkedSpan, pairMarks } from './pair.ts';
import { type Paragraph, splitParagraphs } from './paragraphs.ts';
import { resolvePeople } from './people.ts';
import { snapQuote } from './snap.ts';
import { readTokens } from './tokens.ts';
import type { FindQuotesOptions, Quote } from './types.ts';

/**
 * The quotes in a text, in order, with who said them as far as the text tells. Pure, and linear in the length of the
 * text; how it works and what it can't do is in the README beside it.
 */
export function findQuotes(text: string, options: FindQuotesOptions = {}): Quote[] {
  const paragraphs = splitParagraphs(text, options.blocks);
  const lexicon = lexiconOf(options.lang ?? null, text);
  const spans = findSpans(text, paragraphs, lexicon);
  const readings = readParagraphs({ text, paragraphs, spans, lexicon });
  const patterns = eastAsianOf(options.lang ?? null, text);
  const drafts = draftAll({ readings, spans, paragraphs, patterns });
  carrySpeakers(drafts, readings, paragraphs);
  const indirect = patterns === null ? findIndirect(readings, paragraphs, drafts) : [];
  const quotes = [...drafts.map(toQuote), ...indirect].toSorted((a, b) => a.start - b.start || b.end - a.end);
  return resolvePeople(text, quotes, { lexicon, people: options.people ?? [] }).map((quote) =>
    snapQuote(text, quote),
  );
}

type Source = {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly spans: readonly MarkedSpan[];
  readonly lexicon: Lexicon;
};

/** What stands in marks, and in lines without marks what stands behind a dash; in order. */
function findSpans(text: string, paragraphs: readonly Paragraph[], lexicon: Lexicon): MarkedSpan[] {
  const marked = pairMarks(text, paragraphs);
  const withMarks = new Set(marked.map(({ paragraph }) => paragraph));
  const unmarked = [...findBlockQuotes(text, paragraphs), ...findDashed(text, paragraphs, lexicon)];
  const dashed = unmarked.filter(({ paragraph }) => !withMarks.has(paragraph));
  return dashed.length === 0 ? marked : [...marked, ...dashed].toSorted((a, b) => a.start - b.start);
}

function readParagraphs({ text, paragraphs, spans, lexicon }: Source): Reading[] {
  let at = 0;
  return paragraphs.map((paragraph, index) => {
    const firstSpan = at;
    while (spans[at]?.paragraph === index) at++;
    const own = spans.slice(firstSpan, at);
    const tokens = readTokens({ text, paragraph, spans: own, firstSpan, elides: lexicon.elides === true });
    return { text, tokens, lexicon, cues: findCues(tokens, lexicon), sentences: findSentences(tokens) };
  });
}

type Drafting = {
  readonly readings: readonly Reading[];
  readonly spans: readonly MarkedSpan[];
  readonly paragraphs: readonly Paragraph[];
  readonly patterns: EastAsian | null;
};

function draftAll({ readings, spans, paragraphs, patterns }: Drafting): Draft[] {
  return readings.flatMap((reading, index) => {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) return [];
    return reading.tokens.flatMap(({ marked }, token): Draft[] => {
      const span = spans[marked];
      if (span === undefined) return [];
      const shape = shapeOf(reading.text.slice(span.start, span.end));
      const place = { span, token, reading, shape };
      if (patterns === null) return [draftOf(place)];
      const { text } = reading;
      return [{ ...place, found: null, ...attributeEastAsian(patterns, { text, span, paragraph, shape }) }];
    });
  });
}

function draftOf(place: Pick<Draft, 'span' | 'token' | 'reading' | 'shape'>): Draft {
  const { token, reading, shape } = place;
  const found = attributeInSentence(reading, token);
  const inside = found === null ? attributeInside(reading, place.span) : null;
  if (inside !== null) return { ...place, ...inside, found, kind: 'direct', how: 'tail' };
  const kind = judge(reading, token, shape, found);
  const isSpeech = kind !== 'scare' && found !== null;
  return {
    ...place,
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
