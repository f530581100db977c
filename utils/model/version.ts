import type { ArticleBlockKind } from './article.ts';

/** What a block of an article's text is. Captions and credits take no part: they come and go with pictures. */
export const versionRoles = [
  'headline',
  'standfirst',
  'paragraph',
  'subheading',
  'quote',
  'list',
] as const satisfies readonly ArticleBlockKind[];
export type VersionRole = (typeof versionRoles)[number];

/** A block of an article as it read at some time; one line, white space collapsed, else as it stood there. */
export type VersionBlock = { readonly role: VersionRole; readonly text: string };

/** The article's text as it reads now, on its way to the library. */
export type VersionDraft = {
  /**
   * Names the visit: one document at one address, from its load, or from the change of address that an application
   * makes in its place, until it goes.
   */
  readonly visit: string;
  readonly blocks: readonly VersionBlock[];
};

/** What a version can hold; an article beyond that is a book, of which none is kept. */
export const versionLimits = { blocks: 3_000, characters: 1_000_000 } as const;

/** The text of an article as the reader met it. Times are ISO 8601 UTC strings. */
export type Version = VersionDraft & {
  readonly id: string;
  readonly pageId: string;
  /** The normalised address it was read at: other addresses of an article may render it otherwise. */
  readonly url: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** SHA-256 of the text as it is compared, in hexadecimal: typographic noise does not change it. */
  readonly digest: string;
  /** When the reader was told of it, or was there while it came to be; `null` as long as it waits to be told. */
  readonly noted: string | null;
  /** Whether the page showed only a part of the article that it had shown before. */
  readonly isPart: boolean;
};
