import { mayFollow } from '../../utils/entities/tagger/labels.ts';
import { readMarginals, saltsOf, scoreTokens, type Weights } from '../../utils/entities/tagger/chain.ts';
import type { Features } from '../../utils/entities/tagger/features.ts';

/** Sentences to train on: features and labels of a text's tokens, and where its sentences are. */
export type TrainingText = {
  readonly features: Features;
  readonly labels: Uint8Array;
  readonly sentences: Int32Array;
  /** Texts of another register get weights of their own besides, which do not ship. */
  readonly register: 'edited' | 'chat';
  /** The text is read in one epoch of so many, `[turn, of]`; in each when not given. */
  readonly turn?: readonly [number, number];
};

export type TrainingOptions = {
  readonly bits: number;
  readonly labelCount: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l1: number;
  readonly l2: number;
  /** Weights that may be other than zero; all where not given. */
  readonly allowed?: Uint8Array;
};

/**
 * A conditional random field fitted by FTRL-Proximal (McMahan 2013, doi:10.1145/2487575.2488200), whose L1 term
 * keeps most weights at zero: what makes the file small. Order and results are the same in each run.
 */
export function train(texts: readonly TrainingText[], options: TrainingOptions): Weights {
  const size = 2 ** options.bits;
  const { labelCount } = options;
  const shared = new Table(size, options);
  const chat = new Table(size, { rate: options.rate, l1: options.l1 * 0.5, l2: options.l2 });
  const steps = new Table((labelCount + 1) * labelCount, { rate: options.rate, l1: 0, l2: 0 });
  const units = texts.flatMap((text) =>
    Array.from({ length: text.sentences.length / 2 }, (_, i) => ({
      text,
      from: text.sentences[i * 2] ?? 0,
      to: text.sentences[i * 2 + 1] ?? 0,
    })),
  );
  const random = makeRandom(20_26);
  const mean = new Float32Array(size);
  const averaged = Math.min(3, options.epochs);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(units, random);
    for (const { text, from, to } of units) {
      if (text.turn !== undefined && epoch % text.turn[1] !== text.turn[0]) continue;
      const own = text.register === 'chat' ? chat : null;
      learn(text, { from, to }, { shared, chat: own, steps, labelCount, allowed: options.allowed });
    }
    if (epoch >= options.epochs - averaged)
      for (let i = 0; i < size; i++) mean[i] = (mean[i] ?? 0) + (shared.weights[i] ?? 0) / averaged;
  }
  return {
    weights: options.epochs > 3 ? mean : shared.weights,
    steps: forbid(steps.weights, labelCount),
    labelCount,
  };
}

type Tables = {
  readonly shared: Table;
  readonly chat: Table | null;
  readonly steps: Table;
  readonly labelCount: number;
  readonly allowed: Uint8Array | undefined;
};

function learn(text: TrainingText, span: { from: number; to: number }, tables: Tables): void {
  const { shared, chat, steps, labelCount, allowed } = tables;
  const { from, to } = span;
  const model = { weights: shared.weights, steps: steps.weights, labelCount };
  const scores = scoreTokens(text.features, span, model, chat?.weights);
  const marginals = readMarginals(scores, forbid(steps.weights, labelCount), labelCount);
  const salts = saltsOf(labelCount);
  const mask = shared.weights.length - 1;
  for (let i = from; i < to; i++) {
    const gold = text.labels[i] ?? 0;
    for (let label = 0; label < labelCount; label++) {
      const gradient = (marginals.labels[(i - from) * labelCount + label] ?? 0) - (label === gold ? 1 : 0);
      if (Math.abs(gradient) < 0.001) continue;
      const salt = salts[label] ?? 0;
      const end = text.features.offsets[i + 1] ?? 0;
      for (let f = text.features.offsets[i] ?? 0; f < end; f++) {
        const slot = ((text.features.ids[f] ?? 0) ^ salt) & mask;
        if (allowed === undefined || allowed[slot] === 1) shared.step(slot, gradient);
        chat?.step(slot, gradient);
      }
    }
  }
  const expected = marginals.steps;
  for (let i = from; i < to; i++) {
    const row = i === from ? labelCount : (text.labels[i - 1] ?? 0);
    const step = row * labelCount + (text.labels[i] ?? 0);
    expected[step] = (expected[step] ?? 0) - 1;
  }
  for (const [i, gradient] of expected.entries()) if (Math.abs(gradient) > 0.001) steps.step(i, gradient);
}

