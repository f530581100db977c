import { leastSide, partOf, type Evidence, type Share } from './evidence.ts';

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
export function scoreOf({ own, near, far, inserted, parting, rival, role }: Evidence): number {
  const added = Math.log2(1 + inserted) + Math.log2(1 + Math.max(...parting));
  return own.kept + near.kept + far.kept - 3 * added - 24 * rival + 3 * role;
}

/** What the verdict is made of, each between about -1 and 1, in the order of `weights`. */
export function featuresOf({ evidence, hole, taken, order, claim }: Weighed): number[] {
  const { own, near, far, inserted, rival, role, poorSide, before, behind, parting, isVerbatim, isProse } =
    evidence;
  const parted = saturate(Math.max(...parting), 10);
  // Words that are there to the letter, were there once, and tell more than a phrase does.
  const verbatim = isVerbatim && claim === 0 ? saturate(own.kept, 60) : 0;
  return [
    1,
    logit(partOf(own)) / 4,
    saturate(own.kept, 20),
    saturate(near.kept, 20),
    saturate(near.total - near.kept, 20),
    saturate(far.kept, 20),
    saturate(hole, 20),
    taken,
    rival,
    saturate(inserted, 10),
    order,
    role,
    poorSide,
    poorSide * parted,
    claim,
    isProse && role === 1 ? partOf(near) * verbatim : 0,
    verbatim > 0 ? 0 : (1 - poorSide) * parted,
    Math.max(keptOf(before, parting[0]), keptOf(behind, parting[1])) * verbatim,
  ];
}

/**
 * What each feature is worth, in nats: a logistic regression on changed pages (`tests/bench/anchoring/calibrate.ts`),
 * none of which tests anything.
 */
const weights = [
  -2.18, // every place, before anything is known of it
  0.83, // the part of the passage's words that is left
  0.98, // how much these words tell
  1.55, // words of its block that are left around it
  -2.39, // words of its block that are lost
  0.45, // words of the neighbouring blocks that are left
  -2.44, // its surroundings closed over a hole elsewhere
  -1.4, // its words belong to the surroundings of that hole
  -4.12, // words of a rival are here
  -0.96, // words were put into it
  2.13, // the order of the other passages has it here
  1.35, // the kind of block is the same
  3.14, // the words that adjoin it, on the side that lost more
  -2.91, // words were put between it and these
  2.94, // it was here, and not one of its twins
  2.51, // a whole paragraph to the letter: paragraphs move
  -1.27, // not to the letter, and far from what is left of its surroundings
  1.75, // to the letter, and one side of its surroundings is left as it was
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

/** The weights were fitted on pages that changed most; on all others the same odds are right oftener, by this power. */
const sharpness = 1.8;

/** How likely a verdict of this likelihood is right, between 0 and 1. */
export function confidenceOf(likelihood: number): number {
  const odds = (likelihood / (1 - likelihood)) ** sharpness;
  return Number.isFinite(odds) ? odds / (1 + odds) : 1;
}

/** The part of one side of the surroundings that is left beside the passage; 0 when it tells next to nothing. */
function keptOf(side: Share, parting: number): number {
  return side.total < leastSide ? 0 : partOf(side) * (1 - saturate(parting, 10));
}

function logit(share: number): number {
  return Math.log((share + 0.02) / (1.02 - share));
}

/** 0 for nothing, 1/2 at `half`, near 1 for much. */
function saturate(amount: number, half: number): number {
  return Math.max(0, amount) / (Math.max(0, amount) + half);
}
