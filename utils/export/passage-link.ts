import type { Piece } from '../model/annotation.ts';
import { quoteSelectorOf, type Selector } from '../model/selector.ts';

/** Longer passages are given by their beginning and end. */
const longest = 240;
/** Words of a beginning, an end, a prefix or a suffix; characters where words are not parted by spaces. */
const edgeWords = 5;
const edgeCharacters = 14;
/** Shorter passages are told from their likes by the words around them. */
const telling = 40;

/**
 * An address that leads to a passage (URL fragment text directives, WICG "Text Fragments"), or to several pieces of
 * one: a browser goes to the first and marks them all. What browsers ask for, measured in Chromium and Firefox: whole
 * words, no border of blocks inside a part, white space collapsed, and hyphens encoded, since `-` is a sign of the
 * directive.
 */
export function passageLink(
  url: string,
  selectors: readonly Selector[],
  others: readonly Piece[] = [],
): string {
  if (!URL.canParse(url)) return url;
  const directives = [{ selector: selectors }, ...others].flatMap(({ selector }) => directiveOf(selector));
  if (directives.length === 0) return url;
  const address = new URL(url);
  const fragment = address.hash.replace(/^#/u, '').replace(/:~:.*$/u, '');
  address.hash = '';
  return `${address.href.replace(/#$/u, '')}#${fragment}:~:${directives.join('&')}`;
}

/** The directive for one passage; none when there is nothing to find it by. */
function directiveOf(selectors: readonly Selector[]): string[] {
  const quote = quoteSelectorOf(selectors);
  if (quote === null) return [];
  const exact = completeWords(quote.exact, quote.prefix, quote.suffix);
  const lines = exact
    .split('\n')
    .map(collapse)
    .filter((line) => line !== '');
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  if (first === '') return [];
  const isWhole = lines.length === 1 && first.length <= longest;
  const parts = [
    ...(first.length < telling && isWhole ? contextParts(quote.prefix, 'end', (text) => `${text}-`) : []),
    ...(isWhole ? [encode(first)] : [encode(firstWords(first)), encode(lastWords(last))]),
    ...(first.length < telling && isWhole ? contextParts(quote.suffix, 'start', (text) => `-${text}`) : []),
  ];
  return [`text=${parts.join(',')}`];
}

/** The words of the surroundings that are next to the passage and in its block. */
function contextParts(context: string, near: 'start' | 'end', mark: (text: string) => string): string[] {
  const line = near === 'end' ? context.slice(context.lastIndexOf('\n') + 1) : (context.split('\n')[0] ?? '');
  // The far end was cut at a number of characters, so its word may be half of one.
  const whole = near === 'end' ? line.replace(/^\S*\s/u, '') : line.replace(/\s\S*$/u, '');
  const words = near === 'end' ? lastWords(collapse(whole)) : firstWords(collapse(whole));
  return /[\p{L}\p{N}]/u.test(words) ? [mark(encode(words))] : [];
}

/** A passage that begins or ends inside a word, with the rest of that word; browsers find whole words only. */
function completeWords(exact: string, prefix: string, suffix: string): string {
  const spaced = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]`;
  const head = new RegExp(`^${spaced}`, 'u').test(exact)
    ? (/[\p{L}\p{N}\p{M}]+$/u.exec(prefix)?.[0] ?? '')
    : '';
  const tail = new RegExp(String.raw`${spaced}\p{M}*$`, 'u').test(exact)
    ? (/^[\p{L}\p{N}\p{M}]+/u.exec(suffix)?.[0] ?? '')
    : '';
  return head + exact + tail;
}

function firstWords(line: string): string {
  const words = line.split(' ');
  if (words.length > 2) return words.slice(0, edgeWords).join(' ');
  return gather(partsOf(line), (gathered, part) => gathered + part);
}

function lastWords(line: string): string {
  const words = line.split(' ');
  if (words.length > 2) return words.slice(-edgeWords).join(' ');
  return gather(partsOf(line).toReversed(), (gathered, part) => part + gathered);
}

/** Words as the script parts them, where spaces don't. */
function partsOf(line: string): string[] {
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line),
    ({ segment }) => segment,
  );
}

function gather(parts: readonly string[], join: (gathered: string, part: string) => string): string {
  let gathered = '';
  for (const part of parts) {
    if (gathered.length >= edgeCharacters) break;
    gathered = join(gathered, part);
  }
  return gathered;
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function encode(text: string): string {
  // Half of a pair, as a page may hold it, cannot be encoded.
  return encodeURIComponent(text.toWellFormed()).replace(/-/gu, '%2D');
}
