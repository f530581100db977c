import type { VersionBlock } from '../model/version.ts';
import { foldedTextOf } from './fold-blocks.ts';
import { foldText } from '../text/fold.ts';

/** A kept passage and how it was found on the page now. */
export type KeptPassage = {
  readonly quote: string;
  readonly status: 'exact' | 'moved' | 'altered' | 'orphan';
};

/** How many kept passages a change has touched. */
export type Touched = { readonly altered: number; readonly lost: number };

/**
 * How many kept passages stood in an earlier version and are altered or lost now. What was altered before that, and
 * what stands in captions, is no news of this change.
 */
export function countTouched(before: readonly VersionBlock[], passages: readonly KeptPassage[]): Touched {
  const text = foldedTextOf(before).replaceAll('\n', ' ');
  const touched = passages.filter(
    ({ quote, status }) =>
      (status === 'altered' || status === 'orphan') && text.includes(foldText(quote).text.trim()),
  );
  const altered = touched.filter(({ status }) => status === 'altered').length;
  return { altered, lost: touched.length - altered };
}
