import { blocksOf, isSeen } from './blocks.ts';
import { pressmark, pressmarkInside, type Engine } from './engines.ts';
import { findFates } from './fates.ts';
import { peers } from './peers.ts';
import { createTwins } from './twins.ts';
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
  type Truth,
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
  /** The part of the trials that the other engines take, which can be slow. */
  readonly peerShare: number;
  /** Milliseconds for one other engine on one page; trials that it has no time for are left out. */
  readonly peerMs: number;
};

export type TrialRow = {
  readonly page: string;
  readonly scenario: string;
  readonly engine: string;
  readonly kind: string;
  readonly quote: string;
  readonly truth: Truth | null;
  /** Whether other places read the same with their surroundings: to call that ambiguous is right as well. */
  readonly isTwin: boolean;
  readonly answer: (Stretch & { status: string; confidence: number }) | null;
  /** Also of an orphan. */
  readonly confidence: number;
  readonly status: string;
  /** Per passage: what one page text costs is shared by all that are looked for together. */
  readonly ms: number;
  /** What was found, for looking into errors. */
  readonly found: string;
  readonly wanted: string;
  readonly features: readonly number[];
  readonly note: string;
};

/** All trials of the page that is loaded. */
export async function runPage(options: PageOptions): Promise<TrialRow[]> {
  const rows: TrialRow[] = [];
  const original = document.body;
  const identities = identify(original);
  const pools = createPools(flatten(original, identities));
  const crew = createCrew(options);
  for (const scenario of scenarios) {
    if (options.scenarios?.includes(scenario.name) === false) continue;
    const random = createRandom(seedOf(options.seed, options.page, scenario.name));
    const trial = { options, scenario: scenario.name, random, crew, original, identities, pools };
    if (scenario.isShared) rows.push(...(await runShared(trial, scenario)));
    else for (let at = 0; at < options.singles; at++) rows.push(...(await runSingle(trial, scenario)));
  }
  show(original);
  return rows;
}

/** The trials of a published text and a later version of it. */
export async function runRevision(
  options: PageOptions,
  { older, newer }: { older: string; newer: string },
): Promise<TrialRow[]> {
  const original = document.body;
  const [before, after] = [older, newer].map((html) => draftOf(html, options));
  if (before === undefined || after === undefined) return [];
  show(after.body);
  const newPage = { page: flatOf(after), blocks: blocksOf(flatOf(after)) };
  show(before.body);
  const oldPage = { page: flatOf(before), blocks: blocksOf(flatOf(before)) };
  const random = createRandom(seedOf(options.seed, options.page));
  const fates = random.shuffle(findFates(oldPage, newPage)).slice(0, options.highlights);
  const crew = createCrew(options);
  const rows: TrialRow[] = [];
  for (const scenario of ['revision-kept', 'revision-edited', 'revision-deleted'] as const) {
    if (options.scenarios?.includes(scenario) === false) continue;
    const some = fates.filter(({ fate }) => scenario.endsWith(fate));
    const pair = {
      before,
      after,
      highlights: some.map(({ passage }) => ({ ...passage, kind: 'sentence' as const })),
    };
    const truths = some.map(({ now }) => now);
    rows.push(...(await compare({ options, scenario, random, crew }, { ...pair, truths })));
  }
  show(original);
  return rows;
}

function draftOf(html: string, { vocabulary, seed }: PageOptions): Draft {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const body = document.adoptNode(parsed.body);
  return { body, identities: identify(body), random: createRandom(seed), vocabulary };
}

/** The engines at work on a page, and the time that each of them has spent. */
type Crew = readonly { readonly engine: Engine; readonly isPeer: boolean; spentMs: number }[];

function createCrew({ engines: names }: PageOptions): Crew {
  return [pressmark, pressmarkInside, ...peers]
    .filter(({ name }) => names?.includes(name) ?? name !== pressmarkInside.name)
    .map((engine) => ({ engine, isPeer: peers.includes(engine), spentMs: 0 }));
}

type Run = {
  readonly options: PageOptions;
  readonly scenario: string;
  readonly random: Random;
  readonly crew: Crew;
};

