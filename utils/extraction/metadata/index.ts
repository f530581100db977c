export { completeFromText } from './from-text.ts';
export { emptyMetadata, readFacts, type MetadataOptions, type PageFacts } from './read.ts';
