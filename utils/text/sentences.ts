import { segmenterOf } from './segment.ts';
import type { Span } from './types.ts';

/**
 * What ends with a point and yet no sentence: initials, titles, and what stands before a number or a name. In English,
 * Vietnamese, French, German and Spanish, as the press writes them.
 */
const abbreviation =
  /(?:^|[\s.("'“‘«])(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu}?|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|St|Mt|Jr|Sr|vs|v|cf|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|TS|ThS|GS|PGS|BS|LS|KS|Ths|TP|Tp|Mme|Mlle|M|Hr|Fr|bzw|ca|z\.B|Sra?|Srta)\.$/u;
/** These only before a number: "No." is also an answer. */
const beforeNumber = /(?:^|[\s(])(?:No|Nos|Nr|n[ºo])\.$/u;
const blankEnd = /\s+$/u;
const blankStart = /^\s*/u;
/** What closes a sentence together with its point. */
const closing = /["'”’»)\]]+$/u;

/**
 * The sentences of a text without the white space between them, in order. The browser's rules (UAX #29), but for
 * points of abbreviations, which do not end one. Offsets are UTF-16 code units of `text`.
 */
export function sentencesOf(text: string, lang: string | null): Span[] {
  const sentences: Span[] = [];
  let isOpen = false;
  let isNumbered = false;
  for (const { segment, index } of segmenterOf('sentence', lang).segment(text)) {
    const start = index + (blankStart.exec(segment)?.[0].length ?? 0);
    const end = index + segment.replace(blankEnd, '').length;
    if (start >= end) continue;
    const last = sentences.at(-1);
    const goesOn = isOpen || (isNumbered && /^\d/u.test(text.slice(start)));
    if (goesOn && last !== undefined) sentences[sentences.length - 1] = { start: last.start, end };
    else sentences.push({ start, end });
    const words = /\n\s*$/u.test(segment) ? '' : text.slice(sentences.at(-1)?.start, end);
    isOpen = !closing.test(words) && abbreviation.test(words);
    isNumbered = beforeNumber.test(words);
  }
  return sentences;
}
