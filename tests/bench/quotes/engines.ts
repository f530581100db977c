import nlp from 'compromise';
import { findQuotes } from '../../../utils/quotes/index.ts';
import type { Found, GoldText, Span } from './rows.ts';

/** What answers with the quotes of a text. */
export type Engine = (text: Pick<GoldText, 'text' | 'lang'>) => Found[];

const inMarks = /(?:“[^“”\n]+[”"]|"[^"\n]+"|„[^„“”\n]+[“”"]|«[^«»\n]+»|''[^\n]+?'')/gu;
const name = /\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'.-]*)+/gu;

/** The engines by their name: ours, the one package that finds quotations, and the naive way. */
export const engines: Readonly<Record<string, Engine>> = {
  pressmark: ({ text, lang }) => findQuotes(text, { lang }),
  compromise: ({ text }) => quotationsOf(text),
  naive: ({ text }) => nearestNames(text),
};

type Phrase = { readonly offset?: { readonly start: number; readonly length: number } };

function quotationsOf(text: string): Found[] {
  const phrases = nlp(text).quotations().json({ offset: true }) as readonly Phrase[];
  return phrases.flatMap(({ offset }) => {
    if (offset === undefined) return [];
    return [
      { ...withMarks(text, { start: offset.start, end: offset.start + offset.length }), kind: 'direct' },
    ];
  });
}

/** `compromise` leaves the marks out or in; the annotators took them in. */
function withMarks(text: string, { start, end }: Span): Span {
  const mark = /["'“”„«»‘’]/u;
  let from = start;
  let to = end;
  while (from > 0 && mark.test(text.charAt(from - 1))) from--;
  while (to < text.length && /["'“”»’.,!?]/u.test(text.charAt(to))) to++;
  while (to > from && !mark.test(text.charAt(to - 1))) to--;
  return { start: from, end: to > start ? to : end };
}

/** Whatever stands between marks, and the name nearest to it. */
function nearestNames(text: string): Found[] {
  const names = Array.from(text.matchAll(name), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  return Array.from(text.matchAll(inMarks), ({ index, 0: found }): Found => {
    const start = index;
    const end = index + found.length;
    const outside = names.filter((span) => span.end <= start || span.start >= end);
    const speaker = outside.toSorted((a, b) => distance(a, start, end) - distance(b, start, end))[0];
    return { start, end, kind: 'direct', ...(speaker === undefined ? {} : { speaker }) };
  });
}

function distance(span: Span, start: number, end: number): number {
  return span.end <= start ? start - span.end : span.start - end;
}
