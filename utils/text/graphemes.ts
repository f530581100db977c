import type { Bias } from './types.ts';

/** The grapheme boundary at `offset`, or else the next one before (`backward`) or after (`forward`) it. */
export function snapToGrapheme(text: string, offset: number, bias: Bias): number {
  throw new Error(`not built yet: ${text.length} ${offset} ${bias}`);
}

/** Whether no grapheme is cut at `offset`. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  return snapToGrapheme(text, offset, 'backward') === offset;
}
