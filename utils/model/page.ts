import type { MetadataSource } from './article.ts';

/** What is remembered of an article. Dates are ISO 8601, with the publisher's zone where it gave one. */
export type ArticleRecord = {
  readonly title: string;
  /** The lead below the headline, or the summary that the page gives for sharing. */
  readonly standfirst: string | null;
  readonly publisher: string | null;
  /** The medium that the text was taken over from. */
  readonly creditedSource: string | null;
  readonly section: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly lang: string | null;
  readonly keywords: readonly string[];
  readonly image: string | null;
  /** Whether the page says that the whole text is for subscribers only. */
  readonly isPaywalled: boolean;
  readonly wordCount: number;
  /** Minutes, rounded up. */
  readonly readingMinutes: number;
  /** The article's text, blocks parted by a line break; mentions of entities are found in it. */
  readonly text: string;
  /** Where the values were read, as far as they were; `reader` for a correction. */
  readonly sources: ArticleSources;
};

/** An article of which nothing is known. */
export const emptyArticle: ArticleRecord = {
  title: '',
  standfirst: null,
  publisher: null,
  creditedSource: null,
  section: null,
  authors: [],
  published: null,
  modified: null,
  lang: null,
  keywords: [],
  image: null,
  isPaywalled: false,
  wordCount: 0,
  readingMinutes: 0,
  text: '',
  sources: {},
};

/** What a reader can set right. */
export const correctableFields = [
  'title',
  'standfirst',
  'publisher',
  'authors',
  'published',
  'lang',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

export type ArticleSources = { readonly [Field in CorrectableField]?: MetadataSource };

/** The reader's values, which go before what is read. An empty one says that there is none. */
export type ArticleCorrections = {
  readonly [Field in Exclude<CorrectableField, 'authors'>]?: string;
} & { readonly authors?: readonly string[] };

/** Corrections to make; `null` takes one back, so that what the page says counts again. */
export type CorrectionPatch = {
  readonly [Field in CorrectableField]?: Exclude<ArticleCorrections[Field], undefined> | null;
};

/** One article under all the addresses it was met at. Times are ISO 8601 UTC strings. */
export type Page = {
  readonly id: string;
  /** The address the reader last saw it at. */
  readonly url: string;
  /** Normalised addresses, any of which leads to this page. */
  readonly urls: readonly string[];
  /** As it was last read; `articleOf` has the corrections in it. */
  readonly article: ArticleRecord;
  readonly corrections: ArticleCorrections;
  /** Ids of pages that the reader told from this one, so that nobody asks again. */
  readonly apart: readonly string[];
  readonly created: string;
  readonly visited: string;
};

/** The article with the reader's corrections in it. */
export function articleOf({ article, corrections }: Pick<Page, 'article' | 'corrections'>): ArticleRecord {
  const { title, authors, standfirst, publisher, published, lang } = corrections;
  const corrected = correctableFields.filter((field) => corrections[field] !== undefined);
  return {
    ...article,
    ...(title === undefined || title === '' ? {} : { title }),
    ...(authors === undefined ? {} : { authors }),
    ...takeText('standfirst', standfirst),
    ...takeText('publisher', publisher),
    ...takeText('published', published),
    ...takeText('lang', lang),
    sources: {
      ...article.sources,
      ...Object.fromEntries(corrected.map((field) => [field, 'reader'] as const)),
    },
  };
}

function takeText(
  field: 'standfirst' | 'publisher' | 'published' | 'lang',
  value: string | undefined,
): Partial<ArticleRecord> {
  return value === undefined ? {} : { [field]: value === '' ? null : value };
}

/** Corrections after a patch; what the patch does not name stays. */
export function correct(corrections: ArticleCorrections, patch: CorrectionPatch): ArticleCorrections {
  const merged = { ...corrections, ...patch };
  return Object.fromEntries(
    correctableFields.flatMap((field) => {
      const value = merged[field];
      return value === undefined || value === null ? [] : [[field, value] as const];
    }),
  );
}
