import type { Phrases } from '../phrases.ts';
import { proposeGivenNames } from './given-names.ts';
import type { RuleSpan, RuleText, Sentence } from './types.ts';
import { readListed, readPlace, readRun, readTitled, skipCommon } from './vietnamese-names.ts';
import { readEvent, readOrganisation, readWork } from './vietnamese-organisations.ts';
import { VietnameseSentence } from './vietnamese-sentence.ts';
import { readVocabulary } from './vietnamese-words.ts';

/**
 * Proposals for Vietnamese, with stretches of no confidence where words are surely no names. A word there is several
 * syllables written apart, names have no ending, and class words say what a name is: "tỉnh", "Công ty", "ông". So a
 * name is read from what opens it, longest words first.
 */
export function proposeVietnamese(text: RuleText, countries: Phrases): RuleSpan[] {
  const vocabulary = readVocabulary();
  const spans: RuleSpan[] = [];
  const { sentences } = text.tokens;
  for (let at = 0; at < sentences.length; at += 2) {
    const sentence = { from: sentences[at] ?? 0, to: sentences[at + 1] ?? 0 };
    if (!isLoud(text, sentence))
      spans.push(...readSentence(new VietnameseSentence(text, sentence, { ...vocabulary, countries })));
  }
  return [...spans, ...proposeGivenNames(text, spans)].toSorted((a, b) => a.from - b.from);
}

/** In a line of capitals nothing tells a name. */
function isLoud({ shapes }: RuleText, { from, to }: Sentence): boolean {
  let loud = 0;
  let quiet = 0;
  for (let i = from; i < to; i++) {
    if (shapes[i] === 'XX') loud++;
    else if (shapes[i] === 'xx') quiet++;
  }
  return loud > 3 && loud > quiet;
}

/** What is read first hides what would be read later. */
const readers = [
  readEvent,
  readWork,
  readOrganisation,
  readPlace,
  readTitled,
  readListed,
  skipCommon,
  readRun,
];

function readSentence(r: VietnameseSentence): RuleSpan[] {
  for (let i = r.sentence.from; i < r.sentence.to;) {
    let span: RuleSpan | null = null;
    for (const read of readers) if ((span = read(r, i)) !== null) break;
    if (span !== null) r.spans.push(span);
    i = span === null ? i + 1 : Math.max(span.to, i + 1);
  }
  return r.spans;
}
