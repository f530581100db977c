export { runPainting, type PaintingRow } from './run-painting.ts';
