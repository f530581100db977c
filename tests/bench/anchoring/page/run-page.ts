import { engines as allEngines, type Engine } from './engines.ts';
import { chooseHighlights, createPools, type Highlight, type Pools } from './highlights.ts';
import { createRandom, seedOf, type Random } from './random.ts';
import { flatOf, type Draft } from './mutations.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import {
  cloneTracked,
  flatten,
  identify,
  rangeOf,
  stretchOf,
  truthOf,
  type FlatPage,
  type Identities,
  type Stretch,
} from './tracked.ts';

export type PageOptions = {
  readonly page: string;
  readonly seed: number;
  /** Highlights per page and shared scenario. */
  readonly highlights: number;
  /** Highlights that get a changed page of their own, per scenario. */
  readonly singles: number;
  readonly scenarios: readonly string[] | null;
  readonly engines: readonly string[] | null;
  readonly vocabulary: readonly string[];
};

export type TrialRow = {
  readonly page: string;
  readonly scenario: string;
  readonly engine: string;
  readonly kind: string;
  readonly quote: string;
  readonly truth: Stretch | null;
  readonly answer: (Stretch & { status: string; confidence: number }) | null;
  readonly confidence: number;
  readonly status: string;
  readonly ms: number;
  /** What was found, for looking into errors. */
  readonly found: string;
  readonly wanted: string;
  readonly features: readonly number[];
  readonly note: string;
};

/** All trials of the page that is loaded. */
export function runPage(options: PageOptions): TrialRow[] {
  const rows: TrialRow[] = [];
  const original = document.body;
  const pools = createPools(flatten(original, identify(original)));
  const chosenEngines = allEngines.filter(({ name }) => options.engines?.includes(name) ?? name !== 'inside');
  for (const scenario of scenarios) {
    if (options.scenarios?.includes(scenario.name) === false) continue;
    const random = createRandom(seedOf(options.seed, options.page, scenario.name));
    const trial = { options, scenario, random, engines: chosenEngines, original, pools };
    if (scenario.isShared) rows.push(...runShared(trial));
    else for (let at = 0; at < options.singles; at++) rows.push(...runSingle(trial));
  }
  show(original);
  return rows;
}

type Trial = {
  readonly options: PageOptions;
  readonly scenario: Scenario;
  readonly random: Random;
  readonly engines: readonly Engine[];
  readonly original: HTMLElement;
  /** Of the original. */
  readonly pools: Pools;
};

function runShared(trial: Trial): TrialRow[] {
  const { random, options, scenario } = trial;
  const before = draftOf(trial, trial.original);
  if (scenario.prepare !== undefined) {
    // Described on the rendering, looked for on the original.
    const rendered = scenario.mutate(before, { start: 0, end: 0 });
    if (rendered === false || rendered === null) return [];
    const base = typeof rendered === 'object' ? rendered : before;
    const identities = identify(base.body);
    const back = unrender(trial, base, identities);
    if (back === null) return [];
    show(base.body);
    const pools = createPools(flatten(base.body, identities));
    const highlights = chooseHighlights(pools, { random, count: options.highlights });
    // What the rendering wrote itself, such as its headline, has no place on the original that we know of.
    const flatBack = flatOf(back);
    const known = highlights.filter((highlight) => truthOf(flatBack, highlight) !== null);
    return compare(trial, { before: { ...base, identities }, after: back, highlights: known });
  }
  const highlights = chooseHighlights(trial.pools, { random, count: options.highlights });
  const copy = cloneTracked(before.body, before.identities);
  const draft: Draft = { ...before, body: copy.root, identities: copy.identities };
  const result = scenario.mutate(draft, { start: 0, end: 0 });
  if (result === false || result === null) return [];
  return compare(trial, { before, after: typeof result === 'object' ? result : draft, highlights });
}

/** The original with the identities that its characters have on a rendering of it. */
function unrender(trial: Trial, rendered: Draft, identities: Identities): Draft | null {
  const originalIds = identify(trial.original);
  const known = new Map<number, number>();
  for (const [node, ids] of identities) {
    const old = rendered.identities.get(node);
    ids.forEach((id, at) => {
      const from = old?.[at] ?? -1;
      if (from >= 0) known.set(from, id);
    });
  }
  const copy = cloneTracked(trial.original, originalIds);
  for (const [node, ids] of copy.identities)
    copy.identities.set(
      node,
      ids.map((id) => known.get(id) ?? -1),
    );
  return { ...rendered, body: copy.root, identities: copy.identities };
}

