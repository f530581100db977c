import { leastSide, partOf, type Evidence, type Share } from './evidence.ts';

/** A place weighed against all else that is known of the passage. */
export type Weighed = {
  readonly evidence: Evidence;
  /** How sure it is that the passage was cut out elsewhere: the bits its surroundings kept there, on the poorer side. */
  readonly hole: number;
  /** 1 when the other passages of the page say that it must be about here, -1 when they say elsewhere, 0 else. */
  readonly order: number;
  /** 1 when it is where the passage was, -1 when it is where a twin of the passage was, 0 when there was none. */
  readonly claim: number;
  /** Whether there are fewer verbatim copies than there were, or none is missing and this is no copy. */
  readonly isMissing: boolean;
  /** Whether there are as many verbatim copies as there were, and this is one. */
  readonly isComplete: boolean;
};

/** Words that speak for a place, in bits: what is left of the passage and of its surroundings, less what was put in. */
export function scoreOf(evidence: Evidence): number {
  return scoreBare(evidence) + worthOfSurroundings(evidence);
}

/** The same of a passage that left its surroundings, and took only its block along. */
export function scoreMoved(evidence: Evidence): number {
  return scoreBare(evidence) + evidence.near.kept;
}

function scoreBare({ own, inserted, parting, rival, role }: Evidence): number {
  const added = Math.log2(1 + inserted) + Math.log2(1 + Math.max(...parting));
  return 2 * own.kept - own.total - 3 * added - 24 * rival + 3 * role;
}

function worthOfSurroundings({ shared, telling, parting, length, hasTwins, depth }: Evidence): number {
  const apart = saturate(parting[0] + parting[1] - length, farApart);
  const worth = depth * (1 - apart);
  const common = Math.min(shared.kept * worth, hasTwins ? shared.total / 2 : Infinity);
  return common + telling.kept * worth;
}

/** Surroundings that so many words more than a copy of the passage part from a place count half: they are those of something beside it. */
const farApart = 48;

/** What the verdict is made of, each between about -1 and 1, in the order of `weights`. */
export function featuresOf({ evidence, hole, order, claim, isMissing, isComplete }: Weighed): number[] {
  const { own, near, inserted, rival, role, poorSide, before, behind, parting, isVerbatim } = evidence;
  const parted = saturate(Math.max(...parting), 10);
  const disclaimed = Math.min(0, claim);
  // Words that are there to the letter, tell more than a phrase does, and are no twin's.
  const verbatim = isVerbatim ? saturate(own.kept, 60) * (1 + disclaimed) : 0;
  const richSide = Math.max(keptOf(before, parting[0]), keptOf(behind, parting[1]));
  return [
    1,
    logit(partOf(own)) / 4,
    saturate(near.kept, 20),
    saturate(near.total - near.kept, 20),
    saturate(hole, 20),
    rival,
    saturate(inserted, 10),
    order,
    role,
    poorSide,
    poorSide * parted,
    richSide * partOf(own),
    evidence.isProse && role === 1 ? partOf(near) * verbatim : 0,
    claim,
    disclaimed,
    evidence.hasTwins ? 1 : 0,
    isMissing ? 1 : 0,
    role === -1 ? parted : 0,
    isComplete && role === 1 ? Math.max(0, claim) : 0,
    evidence.isAlone && role === 1 ? partOf(near) * verbatim : 0,
  ];
}

/**
 * What each feature is worth, in nats: a logistic regression on changed pages (`tests/bench/anchoring/calibrate.ts`),
 * none of which tests anything.
 */
const weights = [
  -1.92, // every place, before anything is known of it
  0.48, // the part of the passage's words that is left
  0.88, // words of its block that are left around it
  -2.77, // words of its block that are lost
  -2.86, // its surroundings closed over a hole elsewhere
  -2.75, // words of a rival are here
  -0.98, // words were put into it
  1.83, // the order of the other passages has it here
  1.71, // the kind of block is the same
  2.88, // the words that adjoin it, on the side that lost more
  -3.18, // words were put between it and these
  2.98, // one side of its surroundings is left as it was
  4.21, // a whole paragraph to the letter: paragraphs move
  0.88, // by its place among its twins it is the passage
  2.82, // or one of the twins
  -1.19, // it had twins in the same surroundings, which tell nothing then
  -0.97, // of verbatim copies, one is missing
  -1.38, // words were put beside it, in another kind of block
  1.03, // no copy is missing, and none but this one is where no twin was
  1.76, // a passage that was the only one of its words, to the letter
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
