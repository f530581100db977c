import type { AnnotationKind, Colour } from './annotation.ts';
import type { ArticleBlock } from './article.ts';

/** A block of the article with its words, as a reader view shows it. Never markup: what is shown is made of text. */
export type ReadBlock = ArticleBlock & {
  /**
   * The words, one UTF-16 code unit for each from `start` to `end`. A line break is one that the page shows; all other
   * white space is spaces.
   */
  readonly text: string;
  /** Of a sub-heading its rank, 2 to 6; of an entry of a numbered list its number; else 0. */
  readonly rank: number;
  /** Whether the page shows words before it that are none of the article's, such as an advertisement. */
  readonly isApart: boolean;
};

/** Where an annotation stands in the article, and how it looks. Offsets into the page text. */
export type ReadMark = {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: Colour;
  readonly start: number;
  readonly end: number;
};

/** The article of a page as it is now, with what is kept of it. */
export type ReadArticle = {
  readonly state: 'article' | 'no-article' | 'too-large' | 'not-a-page' | 'practice';
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly blocks: readonly ReadBlock[];
  readonly marks: readonly ReadMark[];
  /** Whether the article is so long that the rest of it was left out. */
  readonly isCut: boolean;
};

/** Words within one block, by which is checked that the page still has them there. */
export type ReadPiece = { readonly start: number; readonly end: number; readonly words: string };