function runSingle(trial: Trial): TrialRow[] {
  const { random, scenario } = trial;
  let before = draftOf(trial, trial.original);
  let [highlight] = chooseHighlights(trial.pools, { random, count: 1 });
  if (highlight === undefined) return [];
  if (scenario.prepare !== undefined) {
    const copy = cloneTracked(before.body, before.identities);
    const draft: Draft = { ...before, body: copy.root, identities: copy.identities };
    if (scenario.prepare(draft, highlight) === false) return [];
    show(draft.body);
    const moved = scenario.onCaptions === true ? captionIn(draft, random) : truthOf(flatOf(draft), highlight);
    if (moved === null || moved === 'unclear') return [];
    highlight = { ...highlight, ...moved };
    before = { ...draft, identities: identify(draft.body) };
  }
  const copy = cloneTracked(before.body, before.identities);
  const draft: Draft = { ...before, body: copy.root, identities: copy.identities };
  const result = scenario.mutate(draft, highlight);
  if (result === false || result === null) return [];
  const after = typeof result === 'object' ? result : draft;
  return compare(trial, { before, after, highlights: [highlight] });
}

function captionIn(draft: Draft, random: Random): Stretch | null {
  const captions = [...draft.body.querySelectorAll('.bench-caption figcaption')];
  if (captions.length === 0) return null;
  const caption = random.pick(captions);
  const flat = flatOf(draft);
  const node = flat.nodes.find((one) => caption.contains(one));
  if (node === undefined) return null;
  const start = flat.starts.get(node) ?? 0;
  const whole = random.next() < 0.5 ? node.data.length : node.data.length - '. Photo: AFP'.length;
  return { start, end: start + whole };
}

function draftOf({ random, options }: Trial, original: HTMLElement): Draft {
  const copy = cloneTracked(original, identify(original));
  return { body: copy.root, identities: copy.identities, random, vocabulary: options.vocabulary };
}

type Pair = { readonly before: Draft; readonly after: Draft; readonly highlights: readonly Highlight[] };

/** Rows for every highlight and engine, the engines of one highlight together. */
function compare(trial: Trial, { before, after, highlights }: Pair): TrialRow[] {
  const flatBefore = flatOf(before);
  const flatAfter = flatOf(after);
  const truths = highlights.map((highlight) => truthOf(flatAfter, highlight));
  const answers = trial.engines.map((engine) => {
    show(before.body);
    const stored = engine.describe(
      before.body,
      highlights.map((highlight) => rangeOf(flatBefore, highlight)),
    );
    show(after.body);
    const begin = performance.now();
    const found = engine.anchor(after.body, stored);
    const ms = (performance.now() - begin) / Math.max(1, highlights.length);
    // At once, because a range loses its place when its nodes leave the document.
    const stretches = found.map(({ range }) => (range === null ? null : stretchOf(flatAfter, range)));
    return { engine, found, stretches, ms };
  });
  return highlights.flatMap((highlight, at) => {
    const truth = truths[at];
    if (truth === 'unclear' || truth === undefined) return [];
    return answers.map(({ engine, found, stretches, ms }): TrialRow => {
      const answer = found[at];
      const stretch = stretches[at] ?? null;
      return {
        page: trial.options.page,
        scenario: trial.scenario.name,
        engine: engine.name,
        kind: highlight.kind,
        quote: flatBefore.text.slice(highlight.start, highlight.end),
        truth,
        answer:
          stretch === null
            ? null
            : { ...stretch, status: answer?.status ?? '', confidence: answer?.confidence ?? 0 },
        confidence: answer?.confidence ?? 0,
        status: answer?.status ?? '',
        ms,
        found: read(flatAfter, stretch),
        wanted: read(flatAfter, truth),
        features: answer?.features ?? [],
        note: answer?.note ?? '',
      };
    });
  });
}

function read(page: FlatPage, stretch: Stretch | null): string {
  return stretch === null ? '' : page.text.slice(stretch.start, stretch.end).slice(0, 200);
}

/** Puts a body into the document, so that its styles hold. */
function show(body: HTMLElement): void {
  if (document.body !== body) document.body.replaceWith(body);
}
