import { findCues } from './cues.ts';
import type { Lexicon } from './lexicon/index.ts';
import type { MarkedSpan } from './pair.ts';
import type { Paragraph } from './paragraphs.ts';
import { readTokens, type Token } from './tokens.ts';

/** How a line of dialogue begins: a dash, or in running text a hyphen with a space. */
const opening = /^(?:[—–―]\s*|-\s+)/u;
const dash = /^[—–―-]$/u;
/** "—dijo el alcalde en la plaza—": asides of the writer are short. */
const longestAside = 25;
/** How many words may stand before the verb in an aside. */
const latestCue = 8;

/**
 * The speech in lines that begin with a dash, up to and behind the writer's asides. A dash makes a list as often as a
 * dialogue, so a line counts when it says who speaks, or stands beside one that does and asks, exclaims or tells.
 */
export function findDashed(text: string, paragraphs: readonly Paragraph[], lexicon: Lexicon): MarkedSpan[] {
  const spoken = paragraphs.map((paragraph, index): MarkedSpan[] | null => {
    const begin =
      paragraph.role === 'text' ? opening.exec(text.slice(paragraph.start, paragraph.start + 4)) : null;
    if (begin === null) return null;
    return readLine({ text, paragraph, index, from: paragraph.start + begin[0].length, lexicon });
  });
  return spoken.flatMap((spans, index) => {
    if (spans === null) return [];
    if (spans.length > 0) return spans;
    const paragraph = paragraphs[index];
    const isBeside = (spoken[index - 1]?.length ?? 0) > 0 || (spoken[index + 1]?.length ?? 0) > 0;
    if (paragraph === undefined || !isBeside || !/[.!?…]$/u.test(text.slice(paragraph.start, paragraph.end)))
      return [];
    return [spanOf(index, paragraph.start, paragraph.end)];
  });
}

type Line = {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly index: number;
  /** Where the words begin, behind the dash. */
  readonly from: number;
  readonly lexicon: Lexicon;
};

/** The stretches of speech of a line, none when nothing in it says that somebody speaks. */
function readLine({ text, paragraph, index, from, lexicon }: Line): MarkedSpan[] {
  const words = { ...paragraph, start: from };
  const tokens = readTokens({
    text,
    paragraph: words,
    spans: [],
    firstSpan: 0,
    elides: lexicon.elides === true,
  });
  const cues = findCues(tokens, lexicon);
  const cueStarts = new Set(cues.filter(({ strength }) => strength === 'strong').map(({ from }) => from));
  for (let at = 1; at < tokens.length; at++) {
    const isDash = dash.test(tokens[at]?.lower ?? '') && isApart(tokens, at);
    const isComma = tokens[at]?.lower === ',' || /^[!?…]$/u.test(tokens[at]?.lower ?? '');
    if (!isDash && !isComma) continue;
    const end = isDash
      ? (dashAside(tokens, at, cueStarts) ?? namedAside(tokens, at, lexicon))
      : invertedAside(tokens, at, { cueStarts, lexicon });
    if (end === null) continue;
    const speechEnd = isDash ? (tokens[at - 1]?.end ?? from) : (tokens[at]?.end ?? from);
    const spans = [spanOf(index, paragraph.start, speechEnd)];
    const next = tokens.slice(end).find(({ kind }) => kind === 'word');
    if (next !== undefined && end < tokens.length) spans.push(spanOf(index, next.start, paragraph.end));
    return spans;
  }
  return [];
}

/** A hyphen inside of a word is no dash. */
function isApart(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower !== '-' || (tokens[at - 1]?.end ?? 0) < (tokens[at]?.start ?? 0);
}

/** Where an aside between dashes ends (the token behind its last dash), `null` when it is none. */
function dashAside(tokens: readonly Token[], at: number, cueStarts: ReadonlySet<number>): number | null {
  let hasCue = false;
  for (let end = at + 1; end < tokens.length; end++) {
    const token = tokens[end];
    if (token === undefined || end - at > longestAside) break;
    if (cueStarts.has(end) && end - at <= latestCue) hasCue = true;
    if (hasCue && dash.test(token.lower) && isApart(tokens, end)) return end + 1;
    if (token.isLast) return hasCue ? end + 1 : null;
  }
  return null;
}

/** In a language without tables: "– powiedział burmistrz Jan Kowalski", a small word and soon a name. */
function namedAside(tokens: readonly Token[], at: number, lexicon: Lexicon): number | null {
  if (lexicon.cues.words.size > 0 || tokens[at + 1]?.isCapital !== false || tokens[at + 1]?.kind !== 'word')
    return null;
  const name = tokens.slice(at + 2, at + latestCue).findIndex(({ isCapital }) => isCapital);
  if (name === -1) return null;
  for (let end = at + 2 + name; end < tokens.length && end - at <= longestAside; end++) {
    const token = tokens[end];
    if (token?.isLast === true || (token !== undefined && dash.test(token.lower) && isApart(tokens, end)))
      return end + 1;
  }
  return null;
}

type Asides = { readonly cueStarts: ReadonlySet<number>; readonly lexicon: Lexicon };

/** Where "…, dit-elle" ends: the verb comes first and a pronoun or a name follows. */
function invertedAside(tokens: readonly Token[], at: number, { cueStarts, lexicon }: Asides): number | null {
  let verb = at + 1;
  while (lexicon.fillers.has(tokens[verb]?.lower ?? '') || lexicon.pronouns.has(tokens[verb]?.lower ?? ''))
    verb++;
  const before = tokens[verb - 1];
  const next = tokens[verb + 1];
  if (!cueStarts.has(verb) || next === undefined) return null;
  const isInverted =
    lexicon.pronouns.has(next.lower) || next.isCapital || lexicon.determiners.has(next.lower);
  const isAfterPronoun = verb > at + 1 && before !== undefined && lexicon.pronouns.has(before.lower);
  if (!isInverted && !isAfterPronoun && !(verb > at + 1)) return null;
  for (let end = verb + 1; end < tokens.length && end - at <= longestAside; end++) {
    if (tokens[end]?.lower === ',' || tokens[end]?.isLast === true) return end + 1;
  }
  return null;
}

function spanOf(paragraph: number, start: number, end: number): MarkedSpan {
  return { paragraph, start, end, sign: '—', isClosed: true, isContinued: false };
}
