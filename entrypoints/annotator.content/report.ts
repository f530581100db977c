import type { Placement, PlacementCounts } from '../../utils/messaging/protocol.ts';

/**
 * Tells the background how many annotations stand on the page, for the icon; and once more when the icon may have
 * forgotten, or should say it otherwise.
 */
export function createReport(send: (counts: PlacementCounts) => Promise<unknown>): {
  readonly placed: (placements: readonly Placement[]) => void;
  readonly again: () => void;
} {
  let reported: PlacementCounts = { placed: 0, lost: 0 };

  function tell(counts: PlacementCounts): void {
    reported = counts;
    send(counts).catch((error: unknown) => console.warn(error));
  }

  return {
    placed(placements) {
      const lost = placements.filter(({ status }) => status === 'orphan').length;
      const placed = placements.length - lost;
      // A page that keeps changing must not keep the worker awake.
      if (reported.placed !== placed || reported.lost !== lost) tell({ placed, lost });
    },
    again() {
      if (reported.placed + reported.lost > 0) tell(reported);
    },
  };
}
