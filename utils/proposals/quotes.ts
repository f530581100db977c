import type { ReadPiece, ReadArticle, ReadMark } from '../model/read-article.ts';
import { findQuotes, isPronoun, type Quote, type QuoteSpan } from '../quotes/index.ts';
import { passageOf } from '../reader/index.ts';
import { joinBlocks } from './joined.ts';

/** A quote that could be kept. Offsets of `pieces` are those of the page text. */
export type ProposedQuote = {
  /** Tells it from the others of the same reading. */
  readonly key: string;
  readonly pieces: readonly ReadPiece[];
  /** Where the block begins that it begins in. */
  readonly block: number;
  /** The words without the marks around them; a line for each block. */
  readonly words: string;
  /** Empty where the text does not tell. */
  readonly speaker: string;
  /** Whether the article gives the words as they were said. */
  readonly isVerbatim: boolean;
};

/** Below it a proposal is more often a nuisance than a help. */
const leastConfidence = 0.5;
/** So much of a quote may be kept already for it to be still worth a proposal. */
const mostKept = 0.5;

/**
 * The quotes of an article that are not kept yet, in reading order, with who said them as far as the text tells.
 * @param people names that the reader knows already: a speaker who is one of them is called so.
 */
export function proposeQuotes(article: ReadArticle, people: readonly string[]): ProposedQuote[] {
  const joined = joinBlocks(article.blocks);
  const { text, toPage } = joined;
  const found = findQuotes(text, { lang: article.lang, blocks: joined.blocks, people });
  const speeches = joinContinued(
    found.filter(({ kind, confidence }) => kind !== 'scare' && confidence >= leastConfidence),
  );
  return speeches.flatMap(({ first, spans }): ProposedQuote[] => {
    const within = spans.map((span) => withoutMarks(text, span));
    const start = toPage(within[0]?.start ?? 0);
    const end = toPage(Math.max(0, (within.at(-1)?.end ?? 0) - 1)) + 1;
    const passage = start < end ? passageOf(article.blocks, { start, end }) : null;
    if (passage === null || passage.isApart || isKept(article.marks, start, end)) return [];
    return [
      {
        key: `${start}-${end}`,
        pieces: passage.pieces,
        block: article.blocks.findLast((block) => block.start <= start)?.start ?? 0,
        words: passage.text,
        speaker: nameOfSpeaker({ text, lang: article.lang }, first, people),
        isVerbatim: first.kind !== 'indirect',
      },
    ];
  });
}

type Speech = { readonly first: Quote; readonly spans: readonly QuoteSpan[] };

/** One speech over several paragraphs is a quote in each. */
function joinContinued(quotes: readonly Quote[]): Speech[] {
  const speeches: { first: Quote; spans: QuoteSpan[]; isOpen: boolean }[] = [];
  for (const quote of quotes) {
    const last = speeches.at(-1);
    const isOpen = quote.isContinued === true;
    if (last?.isOpen === true) {
      last.spans.push(quote);
      last.isOpen = isOpen;
    } else speeches.push({ first: quote, spans: [quote], isOpen });
  }
  return speeches;
}

const opening = /^[\s"'“”„‟«»‹›‘’‚「」『』″–—―-]+/u;
const closing = /[\s"'“”„‟«»‹›‘’「」『』″,]+$/u;

/** What stands between the marks: a note that quotes the words brings its own. */
function withoutMarks(text: string, { start, end }: QuoteSpan): QuoteSpan {
  const words = text.slice(start, end);
  const before = opening.exec(words)?.[0].length ?? 0;
  const after = closing.exec(words)?.[0].length ?? 0;
  return before + after < words.length ? { start: start + before, end: end - after } : { start, end };
}

/** Whether a kept quote covers most of the words. */
function isKept(marks: readonly ReadMark[], start: number, end: number): boolean {
  return marks.some((mark) => {
    const shared = Math.min(mark.end, end) - Math.max(mark.start, start);
    return mark.kind === 'quote' && shared > (end - start) * mostKept;
  });
}

function nameOfSpeaker(
  { text, lang }: { readonly text: string; readonly lang: string | null },
  { speaker, person }: Quote,
  people: readonly string[],
): string {
  const mention = person ?? speaker;
  if (mention === undefined || isPronoun(text, mention, lang)) return '';
  const words = text.slice(mention.start, mention.end).replace(/\s+/gu, ' ').trim();
  const known = people.filter((name) => ` ${words} `.includes(` ${name} `));
  // The longest is the one that says most.
  return known.toSorted((a, b) => b.length - a.length)[0] ?? words;
}
