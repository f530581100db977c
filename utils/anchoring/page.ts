import { buildPageText as buildShown, readMarkup, type BuildPageTextOptions } from '../text/index.ts';
import type { PageText } from '../text/types.ts';

/** A page that shows less than this part of its text hides it, until some script has run. */
const leastShown = 0.1;

/** Longer texts (UTF-16 code units) are taken for what the page has to show. */
const shortPage = 400;

/**
 * The page text of a root, as the reader sees it. A page that hides nearly all of its text (`visibility: hidden` on
 * the body until an experiment's script has run, or for ever when that was blocked) is read by its markup.
 */
export function buildPageText(
  root: Document | Element | ShadowRoot,
  options: BuildPageTextOptions = {},
): PageText {
  const shown = buildShown(root, options);
  if (shown.raw.length > shortPage) return shown;
  const whole = buildShown(root, { ...options, readLook: readMarkup });
  return shown.raw.length < whole.raw.length * leastShown ? whole : shown;
}
