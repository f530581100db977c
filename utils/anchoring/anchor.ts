import {
  positionSelectorOf,
  quoteSelectorOf,
  type Selector,
  type TextQuoteSelector,
} from '../model/selector.ts';
import { foldText } from '../text/index.ts';
import type { PageText, Span } from '../text/types.ts';

/** Where an annotation stands on this visit; offsets in UTF-16 code units of the page text. */
export type Anchoring =
  | ({ readonly status: 'exact' | 'moved' } & Span)
  | { readonly status: 'orphan'; readonly reason: 'deleted' | 'ambiguous' };

type Candidate = Span & { readonly context: number };

/** A quote of at least this many folded characters is taken for itself even when its context is gone. */
const tellingLength = 32;
/** A shorter quote needs this many characters of its old context, or it may be any other use of the words. */
const tellingContext = 8;
/** Bounds the work for a quote such as "a" on a long page. */
const mostCandidates = 2_000;

/**
 * Places annotations on the page, each given by its selectors, in the same order. A quote is found by its
 * folded words; among twins its context decides, then its old offset. When nothing decides it is an orphan:
 * a highlight in the wrong place would make a source say what it did not say.
 */
export function anchorAll(pageText: PageText, targets: readonly (readonly Selector[])[]): Anchoring[] {
  return targets.map((selectors) => anchorOne(pageText, selectors));
}

function anchorOne(pageText: PageText, selectors: readonly Selector[]): Anchoring {
  const quote = quoteSelectorOf(selectors);
  const exact = quote === null ? '' : foldText(quote.exact).text.trim();
  if (quote === null || exact === '') return { status: 'orphan', reason: 'deleted' };

  const whole = findWhole(pageText, quote, exact);
  const candidates = whole.length > 0 ? whole : findCandidates(pageText, quote, exact);
  if (candidates.length === 0) return { status: 'orphan', reason: 'deleted' };
  // Among a part of the places the one that stands out may be the wrong one.
  if (candidates.length === mostCandidates) return { status: 'orphan', reason: 'ambiguous' };

  const expected = positionSelectorOf(selectors)?.start ?? null;
  const best = chooseCandidate(candidates, expected);
  if (best === null) return { status: 'orphan', reason: 'ambiguous' };

  // At the ends of a page there may have been less context than that, or none.
  const neededContext = Math.min(tellingContext, prefixOf(quote).length + suffixOf(quote).length);
  if (exact.length < tellingLength && best.context < neededContext) {
    return { status: 'orphan', reason: 'deleted' };
  }
  return { status: best.start === expected ? 'exact' : 'moved', start: best.start, end: best.end };
}

/** The places where a quote stands with all of its old context; on a page that did not change there is one. */
function findWhole(pageText: PageText, quote: TextQuoteSelector, exact: string): Candidate[] {
  const prefix = prefixOf(quote);
  const suffix = suffixOf(quote);
  const whole = foldText(quote.prefix + quote.exact + quote.suffix).text.trim();
  const from = whole.indexOf(exact, prefix.length);
  if (from === -1) return [];
  const { text, toRaw } = pageText.folded;
  const candidates: Candidate[] = [];
  let at = text.indexOf(whole);
  while (at !== -1 && candidates.length < mostCandidates) {
    const start = at + from;
    const context = prefix.length + suffix.length;
    candidates.push({ ...toRaw({ start, end: start + exact.length }), context });
    at = text.indexOf(whole, at + 1);
  }
  return candidates;
}

function findCandidates(pageText: PageText, quote: TextQuoteSelector, exact: string): Candidate[] {
  const { text, toRaw } = pageText.folded;
  const prefix = prefixOf(quote);
  const suffix = suffixOf(quote);
  const candidates: Candidate[] = [];
  let start = text.indexOf(exact);
  while (start !== -1 && candidates.length < mostCandidates) {
    const end = start + exact.length;
    const before = commonSuffixLength(
      text.slice(Math.max(0, start - prefix.length - 1), start).trimEnd(),
      prefix,
    );
    const after = commonPrefixLength(text.slice(end, end + suffix.length + 1).trimStart(), suffix);
    candidates.push({ ...toRaw({ start, end }), context: before + after });
    start = text.indexOf(exact, start + 1);
  }
  return candidates;
}

function prefixOf(quote: TextQuoteSelector): string {
  return foldText(quote.prefix).text.trim();
}

function suffixOf(quote: TextQuoteSelector): string {
  return foldText(quote.suffix).text.trim();
}

/** The one candidate that stands out, or `null`. */
function chooseCandidate(candidates: readonly Candidate[], expected: number | null): Candidate | null {
  const most = Math.max(...candidates.map((candidate) => candidate.context));
  const best = candidates.filter((candidate) => candidate.context === most);
  const [only] = best;
  if (best.length === 1 && only !== undefined) return only;
  return best.find((candidate) => candidate.start === expected) ?? null;
}

function commonPrefixLength(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonSuffixLength(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}
