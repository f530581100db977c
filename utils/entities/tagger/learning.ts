import type { Tokens } from '../tokens.ts';
import { decode, readMarginals, saltsOf, scoreTokens } from './chain.ts';
import { readFeatures, type Features, type Hints } from './features.ts';
import {
  isInside,
  labelCount,
  labelOf,
  mayFollow,
  outside,
  taggedTypes,
  typeOfLabel,
  type TaggedType,
} from './labels.ts';
import { addSteps, createDelta, type Tagger, type WeightDelta } from './tagger.ts';

/** A name that the reader accepted (`type`) or rejected (`null`), in tokens `[from, to)`. */
export type DecidedSpan = { readonly from: number; readonly to: number; readonly type: TaggedType | null };

/** A decided text as it is learned from: features, and a label a token. */
type Lesson = {
  readonly features: Features;
  readonly labels: Uint8Array;
  readonly spans: readonly (readonly [number, number])[];
};

/** What was learned, as plain data for a database: the slots of weights that changed, and by how much. */
export type DeltaData = {
  readonly size: number;
  readonly slots: Int32Array;
  readonly changes: Float32Array;
  readonly steps: Float32Array;
  readonly lessons: number;
};

/** How far one text moves the weights; larger steps forget what the model knows of other texts. */
const rate = 0.05;
/** Without a model there is nothing to forget. */
const blankRate = 0.12;
/** Earlier texts that are learned from again with each new one, so that the latest does not rule. */
const replayed = 6;

/**
 * Learns weights from decided texts, one after another, by gradient steps on the likelihood of their labels
 * (conditional random field). What it knows beside the tagger is its delta.
 */
export class WeightLearner {
  readonly delta: WeightDelta;
  private readonly tagger: Tagger;
  private readonly lessons: Lesson[] = [];
  /** Sums of squared gradients: a slot that moved much moves less (AdaGrad, Duchi 2011). */
  private readonly squares: Float32Array;
  private readonly rate: number;

  constructor(tagger: Tagger, data?: DeltaData) {
    this.tagger = tagger;
    this.delta = createDelta(tagger);
    this.rate = tagger.weights.weights.some((weight) => weight !== 0) ? rate : blankRate;
    this.squares = new Float32Array(this.delta.weights.length);
    if (data !== undefined && data.size === this.delta.weights.length) {
      for (const [i, slot] of data.slots.entries()) this.delta.weights[slot] = data.changes[i] ?? 0;
      if (data.steps.length === this.delta.steps.length) this.delta.steps.set(data.steps);
      this.delta.lessons = data.lessons;
    }
  }

  /** The delta as plain data. It fits only the model that it was learned beside. */
  toData(): DeltaData {
    const slots: number[] = [];
    for (const [i, change] of this.delta.weights.entries()) if (change !== 0) slots.push(i);
    return {
      size: this.delta.weights.length,
      slots: Int32Array.from(slots),
      changes: Float32Array.from(slots, (slot) => this.delta.weights[slot] ?? 0),
      steps: this.delta.steps.slice(),
      lessons: this.delta.lessons,
    };
  }

  /** Learns a text. Where the reader decided nothing, sentences are left out, unless `isDone` makes that a no. */
  learn(
    tokens: Tokens,
    decided: readonly DecidedSpan[],
    { isDone, hints }: { isDone: boolean; hints?: Hints },
  ): void {
    const features = readFeatures(tokens, this.tagger.names, hints);
    const lesson = this.makeLesson(tokens, features, decided, isDone);
    if (lesson.spans.length === 0) return;
    this.delta.lessons++;
    this.lessons.push(lesson);
    if (this.lessons.length > replayed * 4) this.lessons.shift();
    this.step(lesson);
    // Those that were learned long ago come again as often as the latest.
    const stride = Math.max(1, Math.floor(this.lessons.length / replayed));
    for (let i = tokens.count % stride; i < this.lessons.length - 1; i += stride) {
      const old = this.lessons[i];
      if (old !== undefined) this.step(old);
    }
    this.step(lesson);
  }

