/** Where a page was met and what it says of its own address; all URLs absolute. */
export type PageAddress = {
  /** The address in the address bar. */
  readonly url: string;
  /** `<link rel=canonical>`, `og:url` or the like, as the page gives it. */
  readonly canonicalUrl?: string | null;
  /** `<link rel=amphtml>` and `<link rel=alternate media=…>`. */
  readonly alternateUrls?: readonly string[];
};

/**
 * An address as a key: the same for two addresses only when they surely lead to the same article. Scheme, `www.`,
 * default ports, trailing slashes, tracking parameters and plain fragments are out, fragments that are routes stay.
 */
export function normaliseUrl(url: string): string {
  return url;
}

/** All keys that this page is to be found under, the surest first. Links that cannot be believed are left out. */
export function pageUrls(address: PageAddress): string[] {
  return [normaliseUrl(address.url)];
}
