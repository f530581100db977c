/** What is remembered of an article. Dates are ISO 8601, with the publisher's zone where it gave one. */
export type ArticleRecord = {
  readonly title: string;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly lang: string | null;
  readonly wordCount: number;
  /** Minutes, rounded up. */
  readonly readingMinutes: number;
  /** The article's text, blocks parted by a line break; mentions of entities are found in it. */
  readonly text: string;
};

/** One article under all the addresses it was met at. Times are ISO 8601 UTC strings. */
export type Page = {
  readonly id: string;
  /** The address the reader last saw it at. */
  readonly url: string;
  /** Normalised addresses, any of which leads to this page. */
  readonly urls: readonly string[];
  readonly article: ArticleRecord;
  readonly created: string;
  readonly visited: string;
};
