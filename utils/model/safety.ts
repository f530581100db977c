/** How a library was found that is not what it should be. */
export const losses = ['vanished', 'behind', 'short', 'unfinished', 'damaged'] as const;

/** What happened to the library, for the reader to be told. */
export type LossReport = {
  /** When it was found, ISO 8601 UTC. */
  readonly at: string;
  readonly loss: (typeof losses)[number];
  /** Annotations that are there now. */
  readonly annotations: number;
  /** When the latest change was made that is there; `null` when nothing could be put back. */
  readonly until: string | null;
  /** Whether everything is back. */
  readonly isWhole: boolean;
  /** Whether what was left of the damaged library was kept. */
  readonly hasRemains: boolean;
};

/** How the library is kept safe. */
export type Safety = {
  /** What the reader has not been told yet. */
  readonly report: LossReport | null;
  /** Whole copies, the newest first. */
  readonly copies: readonly { readonly at: string; readonly rows: number; readonly bytes: number }[];
  /** When the latest change was made that is in the copies or behind them, ISO 8601 UTC. */
  readonly until: string | null;
};
