import { mix } from '../hash.ts';
import type { Features } from './features.ts';

/** Weights of features and of steps from label to label. Indices of `weights` are hashes of feature and label. */
export type Weights = {
  /** A power of two long. */
  readonly weights: Float32Array;
  /** From (row) to (column); the last row is the start of a sentence. */
  readonly steps: Float32Array;
  readonly labelCount: number;
};

/** One salt for each label. */
export function saltsOf(labelCount: number): Int32Array {
  return Int32Array.from({ length: labelCount }, (_, label) => mix(0x5bd1e995, label + 1));
}

/** Scores of the labels of tokens `[from, to)`, row by row. `extra` is added to the weights where given. */
export function scoreTokens(
  features: Features,
  { from, to }: { from: number; to: number },
  { weights, labelCount }: Weights,
  extra?: Float32Array,
): Float64Array {
  const scores = new Float64Array((to - from) * labelCount);
  const salts = saltsOf(labelCount);
  const mask = weights.length - 1;
  for (let i = from; i < to; i++) {
    const row = (i - from) * labelCount;
    const end = features.offsets[i + 1] ?? 0;
    for (let f = features.offsets[i] ?? 0; f < end; f++) {
      const feature = features.ids[f] ?? 0;
      for (let label = 0; label < labelCount; label++) {
        const slot = (feature ^ (salts[label] ?? 0)) & mask;
        scores[row + label] = (scores[row + label] ?? 0) + (weights[slot] ?? 0);
        if (extra !== undefined) scores[row + label] = (scores[row + label] ?? 0) + (extra[slot] ?? 0);
      }
    }
  }
  return scores;
}

/** The best labels by Viterbi's algorithm. */
export function decode(scores: Float64Array, steps: Float32Array, labelCount: number): Uint8Array {
  const count = scores.length / labelCount;
  const best = new Float64Array(scores.length);
  const back = new Uint8Array(scores.length);
  for (let i = 0; i < count; i++) {
    for (let to = 0; to < labelCount; to++) {
      let top = i === 0 ? (steps[labelCount * labelCount + to] ?? 0) : -Infinity;
      if (i > 0) {
        for (let from = 0; from < labelCount; from++) {
          const score = (best[(i - 1) * labelCount + from] ?? 0) + (steps[from * labelCount + to] ?? 0);
          if (score > top) {
            top = score;
            back[i * labelCount + to] = from;
          }
        }
      }
      best[i * labelCount + to] = top + (scores[i * labelCount + to] ?? 0);
    }
  }
  const labels = new Uint8Array(count);
  let label = 0;
  for (let k = 1; k < labelCount; k++) {
    if ((best[(count - 1) * labelCount + k] ?? 0) > (best[(count - 1) * labelCount + label] ?? 0)) label = k;
  }
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * labelCount + label] ?? 0;
  }
  return labels;
}

/** What forward and backward passes tell: how likely each label is at each token, and each step. */
export type Marginals = {
  readonly labels: Float64Array;
  /** Expected number of each step, rows as in `Weights.steps`. */
  readonly steps: Float64Array;
};

/** Probabilities of labels in a linear-chain conditional random field, by the scaled forward-backward algorithm. */
export function readMarginals(scores: Float64Array, steps: Float32Array, labelCount: number): Marginals {
  const count = scores.length / labelCount;
  const n = labelCount;
  const factors = Float64Array.from(steps, (step) => Math.exp(step));
  const emissions = new Float64Array(scores.length);
  for (let i = 0; i < count; i++) {
    let top = -Infinity;
    for (let k = 0; k < n; k++) top = Math.max(top, scores[i * n + k] ?? 0);
    for (let k = 0; k < n; k++) emissions[i * n + k] = Math.exp((scores[i * n + k] ?? 0) - top);
  }
  const forward = new Float64Array(scores.length);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let to = 0; to < n; to++) {
      let value = 0;
      if (i === 0) value = factors[n * n + to] ?? 0;
      else
        for (let from = 0; from < n; from++)
          value += (forward[(i - 1) * n + from] ?? 0) * (factors[from * n + to] ?? 0);
      value *= emissions[i * n + to] ?? 0;
      forward[i * n + to] = value;
      sum += value;
    }
    for (let to = 0; to < n; to++) forward[i * n + to] = (forward[i * n + to] ?? 0) / sum;
  }
  const backward = new Float64Array(scores.length).fill(1);
  const labels = new Float64Array(scores.length);
  const stepSums = new Float64Array((n + 1) * n);
  for (let i = count - 1; i >= 0; i--) {
    if (i < count - 1) {
      let sum = 0;
      for (let from = 0; from < n; from++) {
        let value = 0;
        for (let to = 0; to < n; to++) {
          value +=
            (factors[from * n + to] ?? 0) *
            (emissions[(i + 1) * n + to] ?? 0) *
            (backward[(i + 1) * n + to] ?? 0);
        }
        backward[i * n + from] = value;
        sum += value;
      }
      for (let from = 0; from < n; from++) backward[i * n + from] = (backward[i * n + from] ?? 0) / sum;
      addSteps({ i, n, forward, backward, emissions, factors }, stepSums);
    }
    let sum = 0;
    for (let k = 0; k < n; k++) sum += (forward[i * n + k] ?? 0) * (backward[i * n + k] ?? 0);
    for (let k = 0; k < n; k++)
      labels[i * n + k] = ((forward[i * n + k] ?? 0) * (backward[i * n + k] ?? 0)) / sum;
  }
  for (let k = 0; k < n; k++) stepSums[n * n + k] = labels[k] ?? 0;
  return { labels, steps: stepSums };
}

type Lattice = {
  readonly i: number;
  readonly n: number;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly emissions: Float64Array;
  readonly factors: Float64Array;
};

function addSteps({ i, n, forward, backward, emissions, factors }: Lattice, sums: Float64Array): void {
  const weigh = (from: number, to: number): number =>
    (forward[i * n + from] ?? 0) *
    (factors[from * n + to] ?? 0) *
    (emissions[(i + 1) * n + to] ?? 0) *
    (backward[(i + 1) * n + to] ?? 0);
  let total = 0;
  for (let from = 0; from < n; from++) for (let to = 0; to < n; to++) total += weigh(from, to);
  for (let from = 0; from < n; from++) {
    for (let to = 0; to < n; to++) {
      sums[from * n + to] = (sums[from * n + to] ?? 0) + weigh(from, to) / total;
    }
  }
}
