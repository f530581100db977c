import { decideTargets } from '../../../../utils/anchoring/anchor.ts';
import { anchorAll, buildPageText, describeRange, rangesOf } from '../../../../utils/anchoring/index.ts';
import { featuresOf } from '../../../../utils/anchoring/verdict.ts';
import type { Selector } from '../../../../utils/model/selector.ts';
import type { PageText } from '../../../../utils/text/types.ts';

/** What an engine says of one passage. */
export type EngineAnswer = {
  readonly range: Range | null;
  readonly status: string;
  readonly confidence: number;
  /** For calibration: what the verdict was made of, as numbers and to be read. */
  readonly features?: readonly number[];
  readonly note?: string;
};

/** One way of anchoring, as the benchmark drives it. */
export type Engine = {
  readonly name: string;
  /** Stored forms of the ranges. The root is in the document, and does not change afterwards. */
  readonly describe: (root: HTMLElement, ranges: readonly Range[]) => unknown[] | Promise<unknown[]>;
  readonly anchor: (
    root: HTMLElement,
    stored: readonly unknown[],
  ) => EngineAnswer[] | Promise<EngineAnswer[]>;
};

/** Page texts of the pages that were described on; layout is most of a trial's time. */
const described = new WeakMap<HTMLElement, PageText>();

function describeAll(root: HTMLElement, ranges: readonly Range[]): unknown[] {
  const pageText = described.get(root) ?? buildPageText(root);
  described.set(root, pageText);
  // Through JSON and back, as the database and the messages would take them.
  return ranges.map(
    (range) => JSON.parse(JSON.stringify(describeRange(pageText, range) ?? [])) as Selector[],
  );
}

export const pressmark: Engine = {
  name: 'pressmark',
  describe: describeAll,
  anchor(root, stored) {
    const pageText = buildPageText(root);
    return anchorAll(pageText, stored as Selector[][]).map((anchoring) => ({
      range: joinRanges(rangesOf(pageText, anchoring)),
      status: anchoring.status === 'orphan' ? anchoring.reason : anchoring.status,
      confidence: anchoring.confidence,
    }));
  },
};

/** The same with what the verdicts were made of, for calibration: answers with the best place, taken or not. */
export const pressmarkInside: Engine = {
  name: 'inside',
  describe: describeAll,
  anchor(root, stored) {
    const pageText = buildPageText(root);
    const { decisions, unchanged } = decideTargets(pageText, stored as Selector[][]);
    return stored.map((_, target) => {
      const decision = decisions.get(target);
      const weighed = decision?.weighed ?? null;
      const span = weighed?.evidence.span ?? unchanged[target] ?? null;
      return {
        range: span === null ? null : joinRanges(pageText.rangesOf(pageText.folded.toRaw(span))),
        status: decision === undefined ? 'unchanged' : 'searched',
        confidence: decision?.likelihood ?? 1,
        ...(weighed === null
          ? {}
          : { features: featuresOf(weighed), note: JSON.stringify({ ...weighed, share: decision?.share }) }),
      };
    });
  },
};

function joinRanges(ranges: readonly Range[]): Range | null {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.startContainer, first.startOffset);
  range.setEnd(last.endContainer, last.endOffset);
  return range;
}
