export type { Span } from '../text/index.ts';
export { followPassage, passageOf, type Passage } from './passage.ts';
export {
  firstEndingAfter,
  nextAt,
  segmentBlock,
  showBlocks,
  type BlockMark,
  type Segment,
  type ShownBlock,
} from './segments.ts';
export { firstOf, stepSpan, type Step, type StepUnit } from './steps.ts';
