import { partOf, type Evidence } from './evidence.ts';

/** A place weighed against all else that is known of the passage. */
export type Weighed = {
  readonly evidence: Evidence;
  /** How sure it is that the passage was cut out elsewhere: the bits its surroundings kept there, on the poorer side. */
  readonly hole: number;
  /** The part of its words that are the hole's surroundings. */
  readonly taken: number;
  /** 1 when the other passages of the page say that it must be about here, -1 when they say elsewhere, 0 else. */
  readonly order: number;
  /** 1 when it is where the passage was, -1 when it is where a twin of the passage was, 0 when there was none. */
  readonly claim: number;
};

/** Words that speak for a place, in bits: what is left of the passage and of its surroundings, less what was put in. */
export function scoreOf({ own, near, far, inserted, rival, role }: Evidence): number {
  return own.kept + near.kept + far.kept - 3 * Math.log2(1 + inserted) - 24 * rival + 3 * role;
}

/** What the verdict is made of, each between about -1 and 1, in the order of `weights`. */
export function featuresOf({ evidence, hole, taken, order, claim }: Weighed): number[] {
  const { own, near, far, inserted, rival, role, poorSide, parting, isVerbatim, isProse } = evidence;
  return [
    1,
    logit(partOf(own)) / 4,
    saturate(own.kept, 20),
    saturate(near.kept, 20),
    saturate(near.total - near.kept, 20),
    saturate(far.kept, 20),
    saturate(far.total - far.kept, 20),
    saturate(hole, 20),
    taken,
    rival,
    saturate(inserted, 10),
    order,
    role,
    poorSide,
    saturate(parting, 10),
    role === -1 ? saturate(parting, 10) : 0,
    claim,
    isVerbatim && isProse && claim === 0 && role === 1 ? partOf(near) * saturate(own.kept, 60) : 0,
  ];
}

/**
 * What each feature is worth, in nats: a logistic regression on changed pages (`tests/bench/anchoring/calibrate.ts`),
 * none of which tests anything. What speaks for a place: the passage's words and those around it being left. Against
 * it: words of its block lost, its surroundings closed over a hole elsewhere, a rival's words.
 */
const weights = [
  -2.43, 0.6, 1.26, 1.7, -2.88, 2.12, -0.91, -1.98, -1.83, -3.42, -0.43, 2.51, 1.13, 2.41, -3.42, -0.32, 3.14,
  3.34,
];

/** Bits of score by which one place has to be better than another to be twice as likely. */
export const bitsPerDoubling = 4;

/** How the likelihood of being somewhere is shared out to places by their scores: the share of the first. */
export function shareOfFirst(scores: readonly number[]): number {
  const [first = 0] = scores;
  return 1 / scores.reduce((sum, score) => sum + 2 ** ((score - first) / bitsPerDoubling), 0);
}

/** How likely it is that this place, if it is the best, is the passage, between 0 and 1: a log-likelihood ratio, linear in the features. */
export function likelihoodOf(weighed: Weighed): number {
  const sum = featuresOf(weighed).reduce((total, feature, at) => total + feature * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function logit(share: number): number {
  return Math.log((share + 0.02) / (1.02 - share));
}

/** 0 for nothing, 1/2 at `half`, near 1 for much. */
function saturate(amount: number, half: number): number {
  return Math.max(0, amount) / (Math.max(0, amount) + half);
}
