import type { MetadataSource } from '../../model/article.ts';
import { attributeOf, querySelectorAllIn } from '../../text/dom.ts';
import { cleanText } from './clean.ts';

/** The `<meta>` elements of a page by lower-case name or property. */
export type MetaTags = {
  readonly all: (...names: string[]) => string[];
  readonly first: (...names: string[]) => string | null;
};

/** Reads the `<meta>` elements, wherever they stand: many sites have them in the body. */
export function readMetaTags(document: Document): MetaTags {
  const values = new Map<string, string[]>();
  for (const meta of querySelectorAllIn(document, 'meta[content]')) {
    const content = cleanText(attributeOf(meta, 'content') ?? '');
    if (content === '') continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (attributeOf(meta, key) ?? '').toLowerCase().split(/\s+/u)) {
        if (name === '') continue;
        const known = values.get(name);
        if (known === undefined) values.set(name, [content]);
        else if (!known.includes(content)) known.push(content);
      }
    }
  }
  const all = (...names: string[]) => names.flatMap((name) => values.get(name) ?? []);
  return { all, first: (...names) => all(...names)[0] ?? null };
}

/** The vocabulary that a name of a `<meta>` element belongs to. */
export function sourceOfMeta(name: string): MetadataSource {
  if (/^(?:og|article|twitter|fb):/u.test(name)) return 'open-graph';
  if (/^(?:dc|dcterms|dcsext)[.:]/u.test(name)) return 'dublin-core';
  if (name.startsWith('citation_')) return 'citation';
  if (name.startsWith('parsely')) return 'parsely';
  return 'meta';
}