  // oxlint-disable-next-line eslint/max-params
  private makeLesson(
    tokens: Tokens,
    features: Features,
    decided: readonly DecidedSpan[],
    isDone: boolean,
  ): Lesson {
    const labels = new Uint8Array(tokens.count);
    const isDecided = new Uint8Array(tokens.count);
    for (const { from, to, type } of decided) {
      isDecided.fill(1, from, to);
      if (type !== null) for (let i = from; i < to; i++) labels[i] = labelOf(type, i > from);
    }
    const spans: (readonly [number, number])[] = [];
    for (let at = 0; at < tokens.sentences.length; at += 2) {
      const span = [tokens.sentences[at] ?? 0, tokens.sentences[at + 1] ?? 0] as const;
      if (isDone) spans.push(span);
      else if (isDecided.subarray(...span).includes(1)) {
        this.fillUndecided({ features, labels, isDecided }, span);
        spans.push(span);
      }
    }
    return { features, labels, spans };
  }

  /** Undecided tokens beside decided ones keep what the tagger says now, so that they pull in no direction. */
  private fillUndecided(
    { features, labels, isDecided }: { features: Features; labels: Uint8Array; isDecided: Uint8Array },
    [from, to]: readonly [number, number],
  ): void {
    const scores = scoreTokens(features, { from, to }, this.tagger.weights, this.delta.weights);
    const steps = addSteps(this.tagger.weights.steps, this.delta.steps);
    const own = decode(scores, steps, labelCount);
    for (let i = from; i < to; i++) {
      if (isDecided[i] === 1) continue;
      const label = own[i - from] ?? outside;
      const before = i > from ? (labels[i - 1] ?? outside) : outside;
      const type = typeOfLabel(label);
      labels[i] = mayFollow(before, label) || type === null ? label : labelOf(type, false);
      if (isInside(label) && i > from && isDecided[i - 1] === 1) labels[i] = outside;
    }
  }

  private step({ features, labels, spans }: Lesson): void {
    for (const [from, to] of spans) this.stepSentence({ features, labels }, from, to);
  }

  private stepSentence(
    { features, labels }: Pick<Lesson, 'features' | 'labels'>,
    from: number,
    to: number,
  ): void {
    const steps = addSteps(this.tagger.weights.steps, this.delta.steps);
    const scores = scoreTokens(features, { from, to }, this.tagger.weights, this.delta.weights);
    const marginals = readMarginals(scores, steps, labelCount);
    const salts = saltsOf(labelCount);
    const mask = this.delta.weights.length - 1;
    for (let i = from; i < to; i++) {
      for (let label = 0; label < labelCount; label++) {
        const probability = marginals.labels[(i - from) * labelCount + label] ?? 0;
        const gradient = probability - (label === labels[i] ? 1 : 0);
        if (Math.abs(gradient) < 0.02) continue;
        const end = features.offsets[i + 1] ?? 0;
        for (let f = features.offsets[i] ?? 0; f < end; f++) {
          this.move(((features.ids[f] ?? 0) ^ (salts[label] ?? 0)) & mask, gradient);
        }
      }
      const row = i === from ? labelCount : (labels[i - 1] ?? 0);
      this.moveStep(row * labelCount + (labels[i] ?? 0), 1);
    }
    for (let k = 0; k < marginals.steps.length; k++) this.moveStep(k, -(marginals.steps[k] ?? 0));
  }

  private move(slot: number, gradient: number): void {
    const square = (this.squares[slot] ?? 0) + gradient * gradient;
    this.squares[slot] = square;
    this.delta.weights[slot] =
      (this.delta.weights[slot] ?? 0) - (this.rate * gradient) / Math.sqrt(1 + square);
  }

  private moveStep(i: number, amount: number): void {
    if ((this.tagger.weights.steps[i] ?? 0) <= -50) return;
    this.delta.steps[i] = (this.delta.steps[i] ?? 0) + this.rate * 0.05 * amount;
  }
}

/** The label type that a reader's type is learned as; types of the reader's own count as `other`. */
export function taggedTypeOf(type: string): TaggedType {
  return taggedTypes.find((known) => known === type) ?? 'other';
}
