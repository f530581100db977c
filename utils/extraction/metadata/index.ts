export { emptyMetadata, readFacts, type MetadataOptions, type PageFacts } from './read.ts';
