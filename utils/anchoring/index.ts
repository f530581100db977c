export { anchorAll, type Anchoring } from './anchor.ts';
export { describeSpan, readSpan } from './describe.ts';
