import { describe, expect, it, vi } from 'vitest';
import { createReport } from '../../entrypoints/annotator.content/report.ts';
import type { Placement, PlacementCounts } from '../../utils/messaging/protocol.ts';

const found: Placement = { id: 'a', status: 'exact' };
const lost: Placement = { id: 'b', status: 'orphan', reason: 'deleted', candidates: [] };

function start() {
  const sent = vi.fn<(counts: PlacementCounts) => Promise<null>>(async () => await Promise.resolve(null));
  return { report: createReport(sent), sent };
}

describe('createReport', () => {
  it('says nothing of a page that nothing is kept of', () => {
    const { report, sent } = start();
    report.placed([]);
    report.again();
    expect(sent).not.toHaveBeenCalled();
  });

  it('tells a change once, however often the page is looked at', () => {
    const { report, sent } = start();
    report.placed([found]);
    report.placed([found]);
    report.placed([found, lost]);
    report.placed([]);
    expect(sent.mock.calls).toEqual([
      [{ placed: 1, lost: 0 }],
      [{ placed: 1, lost: 1 }],
      [{ placed: 0, lost: 0 }],
    ]);
  });

  it('tells the same again when it is asked to', () => {
    const { report, sent } = start();
    report.placed([found]);
    report.again();
    expect(sent.mock.calls).toEqual([[{ placed: 1, lost: 0 }], [{ placed: 1, lost: 0 }]]);
  });
});
