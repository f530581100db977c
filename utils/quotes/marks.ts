import { isSpace } from './paragraphs.ts';
import type { QuoteSpan } from './types.ts';

/** Which way a mark faces: known from where it stands, or `either` when only what is open can tell. */
export type Facing = 'open' | 'close' | 'either';

/** A quotation mark as written: its characters (two apostrophes count as one mark) and which way it faces. */
export type Mark = QuoteSpan & { readonly sign: string; readonly facing: Facing };

/**
 * What may close what, by the opening sign. The usual partner comes first; the others are what typists and broken
 * software leave: Unicode 16, table 6-8, and the marks of the press that were looked at.
 */
export const closersOf: ReadonlyMap<string, string> = new Map([
  ['“', '”"“″„'],
  ['”', '”"'],
  ['„', '“”"„'],
  ['‟', '”"'],
  ['"', '"”“″'],
  ['″', '″"”'],
  ['＂', '＂'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['「', '」'],
  ['『', '』'],
  ['﹁', '﹂'],
  ['﹃', '﹄'],
  ['〝', '〞〟〝'],
  ['‘', "’'‘"],
  ['‚', "‘’'"],
  ["'", "'’"],
]);

/** Two apostrophes or backticks typed for one mark, as old newsroom systems export them. */
const typedTwice = "''";

/** Which way a sign faces when nothing around it tells. */
const usualFacing: Readonly<Record<string, Facing>> = {
  '“': 'open',
  '„': 'open',
  '‟': 'open',
  '«': 'open',
  '‹': 'open',
  '‘': 'open',
  '‚': 'open',
  '「': 'open',
  '『': 'open',
  '﹁': 'open',
  '﹃': 'open',
  '〝': 'open',
  '”': 'close',
  '»': 'close',
  '›': 'close',
  '’': 'close',
  '」': 'close',
  '』': 'close',
  '﹂': 'close',
  '﹄': 'close',
  '〞': 'close',
  '〟': 'close',
};

/** Brackets of one direction, whatever stands around them. */
const fixed = /[「」『』﹁﹂﹃﹄〝〞〟„‚]/;
const signs = /'''|''|``|[“”„‟"″＂«»‹›「」『』﹁﹂﹃﹄〝〞〟‘’‚']/g;
const singles = /^[‘’‚']$/;

/** Whether a sign is one that is also an apostrophe, or stands inside of other marks first of all. */
export function isSingle(sign: string): boolean {
  return singles.test(sign);
}

/** Whether `closing` can close what `opening` opened. */
export function closes(opening: string, closing: string): boolean {
  if (opening === typedTwice || closing === typedTwice) {
    return closing === typedTwice && (opening === typedTwice || opening === '“' || opening === '"');
  }
  return closersOf.get(opening)?.includes(closing) ?? false;
}

/** All quotation marks of a text in order. Apostrophes inside of words and years ('90s) are none. */
export function scanMarks(text: string): Mark[] {
  const found: { start: number; end: number; sign: string; facing: Facing | null }[] = [];
  const isInTag = tagReader(text);
  for (const match of text.matchAll(signs)) {
    const written = match[0];
    const sign = written === '``' ? typedTwice : written;
    const start = match.index;
    const end = start + written.length;
    if (written === "'''") {
      // A quote within a quote ends, or begins, with three: the single one is on the inner side.
      const isEnd = start > 0 && !isSpace(text.charCodeAt(start - 1));
      const facing = isEnd ? 'close' : 'open';
      const middle = isEnd ? start + 1 : start + 2;
      found.push({ start, end: middle, sign: isEnd ? "'" : typedTwice, facing });
      found.push({ start: middle, end, sign: isEnd ? typedTwice : "'", facing });
      continue;
    }
    if (isInTag(start) || (isSingle(sign) && isApostrophe(text, start))) continue;
    found.push({ start, end, sign, facing: written === '``' ? 'open' : facingAt(text, start, end) });
  }
  const habit = countHabits(found);
  return found.map(({ start, end, sign, facing }) => ({
    start,
    end,
    sign,
    facing: facing ?? habit.get(sign) ?? usualFacing[sign] ?? 'either',
  }));
}

const tags = /<\/?[a-z][^<>\n]{0,600}>/gi;

/** Answers, for rising offsets, whether one is inside of an HTML tag that was left in the text. */
function tagReader(text: string): (at: number) => boolean {
  const found = text.matchAll(tags);
  let tag = found.next();
  return (at) => {
    while (tag.done !== true && tag.value.index + tag.value[0].length <= at) tag = found.next();
    return tag.done !== true && tag.value.index < at;
  };
}

/**
 * The convention of the document for each sign that stands in both directions: „German“ closes with what “English”
 * opens with, »this« is turned around. Only marks whose surroundings leave no doubt have a vote.
 */
function countHabits(marks: readonly { sign: string; facing: Facing | null }[]): Map<string, Facing> {
  const votes = new Map<string, number>();
  for (const { sign, facing } of marks) {
    if (facing === null || !(sign in usualFacing)) continue;
    votes.set(sign, (votes.get(sign) ?? 0) + (facing === 'open' ? 1 : -1));
  }
  const habits = new Map<string, Facing>();
  for (const [sign, balance] of votes) {
    if (balance !== 0) habits.set(sign, balance > 0 ? 'open' : 'close');
  }
  return habits;
}

const opensAfter = /[([{—–:：¿¡/]/;
/** In Chinese and Japanese no space tells; only signs without a direction need this. */
const opensAfterDense = /[，、。]/;
const closesBefore = /[,.;:!?)\]}…，。、！？；：]/;

/** Which way the mark faces by the characters around it, `null` when they don't tell. */
function facingAt(text: string, start: number, end: number): Facing | null {
  const sign = text.slice(start, end);
  if (fixed.test(sign)) return usualFacing[sign] ?? null;
  const isFirst = start === 0 || isSpace(text.charCodeAt(start - 1));
  const isLast = end >= text.length || isSpace(text.charCodeAt(end));
  // French sets a space inside of the marks, so that » is followed by a comma and “… is not.
  if (isFirst && /[,.;:!?)\]]/.test(text.charAt(end)) && text.charAt(end + 1) !== '.') return 'close';
  if (isFirst !== isLast) return isFirst ? 'open' : 'close';
  if (isFirst) return null;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (closesBefore.test(after)) return 'close';
  if (opensAfter.test(before) || (opensAfterDense.test(before) && !(sign in usualFacing))) return 'open';
  // A mark beside a mark faces as its neighbour does; that one is judged by what is beyond.
  return null;
}

const word = /[\p{L}\p{M}\p{N}]/u;
const decade = /^\d\d(?:s\b|\b(?!\d))/;

/** An apostrophe stands between letters, before a shortened year, or at the start of a clipped word. */
function isApostrophe(text: string, at: number): boolean {
  const sign = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (sign === '‚') return !word.test(after) && !closersOf.has(after);
  if (word.test(before) && word.test(after)) return true;
  if (/['’]n['’]/i.test(text.slice(Math.max(0, at - 2), at + 3)) && /[n]/i.test(before + after)) return true;
  if (/\d/.test(before) && sign !== '‘' && /[\d\s-]/.test(after)) return /\d/.test(text.charAt(at + 1));
  if (!word.test(before) && sign !== '‘' && decade.test(text.slice(at + 1, at + 5))) return true;
  // ’em, ’til: nothing is opened by the closing form.
  return sign === '’' && !word.test(before) && word.test(after) && isSpace(before.charCodeAt(0));
}
