import { attributeOf, querySelectorAllIn } from '../../text/dom.ts';

/** The AMP and mobile addresses that a page names as its own, absolute; for `pageUrls`, which believes or doubts them. */
export function readAlternateUrls(document: Document, url: string): string[] {
  const links = querySelectorAllIn(
    document,
    'link[rel~="amphtml"][href], link[rel~="alternate"][media][href]',
  );
  return links.slice(0, 10).flatMap((link) => {
    const href = attributeOf(link, 'href') ?? '';
    return URL.canParse(href, url) ? [new URL(href, url).href] : [];
  });
}
