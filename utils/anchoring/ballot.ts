/** Tokens of shift that count as the same place: words inserted or lost inside a passage shift what follows. */
const bucketSize = 32;

/**
 * Counts votes for where on the page something begins. Each word that is at the right distance from a place votes
 * for it with its bits, as in the Hough transform; neighbouring places share their votes.
 */
export class Ballot {
  private readonly votes: Float32Array;
  private readonly touched: number[] = [];

  /** @param length the page's length in tokens */
  constructor(length: number) {
    this.votes = new Float32Array(Math.ceil((length + 2 * reach) / bucketSize) + 3);
  }

  add(place: number, bits: number): void {
    if (place < -reach) return;
    const bucket = bucketOf(place);
    const before = this.votes[bucket];
    if (before === undefined) return;
    if (before === 0) this.touched.push(bucket);
    this.votes[bucket] = before + bits;
  }

  /** The votes for a place and its neighbourhood. */
  votesFor(place: number): number {
    return place < -reach ? 0 : this.sumAt(bucketOf(place));
  }

  /**
   * The places with the most votes, at least `least` and at least that `share` of what the best has: best first, none
   * next to another.
   */
  pickBest(count: number, share: number, least = 0): number[] {
    const picked: number[] = [];
    let threshold = least;
    while (picked.length < count) {
      let best = -1;
      let most = threshold;
      for (const bucket of this.touched) {
        const sum = this.sumAt(bucket);
        const isBetter = sum > most || (sum === most && (best === -1 || bucket < best));
        if (isBetter && picked.every((other) => Math.abs(other - bucket) > 1)) {
          best = bucket;
          most = sum;
        }
      }
      if (best === -1) break;
      if (picked.length === 0) threshold = Math.max(least, most * share);
      picked.push(best);
    }
    return picked.map((bucket) => bucket * bucketSize + bucketSize / 2 - reach);
  }

  clear(): void {
    for (const bucket of this.touched) this.votes[bucket] = 0;
    this.touched.length = 0;
  }

  private sumAt(bucket: number): number {
    const { votes } = this;
    return (votes[bucket - 1] ?? 0) + (votes[bucket] ?? 0) + (votes[bucket + 1] ?? 0);
  }
}

/** A passage can begin this far outside of the page when its first words are gone. */
const reach = 4_096;

function bucketOf(place: number): number {
  return Math.floor((place + reach) / bucketSize);
}
