import type { Found, GoldQuote, GoldText, Row, Span } from './rows.ts';

/** The counts that all figures are made of. */
export type Counts = {
  readonly texts: number;
  readonly words: number;
  readonly ms: number;
  readonly gold: number;
  readonly found: number;
  readonly exact: number;
  readonly predicted: number;
  readonly attributed: number;
  readonly speakers: number;
  readonly kinds: number;
  readonly rightKinds: number;
  readonly indirectGold: number;
  readonly indirectFound: number;
  readonly indirectPredicted: number;
  readonly indirectAttributed: number;
};

/** A prediction with what it turned out to be, for the table of reliability. */
export type Outcome = { readonly confidence: number; readonly isRight: boolean };

const least = 0.8;

/** How an engine did on one text. */
export function scoreText(row: Row, gold: GoldText): { counts: Counts; outcomes: Outcome[] } {
  const quotations = row.quotes.filter(({ kind }) => kind === 'direct' || kind === 'mixed');
  const reported = row.quotes.filter(({ kind }) => kind === 'indirect');
  const direct = gold.quotes.filter(({ kind }) => kind === 'direct');
  const hits = direct.map((quote) => ({ quote, best: bestFor(quotations, quote) }));
  const found = hits.filter(({ best }) => best.overlap >= least);
  const kinds = quotations.flatMap((quote) => kindOf(quote, gold.quotes) ?? []);
  const isIn = (quote: Span) => coverage(quote, gold.contents) >= least;
  return {
    counts: {
      texts: 1,
      words: row.words,
      ms: row.ms,
      gold: direct.length,
      found: found.length,
      exact: found.filter(({ best }) => best.overlap === 1).length,
      predicted: quotations.length,
      attributed: quotations.filter(isIn).length,
      speakers: found.filter(({ quote, best }) => isSpeaker(best.found, quote, gold.text)).length,
      kinds: kinds.length,
      rightKinds: kinds.filter((isRight) => isRight).length,
      indirectGold: gold.quotes.filter(({ kind }) => kind === 'indirect').length,
      indirectFound: gold.quotes.filter(
        (quote) => quote.kind === 'indirect' && bestFor(reported, quote).overlap >= 0.5,
      ).length,
      indirectPredicted: reported.length,
      indirectAttributed: reported.filter(isIn).length,
    },
    outcomes: quotations.map((quote) => outcomeOf(quote, gold)),
  };
}

function bestFor(quotes: readonly Found[], { start, end }: Span): { found: Found | null; overlap: number } {
  let best: { found: Found | null; overlap: number } = { found: null, overlap: 0 };
  for (const found of quotes) {
    const shared = Math.min(found.end, end) - Math.max(found.start, start);
    const overlap = shared / (Math.max(found.end, end) - Math.min(found.start, start));
    if (overlap > best.overlap) best = { found, overlap };
  }
  return best;
}

function coverage({ start, end }: Span, contents: GoldText['contents']): number {
  const covered = contents.map(([from, to]) => Math.max(0, Math.min(to, end) - Math.max(from, start)));
  return covered.reduce((sum, length) => sum + length, 0) / Math.max(1, end - start);
}

/** Overlap with the source, or the same last word. A quotation to which the annotators gave no source counts as right. */
function isSpeaker(found: Found | null, { source }: GoldQuote, text: string): boolean {
  if (source.length === 0) return true;
  const speaker = found?.speaker;
  if (speaker === undefined) return false;
  const said = lastWord(text.slice(speaker.start, speaker.end));
  return source.some(
    ([start, end]) =>
      (speaker.start < end && start < speaker.end) || lastWord(text.slice(start, end)) === said,
  );
}

function lastWord(mention: string): string {
  return (
    mention
      .toLowerCase()
      .match(/[\p{L}\p{N}’'-]+/gu)
      ?.at(-1) ?? ''
  );
}

/** Whether the kind is right: whole contents are direct, parts of contents mixed; `null` outside of contents. */
function kindOf(found: Found, gold: readonly GoldQuote[]): boolean | null {
  if (gold.some((quote) => quote.kind === 'direct' && bestFor([found], quote).overlap >= least))
    return found.kind === 'direct';
  const isPart = gold.some(
    ({ kind, start, end }) => kind === 'mixed' && start <= found.start && found.end <= end,
  );
  return isPart ? found.kind === 'mixed' : null;
}

/** A quotation is right when it is attributed, and to its speaker where the annotation says whose it is. */
function outcomeOf(found: Found, gold: GoldText): Outcome {
  const isIn = coverage(found, gold.contents) >= least;
  const around = gold.quotes.filter(
    ({ start, end }) => Math.min(end, found.end) - Math.max(start, found.start) > 0,
  );
  const hasSource = around.some(({ source }) => source.length > 0);
  const isRight =
    isIn &&
    (!hasSource || around.some((quote) => quote.source.length > 0 && isSpeaker(found, quote, gold.text)));
  return { confidence: found.confidence ?? 1, isRight };
}

/** The counts of several texts together. */
export function addCounts(all: readonly Counts[]): Counts | null {
  const [first, ...rest] = all;
  if (first === undefined) return null;
  return rest.reduce((sum, counts) => {
    const keys = Object.keys(sum) as (keyof Counts)[];
    return Object.fromEntries(keys.map((key) => [key, sum[key] + counts[key]])) as Counts;
  }, first);
}
