import type { Tokens } from '../tokens.ts';
import { agreeOnWords, type Scored } from './collective.ts';
import { decode, readMarginals, scoreTokens, type Weights } from './chain.ts';
import { readFeatures, type Features, type Hints } from './features.ts';
import { labelCount, labelOf, mayFollow, spansOf, taggedTypes, type LabelledSpan } from './labels.ts';
import { decodeModel } from './model-file.ts';
import { joinHyphenated } from './hyphen.ts';
import { preferListed } from './listed.ts';
import { noNames, type NameSets } from './name-sets.ts';
import { addRepeated } from './repeat.ts';

/** Weights of a language and the sets of names they were fitted with. */
export type Tagger = { readonly weights: Weights; readonly names: NameSets };

/** What this reader's decisions added to the weights of a language. */
export type WeightDelta = {
  readonly weights: Float32Array;
  readonly steps: Float32Array;
  /** Texts that it was learned from. */
  lessons: number;
};

/** After so many texts the weights know the reader's ways better than rules do. */
const enoughLessons = 10;

/** Whether a tagger has learned enough for its word to stand above the rules'. */
export function isSettled(delta: WeightDelta | undefined): boolean {
  return delta !== undefined && delta.lessons >= enoughLessons;
}

/** A name that the tagger proposes, with the probability of the least sure of its tokens. */
export type TaggedSpan = LabelledSpan & { readonly confidence: number };

/** A tagger of a model file's bytes; `names` are the sets that the model was fitted with. @throws RangeError */
export function createTagger(model: Uint8Array, names: NameSets = noNames): Tagger {
  return { weights: decodeModel(model), names };
}

const blankBits = 16;

/** A tagger that knows nothing yet, for languages without a model: it learns from what the reader accepts. */
export function createBlankTagger(): Tagger {
  const steps = new Float32Array((labelCount + 1) * labelCount);
  for (let i = 0; i < steps.length; i++) {
    const from = Math.floor(i / labelCount);
    if (!mayFollow(from === labelCount ? 0 : from, i % labelCount)) steps[i] = -50;
  }
  return { weights: { weights: new Float32Array(2 ** blankBits), steps, labelCount }, names: noNames };
}

/** An empty delta for a tagger. */
export function createDelta({ weights }: Tagger): WeightDelta {
  return {
    weights: new Float32Array(weights.weights.length),
    steps: new Float32Array(weights.steps.length),
    lessons: 0,
  };
}

export type TagOptions = {
  readonly hints?: Hints;
  readonly delta?: WeightDelta;
  readonly features?: Features;
};

/** The names in a text, sentence by sentence, in order. */
export function tagTokens(
  tokens: Tokens,
  tagger: Tagger,
  { hints, delta, features }: TagOptions = {},
): TaggedSpan[] {
  const read = features ?? readFeatures(tokens, tagger.names, hints);
  const steps = addSteps(tagger.weights.steps, delta?.steps);
  const sentences: Scored[] = [];
  for (let at = 0; at < tokens.sentences.length; at += 2) {
    const from = tokens.sentences[at] ?? 0;
    const span = { from, to: tokens.sentences[at + 1] ?? from };
    const scores = scoreTokens(read, span, tagger.weights, delta?.weights);
    sentences.push({ from, scores, labels: readMarginals(scores, steps, labelCount).labels });
  }
  agreeOnWords(tokens, sentences);
  const spans = sentences.flatMap(({ from, scores }): TaggedSpan[] => {
    const found = spansOf(decode(scores, steps, labelCount));
    if (found.length === 0) return [];
    const { labels } = readMarginals(scores, steps, labelCount);
    return found.map((span) => ({
      from: span.from + from,
      to: span.to + from,
      type: span.type,
      confidence: confidenceOf(span, labels),
    }));
  });
  const whole = joinHyphenated(tokens, preferListed(tokens, tagger.names, spans));
  return addRepeated(tokens, agreeOnTypes(tokens, whole));
}

/** The steps of a model with what was learned since. */
export function addSteps(steps: Float32Array, delta: Float32Array | undefined): Float32Array {
  return delta === undefined ? steps : steps.map((step, i) => step + (delta[i] ?? 0));
}

function confidenceOf({ from, to, type }: LabelledSpan, labels: Float64Array): number {
  let least = 1;
  for (let i = from; i < to; i++) {
    const begin = labels[i * labelCount + labelOf(type, false)] ?? 0;
    const inside = labels[i * labelCount + labelOf(type, true)] ?? 0;
    least = Math.min(least, i === from ? begin : inside);
  }
  return least;
}

/** One name is mostly of one type in one text: its mentions take the type that they are surest of together. */
function agreeOnTypes({ words }: Tokens, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const votes = new Map<string, number[]>();
  const keyOf = ({ from, to }: TaggedSpan): string => words.slice(from, to).join(' ');
  for (const span of spans) {
    const sums = votes.get(keyOf(span)) ?? taggedTypes.map(() => 0);
    const i = taggedTypes.indexOf(span.type);
    sums[i] = (sums[i] ?? 0) + span.confidence;
    votes.set(keyOf(span), sums);
  }
  return spans.map((span) => {
    const sums = votes.get(keyOf(span)) ?? [];
    const best = sums.indexOf(Math.max(...sums));
    return { ...span, type: taggedTypes[best] ?? span.type };
  });
}
