import type { Sourced } from '../../model/article.ts';
import type { PageText } from '../../text/types.ts';
import { textOrNull } from './clean.ts';
import { isObject, type JsonObject, type LinkedData } from './json-ld.ts';
import { sourceOfMeta, type MetaTags } from './meta.ts';

export type MetadataOptions = {
  readonly document: Document;
  readonly url: string;
  readonly pageText: PageText;
  readonly now: Date;
};

/** All that a page says of itself for machines. */
export type Sources = {
  readonly options: MetadataOptions;
  readonly linked: LinkedData;
  readonly article: JsonObject;
  readonly meta: MetaTags;
};

/** The first value among keys of the article's linked data, then among names of `<meta>`. */
export function first(
  { article, meta }: Sources,
  { ld, meta: names }: { readonly ld: readonly string[]; readonly meta: readonly string[] },
): Sourced<string> | null {
  for (const key of ld) {
    const value = article[key];
    const text = textOrNull(Array.isArray(value) ? value[0] : value);
    if (text !== null) return { value: text, source: 'json-ld' };
  }
  for (const name of names) {
    const text = meta.first(name);
    if (text !== null) return { value: text, source: sourceOfMeta(name) };
  }
  return null;
}

/** The name of the medium. */
export function readPublisher({ article, linked, meta }: Sources): Sourced<string> | null {
  const publisher = linked.resolve(
    Array.isArray(article['publisher']) ? article['publisher'][0] : article['publisher'],
  );
  const siteName = meta.first('og:site_name');
  if (siteName !== null) return { value: siteName, source: 'open-graph' };
  const name = textOrNull(isObject(publisher) ? publisher['name'] : publisher);
  if (name !== null) return { value: name, source: 'json-ld' };
  const other = meta.first(
    'application-name',
    'dc.publisher',
    'citation_journal_title',
    'apple-mobile-web-app-title',
  );
  return other === null ? null : { value: other, source: 'meta' };
}