type Trial = Run & {
  readonly original: HTMLElement;
  /** Of the original. */
  readonly identities: Identities;
  readonly pools: Pools;
};

async function runShared(trial: Trial, scenario: Scenario): Promise<TrialRow[]> {
  const { random, options } = trial;
  const before = originalOf(trial);
  if (scenario.prepare !== undefined) {
    // Described on the rendering, looked for on the original.
    const rendered = scenario.mutate(copyOf(before), { start: 0, end: 0 });
    if (rendered === false || rendered === null) return [];
    const base = typeof rendered === 'object' ? rendered : copyOf(before);
    const identities = identify(base.body);
    const back = unrender(trial, base, identities);
    if (back === null) return [];
    show(base.body);
    const pools = createPools(flatten(base.body, identities));
    const highlights = chooseHighlights(pools, { random, count: options.highlights });
    // What the rendering wrote itself, such as its headline, has no place on the original that we know of; what the
    // original hides and the rendering shows has none that a reader sees.
    const flatBack = flatOf(back);
    show(back.body);
    const known = highlights.filter((highlight) => {
      const truth = truthOf(flatBack, highlight);
      return truth === 'unclear' || (truth !== null && isShown(flatBack, truth));
    });
    return compare(trial, { before: { ...base, identities }, after: back, highlights: known });
  }
  const highlights = chooseHighlights(trial.pools, { random, count: options.highlights });
  const draft = copyOf(before);
  const result = scenario.mutate(draft, { start: 0, end: 0 });
  if (result === false || result === null) return [];
  return compare(trial, { before, after: typeof result === 'object' ? result : draft, highlights });
}

/** Whether the text of a stretch is seen, on a page that is in the document. */
function isShown({ nodes, starts }: FlatPage, { start, end }: Stretch): boolean {
  return nodes.every((node) => {
    const from = starts.get(node) ?? 0;
    return from >= end || from + node.data.length <= start || isSeen(node);
  });
}

/** The original with the identities that its characters have on a rendering of it. */
function unrender(trial: Trial, rendered: Draft, identities: Identities): Draft | null {
  const known = new Map<number, number>();
  for (const [node, ids] of identities) {
    const old = rendered.identities.get(node);
    ids.forEach((id, at) => {
      const from = old?.[at] ?? -1;
      if (from >= 0) known.set(from, id);
    });
  }
  const copy = cloneTracked(trial.original, trial.identities);
  for (const [node, ids] of copy.identities)
    copy.identities.set(
      node,
      ids.map((id) => known.get(id) ?? -1),
    );
  return { ...rendered, body: copy.root, identities: copy.identities };
}

async function runSingle(trial: Trial, scenario: Scenario): Promise<TrialRow[]> {
  const { random } = trial;
  let before = originalOf(trial);
  let [highlight] = chooseHighlights(trial.pools, { random, count: 1 });
  if (highlight === undefined) return [];
  if (scenario.prepare !== undefined) {
    const draft = copyOf(before);
    if (scenario.prepare(draft, highlight) === false) return [];
    show(draft.body);
    const moved = scenario.onCaptions === true ? captionIn(draft, random) : truthOf(flatOf(draft), highlight);
    if (moved === null || moved === 'unclear') return [];
    highlight = { ...highlight, ...moved };
    before = { ...draft, identities: identify(draft.body) };
  }
  const draft = copyOf(before);
  const result = scenario.mutate(draft, highlight);
  if (result === false || result === null) return [];
  const after = typeof result === 'object' ? result : draft;
  return compare(trial, { before, after, highlights: [highlight] });
}

function copyOf(draft: Draft): Draft {
  const { root, identities } = cloneTracked(draft.body, draft.identities);
  return { ...draft, body: root, identities };
}

