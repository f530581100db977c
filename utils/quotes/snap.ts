import { snapToGrapheme } from '../text/graphemes.ts';
import type { Quote, QuoteSpan } from './types.ts';

/** What may belong to the character before it, or to the one behind it. Nearly no quote is beside such a one. */
const clingy = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Extended_Pictographic}\p{Regional_Indicator}\udc00-\udfff]/u;

/** The quote with no grapheme cut: a mark with a combining sign on it counts with its sign. */
export function snapQuote(text: string, quote: Quote): Quote {
  const { speaker, person, cue } = quote;
  return {
    ...quote,
    ...snap(text, quote),
    ...(speaker === undefined ? {} : { speaker: snap(text, speaker) }),
    ...(person === undefined ? {} : { person: snap(text, person) }),
    ...(cue === undefined ? {} : { cue: snap(text, cue) }),
  };
}

function snap(text: string, { start, end }: QuoteSpan): QuoteSpan {
  return {
    start: isPlain(text, start) ? start : snapToGrapheme(text, start, 'backward'),
    end: isPlain(text, end) ? end : snapToGrapheme(text, end, 'forward'),
  };
}

function isPlain(text: string, at: number): boolean {
  return !clingy.test(text.slice(Math.max(0, at - 1), at + 1));
}
