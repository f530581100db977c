/** Where a value was read: the reader can be told, and can correct it. */
export const metadataSources = [
  'json-ld',
  'open-graph',
  'dublin-core',
  'citation',
  'parsely',
  'microdata',
  'meta',
  'link',
  'markup',
  'text',
  'url',
  'reader',
] as const;
export type MetadataSource = (typeof metadataSources)[number];

/** A value and where it comes from. */
export type Sourced<T> = { readonly value: T; readonly source: MetadataSource };

/**
 * A point in time as a publisher gives it.
 * `iso` is ISO 8601 as precise as the page is: a day (`2020-09-25`), a local time without zone
 * (`2020-09-25T14:50:14`), or a time with the publisher's own offset (`2020-09-25T14:50:14+07:00`).
 */
export type PublishedTime = {
  readonly iso: string;
  /** True when the offset was concluded from the language of the page instead of being stated by it. */
  readonly isZoneInferred: boolean;
};

/** The language that a page claims and the one that its text is in (BCP 47, `null` when not known). */
export type ArticleLanguage = { readonly declared: string | null; readonly detected: string | null };

/** What is known about an article; `null` and empty lists where the page says nothing. */
export type ArticleMetadata = {
  readonly title: Sourced<string> | null;
  /** The lead below the headline, or the summary that the page gives for sharing. */
  readonly standfirst: Sourced<string> | null;
  /** People, and only if there are none the organisations that signed; never "By" or a role. */
  readonly authors: Sourced<readonly string[]> | null;
  readonly publisher: Sourced<string> | null;
  /** The medium that a text was taken over from ("Theo VietNamNet", "Source: dpa"). */
  readonly creditedSource: Sourced<string> | null;
  readonly section: Sourced<string> | null;
  readonly published: Sourced<PublishedTime> | null;
  readonly modified: Sourced<PublishedTime> | null;
  readonly lang: ArticleLanguage;
  /** Absolute and as the page gives it; whether it may be believed is for `pageUrls` to say. */
  readonly canonicalUrl: Sourced<string> | null;
  readonly image: Sourced<string> | null;
  readonly keywords: Sourced<readonly string[]> | null;
  /** True when the page says that the whole text is for subscribers only. */
  readonly isPaywalled: boolean;
};

/** What a stretch of an article is. */
export type ArticleBlockKind =
  | 'headline'
  | 'standfirst'
  | 'paragraph'
  | 'subheading'
  | 'quote'
  | 'list'
  | 'caption';

/** A stretch `[start, end)` of the page text, in UTF-16 code units, in reading order and never overlapping. */
export type ArticleBlock = { readonly kind: ArticleBlockKind; readonly start: number; readonly end: number };

/** A block of the article that the page carries but does not show, so that it has no place in the page text. */
export type UnseenBlock = {
  readonly kind: ArticleBlockKind;
  /** One line, white space collapsed. */
  readonly text: string;
  /** Index in `Article.blocks` of the block that it stands before; their number at the end. */
  readonly before: number;
};

/** The article on the page. Offsets are UTF-16 code units of the page text it was found in. */
export type Article = {
  readonly blocks: readonly ArticleBlock[];
  /**
   * What belongs to the article and waits in the page for a script or a subscription to show it, when that is most of
   * it. It can't be painted; `isProbablyIncomplete` is true with it.
   */
  readonly unseen?: readonly UnseenBlock[];
  /**
   * From 0 to 1: how much of the text that should be the article was found, judged by what the page says of
   * itself (JSON-LD `articleBody`) or, when it says nothing, by the running text around the article.
   */
  readonly coverage: number;
  /** True when text was probably lost, so that the reader is to be told. */
  readonly isProbablyIncomplete: boolean;
  /** From 0 to 1: the share of the characters that Readability found which stand in the page text. */
  readonly mappedShare: number;
};

/**
 * Why a page has no article: it is something else (a home page, a section, a search), it has too many
 * elements to be read in bounded time, or reading it went wrong. Highlights work all the same.
 */
export type NoArticleReason = 'not-an-article' | 'too-large' | 'failed';

/** What reading a page answers. Metadata is there in each case, as far as the page gives it. */
export type Extraction =
  | { readonly status: 'article'; readonly article: Article; readonly metadata: ArticleMetadata }
  | { readonly status: 'no-article'; readonly reason: NoArticleReason; readonly metadata: ArticleMetadata };
