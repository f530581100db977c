export { emptyMetadata, readMetadata, type MetadataOptions } from './read.ts';
