export { completeFromText } from './from-text.ts';
export { emptyMetadata, readFacts, type PageFacts } from './read.ts';
export type { MetadataOptions } from './sources.ts';
