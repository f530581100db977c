import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import findApproximately from 'approx-string-match';
import DiffMatchPatch from 'diff-match-patch';
import * as domAnchor from 'dom-anchor-text-quote';
import type { Engine, EngineAnswer } from './engines.ts';
import { contentRangeOf, contentStretchOf, type ContentMap, mapContent } from './text-content.ts';

/** Characters on each side that Hypothesis and `dom-anchor-text-quote` keep. */
const contextLength = 32;

const orphan: EngineAnswer = { range: null, status: 'orphan', confidence: 1 };
/** What engines that tell no confidence are taken to claim. */
const anchored = (range: Range | null, confidence = 1): EngineAnswer =>
  range === null ? orphan : { range, status: 'anchored', confidence };

type StoredQuote = { exact: string; prefix: string; suffix: string; start: number; end: number };

function describeQuote(content: ContentMap, range: Range): StoredQuote {
  const { text } = content;
  const { start, end } = contentStretchOf(content, range);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
    start,
    end,
  };
}

/** Only the words themselves and what adjoins them, verbatim, where they stand once. */
export const exactOnly: Engine = {
  name: 'exact',
  describe(root, ranges) {
    const content = mapContent(root);
    return ranges.map((range) => describeQuote(content, range));
  },
  anchor(root, stored) {
    const content = mapContent(root);
    return stored.map((one) => {
      const { exact, prefix, suffix } = one as StoredQuote;
      const at = content.text.indexOf(prefix + exact + suffix);
      const start = at === -1 ? content.text.indexOf(exact) : at + prefix.length;
      return start === -1 ? orphan : anchored(contentRangeOf(content, { start, end: start + exact.length }));
    });
  },
};

/** The way of Hypothesis's client: the old offsets when the words are there, else the best-scored match. */
export const hypothesis: Engine = {
  name: 'hypothesis-way',
  describe: exactOnly.describe,
  anchor(root, stored) {
    const content = mapContent(root);
    return stored.map((one) => {
      const quote = one as StoredQuote;
      if (content.text.slice(quote.start, quote.end) === quote.exact) {
        return anchored(contentRangeOf(content, quote));
      }
      const match = matchQuote(content.text, quote);
      return match === null ? orphan : anchored(contentRangeOf(content, match), match.score);
    });
  },
};

type Match = { readonly start: number; readonly end: number; readonly errors: number };

/** All verbatim matches, or else the approximate ones with the fewest errors. */
function findMatches(text: string, pattern: string, mostErrors: number): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) {
    matches.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return matches.length > 0 ? matches : findApproximately(text, pattern, mostErrors);
}

const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

function matchQuote(text: string, quote: StoredQuote): (Match & { readonly score: number }) | null {
  const { exact, prefix, suffix } = quote;
  const mostErrors = Math.min(256, exact.length / 2);
  let best: (Match & { readonly score: number }) | null = null;
  for (const match of findMatches(text, exact, mostErrors)) {
    const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
    const behind = text.slice(match.end, match.end + suffix.length);
    const sum =
      weights.quote * (1 - match.errors / exact.length) +
      weights.prefix * likenessOf(before, prefix) +
      weights.suffix * likenessOf(behind, suffix) +
      weights.position * (1 - Math.abs(match.start - quote.start) / text.length);
    const score = sum / (weights.quote + weights.prefix + weights.suffix + weights.position);
    if (best === null || score > best.score) best = { ...match, score };
  }
  return best;
}

function likenessOf(text: string, pattern: string): number {
  if (pattern === '') return 1;
  if (text === '') return 0;
  const [match] = findMatches(text, pattern, pattern.length);
  return match === undefined ? 0 : 1 - match.errors / pattern.length;
}

export const domAnchorTextQuote: Engine = {
  name: 'dom-anchor-text-quote',
  describe(root, ranges) {
    const content = mapContent(root);
    return ranges.map((range) => describeQuote(content, range));
  },
  anchor(root, stored) {
    return stored.map((one) => {
      const { start, ...quote } = one as StoredQuote;
      return anchored(domAnchor.toRange(root, quote, { hint: start }));
    });
  },
};

/** As its own documentation uses it: the first match of the selector, and nothing when it has none. */
export const apacheAnnotator: Engine = {
  name: 'apache-annotator',
  describe: (root, ranges) => Promise.all(ranges.map((range) => describeTextQuote(range, root))),
  async anchor(root, stored) {
    const answers: EngineAnswer[] = [];
    for (const selector of stored as Awaited<ReturnType<typeof describeTextQuote>>[]) {
      const matches = createTextQuoteSelectorMatcher(selector)(root);
      const { value } = (await matches.next()) as { value: Range | undefined };
      answers.push(anchored(value ?? null));
    }
    return answers;
  },
};

/** As Omnivore keeps highlights: a patch that puts marks around the words, applied to the text as it is now. */
export const omnivore: Engine = {
  name: 'omnivore-way',
  describe(root, ranges) {
    const content = mapContent(root);
    const matcher = new DiffMatchPatch();
    return ranges.map((range) => {
      const { start, end } = contentStretchOf(content, range);
      const { text } = content;
      return matcher.patch_toText(
        matcher.patch_make([
          [0, text.slice(0, start)],
          [1, openMark],
          [0, text.slice(start, end)],
          [1, closeMark],
          [0, text.slice(end)],
        ]),
      );
    });
  },
  anchor(root, stored) {
    const content = mapContent(root);
    const matcher = new DiffMatchPatch();
    return stored.map((patch) => {
      const [marked] = matcher.patch_apply(matcher.patch_fromText(patch as string), content.text);
      const start = marked.indexOf(openMark);
      const end = marked.indexOf(closeMark) - openMark.length;
      return start === -1 || end <= start ? orphan : anchored(contentRangeOf(content, { start, end }));
    });
  },
};

const openMark = '<omnivore_highlight>';
const closeMark = '</omnivore_highlight>';

/** Set by `bundle.ts`. */
declare const hasApacheAnnotator: boolean;

export const peers: readonly Engine[] = [
  hypothesis,
  domAnchorTextQuote,
  ...(hasApacheAnnotator ? [apacheAnnotator] : []),
  omnivore,
  exactOnly,
];