function captionIn(draft: Draft, random: Random): Stretch | null {
  const captions = [...draft.body.querySelectorAll('.bench-caption figcaption')];
  if (captions.length === 0) return null;
  const caption = random.pick(captions);
  const flat = flatOf(draft);
  const node = flat.nodes.find((one) => caption.contains(one));
  if (node === undefined || !isSeen(node)) return null;
  const start = flat.starts.get(node) ?? 0;
  const whole = random.next() < 0.5 ? node.data.length : node.data.length - '. Photo: AFP'.length;
  return { start, end: start + whole };
}

/** The page as it was loaded, never to be changed: mutations work on copies. */
function originalOf({ original, identities, random, options }: Trial): Draft {
  return { body: original, identities, random, vocabulary: options.vocabulary };
}

type Pair = {
  readonly before: Draft;
  readonly after: Draft;
  readonly highlights: readonly Highlight[];
  /** Where the passages are now, when the characters' identities don't tell. */
  readonly truths?: readonly (Truth | null)[];
};

/** Rows for every highlight and engine, the engines of one highlight together. */
async function compare(run: Run, pair: Pair): Promise<TrialRow[]> {
  const after = flatOf(pair.after);
  show(pair.after.body);
  const truths = pair.truths ?? pair.highlights.map((highlight) => truthOf(after, highlight));
  const twins = createTwins(flatOf(pair.before), after);
  const clear = pair.highlights.flatMap((highlight, at) => {
    const truth = truths[at];
    if (truth === 'unclear' || truth === undefined) return [];
    // What is now where no reader sees it has no place, and is not gone either.
    if (truth !== null && !isShown(after, truth)) return [];
    const isTwin = twins.standFor(highlight, truth);
    return isTwin === 'elsewhere' ? [] : [{ highlight, truth, isTwin }];
  });
  const rows: TrialRow[] = [];
  // The same part of the trials for every peer.
  const sample = clear.filter(() => run.random.next() < run.options.peerShare);
  for (const worker of run.crew) {
    const begin = performance.now();
    const isLate = worker.isPeer && worker.spentMs > run.options.peerMs;
    const chosen = worker.isPeer ? sample : clear;
    if (!isLate && chosen.length > 0) rows.push(...(await work(run, worker.engine, { pair, after, chosen })));
    worker.spentMs += performance.now() - begin;
  }
  return rows;
}

type Work = {
  readonly pair: Pair;
  readonly after: FlatPage;
  readonly chosen: readonly {
    readonly highlight: Highlight;
    readonly truth: Truth | null;
    readonly isTwin: boolean;
  }[];
};

async function work(run: Run, engine: Engine, { pair, after, chosen }: Work): Promise<TrialRow[]> {
  const before = flatOf(pair.before);
  const ranges = chosen.map(({ highlight }) => rangeOf(before, highlight));
  showOnce(pair.before.body);
  const stored = await engine.describe(pair.before.body, ranges);
  show(pair.after.body);
  const begin = performance.now();
  const answers = await engine.anchor(pair.after.body, stored);
  const ms = (performance.now() - begin) / chosen.length;
  return chosen.map(({ highlight, truth, isTwin }, at): TrialRow => {
    const { range = null, status = '', confidence = 0, features = [], note = '' } = answers[at] ?? {};
    const stretch = range === null ? null : stretchOf(after, range);
    return {
      page: run.options.page,
      scenario: run.scenario,
      engine: engine.name,
      kind: highlight.kind,
      quote: before.text.slice(highlight.start, highlight.end),
      truth,
      isTwin,
      answer: stretch === null ? null : { ...stretch, status, confidence },
      confidence,
      status,
      ms,
      found: read(after, stretch),
      wanted: read(after, truth),
      features,
      note,
    };
  });
}

function read(page: FlatPage, stretch: Stretch | null): string {
  return stretch === null ? '' : page.text.slice(stretch.start, stretch.end).slice(0, 200);
}

const wereShown = new WeakSet<HTMLElement>();

/** For describing: our engine remembers the text of a page that it saw, and the others look at no styles. */
function showOnce(body: HTMLElement): void {
  if (!wereShown.has(body)) show(body);
  wereShown.add(body);
}

/** Puts a body into the document, so that its styles hold. */
function show(body: HTMLElement): void {
  if (document.body !== body) document.body.replaceWith(body);
}