/**
 * The texts without the features that fewer than so many tokens have: such weights fit one text and no other, and
 * take room. Counted by hash, in 2^23 bins.
 */
export function dropRareFeatures(texts: readonly TrainingText[], least: number): TrainingText[] {
  const bins = 2 ** 23 - 1;
  const counts = new Uint8Array(bins + 1);
  for (const { features } of texts) {
    for (const id of features.ids)
      if ((counts[id & bins] ?? 0) < 255) counts[id & bins] = (counts[id & bins] ?? 0) + 1;
  }
  return texts.map((text) => {
    const { ids, offsets } = text.features;
    const kept: number[] = [];
    const starts = new Int32Array(offsets.length);
    for (let i = 0; i + 1 < offsets.length; i++) {
      for (let f = offsets[i] ?? 0; f < (offsets[i + 1] ?? 0); f++) {
        const id = ids[f] ?? 0;
        if ((counts[id & bins] ?? 0) >= least) kept.push(id);
      }
      starts[i + 1] = kept.length;
    }
    return { ...text, features: { ids: Int32Array.from(kept), offsets: starts } };
  });
}

/** Which weights are among the so many largest. */
export function findLargest({ weights }: Weights, count: number): Uint8Array {
  const sizes = weights.map(Math.abs).toSorted();
  const least = Math.max(sizes[Math.max(0, sizes.length - count)] ?? 0, Number.MIN_VALUE);
  return Uint8Array.from(weights, (weight) => (Math.abs(weight) < least ? 0 : 1));
}

/** The model with so much more for each step to a token that is no name. */
export function addToSteps(model: Weights, outside: number): Weights {
  return {
    ...model,
    steps: model.steps.map((step, i) => (i % model.labelCount === 0 ? step + outside : step)),
  };
}

/** Steps that no row of labels may take weigh too much to be taken. */
export function forbid(steps: Float32Array, labelCount: number): Float32Array {
  return steps.map((step, i) => {
    const from = Math.floor(i / labelCount);
    return mayFollow(from === labelCount ? 0 : from, i % labelCount) ? step : -50;
  });
}

class Table {
  readonly weights: Float32Array;
  private readonly z: Float32Array;
  private readonly n: Float32Array;
  private readonly rate: number;
  private readonly l1: number;
  private readonly l2: number;

  constructor(size: number, { rate, l1, l2 }: { rate: number; l1: number; l2: number }) {
    this.weights = new Float32Array(size);
    this.z = new Float32Array(size);
    this.n = new Float32Array(size);
    this.rate = rate;
    this.l1 = l1;
    this.l2 = l2;
  }

  step(i: number, gradient: number): void {
    const n = this.n[i] ?? 0;
    const square = n + gradient * gradient;
    const root = Math.sqrt(square);
    const z = (this.z[i] ?? 0) + gradient - ((root - Math.sqrt(n)) / this.rate) * (this.weights[i] ?? 0);
    this.n[i] = square;
    this.z[i] = z;
    this.weights[i] =
      Math.abs(z) <= this.l1 ? 0 : -(z - Math.sign(z) * this.l1) / ((1 + root) / this.rate + this.l2);
  }
}

/** Mulberry32: small, and the same everywhere. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(items: unknown[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    const [a, b] = [items[i], items[k]];
    if (a !== undefined && b !== undefined) [items[i], items[k]] = [b, a];
  }
}
