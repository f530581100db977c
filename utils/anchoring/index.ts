export { anchorAll, type Anchoring, type AnchoringCandidate } from './anchor.ts';
export { describeSpan } from './describe.ts';
export { buildPageText } from './page.ts';
export { describeRange, rangesOf, spanOfRange } from './ranges.ts';
export { readSpan } from './read.ts';
