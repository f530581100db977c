export * from './dom.ts';
export { foldText } from './fold.ts';
export { isGraphemeBoundary, snapToGrapheme } from './graphemes.ts';
export { readLookOf, readMarkup, readRevealed, type Look, type ReadLook } from './look.ts';
export { buildPageText, type BuildPageTextOptions } from './page-text.ts';
export { trimSpan } from './trim.ts';
export type { Bias, FoldedText, PageText, Span, TextBlock, TextPlace, TextSegment } from './types.ts';
export { countWords, readingMinutesOf } from './words.ts';
