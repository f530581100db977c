import { segmenterOf } from './segment.ts';
import { sentencesOf } from './sentences.ts';
import type { Stretch } from './stretch.ts';
import type { Span } from './types.ts';

/** What the caret walks by within a block. */
export type TextUnit = 'character' | 'word' | 'sentence';

/** Soft hyphens, zero-width characters, direction marks: no reader sees a caret pass them. */
const invisible = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/u;
const blank = /^\s+$/u;

/**
 * The units of a stretch as spans of the page text, in order. Characters are what a reader takes for one: a run of
 * white space is one, invisible ones belong to the character before. White space at the ends is no unit.
 */
export function unitsOf({ start, text }: Stretch, unit: TextUnit, lang: string | null): Span[] {
  return SPLITTERS[unit](text, lang).map((span) => ({ start: start + span.start, end: start + span.end }));
}

const SPLITTERS: Readonly<Record<TextUnit, (text: string, lang: string | null) => Span[]>> = {
  character: charactersOf,
  word: wordsOf,
  sentence: sentencesOf,
};

function charactersOf(text: string): Span[] {
  const units: { start: number; end: number; isBlank: boolean }[] = [];
  for (const { segment, index } of segmenterOf('grapheme', null).segment(text)) {
    const end = index + segment.length;
    const isBlank = blank.test(segment);
    const last = units.at(-1);
    if (last !== undefined && (invisible.test(segment) || (isBlank && last.isBlank))) last.end = end;
    else units.push({ start: index, end, isBlank });
  }
  if (units[0]?.isBlank === true) units.shift();
  if (units.at(-1)?.isBlank === true) units.pop();
  return units.map(({ start, end }) => ({ start, end }));
}

function wordsOf(text: string, lang: string | null): Span[] {
  const words: Span[] = [];
  for (const { segment, index, isWordLike } of segmenterOf('word', lang).segment(text)) {
    if (isWordLike === true) words.push({ start: index, end: index + segment.length });
  }
  return words;
}
