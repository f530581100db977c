import type { WordsInLine } from './learned.ts';
import { quoteSelectorOf, type Selector } from './selector.ts';

/** The line of a text that quoted words stand in, by what stands around them; `null` when the text has no such words. */
export function lineOf(text: string, selectors: readonly Selector[]): WordsInLine | null {
  const quote = quoteSelectorOf(selectors);
  if (quote === null || quote.exact === '') return null;
  const { exact, prefix, suffix } = quote;
  let best: { readonly at: number; readonly shared: number } | null = null;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const shared =
      sharedEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) +
      sharedStart(text.slice(at + exact.length, at + exact.length + suffix.length), suffix);
    if (best === null || shared > best.shared) best = { at, shared };
  }
  if (best === null) return null;
  const from = text.lastIndexOf('\n', best.at) + 1;
  const next = text.indexOf('\n', best.at);
  const line = text.slice(from, next === -1 ? text.length : next);
  const start = best.at - from;
  return start + exact.length > line.length ? null : { text: line, start, end: start + exact.length };
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
