import type { MetadataSource, Sourced } from '../../model/article.ts';
import { attributeOf, querySelectorAllIn, querySelectorIn, textContentOf } from '../../text/dom.ts';
import { isOrganisation, isPersonName, splitByline, unique } from './authors.ts';
import { cleanText, textOrNull } from './clean.ts';
import { isObject, type LinkedData } from './json-ld.ts';
import { sourceOfMeta } from './meta.ts';
import { readPublisher, type Sources } from './sources.ts';

/** The first source that names people; only when none does, the first that names anyone. */
export function readAuthors(sources: Sources): Sourced<readonly string[]> | null {
  const publisher = readPublisher(sources)?.value ?? '';
  let fallback: Sourced<readonly string[]> | null = null;
  for (const [names, source] of authorCandidates(sources)) {
    if (names.length === 0 || names.length > 12) continue;
    const isOrg = (name: string) => isOrganisation(name, publisher);
    // A desk that signs is only outdone by somebody with a name.
    if (fallback === null ? !names.every(isOrg) : names.some((name) => !isOrg(name) && isPersonName(name)))
      // Whoever signs beside people signs with them, but for the site's own address.
      return { value: names.filter((name) => !/^\S+\.[a-z]{2,4}$/i.test(name)), source };
    fallback ??= { value: names, source };
  }
  return fallback;
}

/** The names in a byline that gives each an element of its own, with nothing between them; empty when there is none. */
function namesInBoxes(document: Document): string[] {
  for (const box of querySelectorAllIn(document, '[class*="byline" i], [class*="author" i]').slice(0, 20)) {
    const leaves = querySelectorAllIn(box, '*').filter((element) => querySelectorIn(element, '*') === null);
    const names = leaves.map((leaf) => cleanText(textContentOf(leaf) ?? '')).filter((text) => text !== '');
    if (names.length > 1 && names.length <= 5 && names.every(isPersonName)) return unique(names);
  }
  return [];
}

function* authorCandidates({
  article,
  linked,
  meta,
  options,
}: Sources): Generator<[string[], MetadataSource]> {
  yield [namesOf(article['author'], linked), 'json-ld'];
  yield [namesOf(article['creator'], linked), 'json-ld'];
  for (const name of authorMetas) {
    const values = meta.all(name).filter((value) => !/^(?:https?:|@)/i.test(value));
    yield [unique(values.flatMap(splitByline)), sourceOfMeta(name)];
  }
  for (const selector of [
    '[itemprop="author"] [itemprop="name"]',
    '[itemprop="author"]',
    '[rel~="author"]',
  ]) {
    const marked = querySelectorAllIn(options.document, selector).slice(0, 8);
    const texts = marked.map((element) => attributeOf(element, 'content') ?? textContentOf(element) ?? '');
    const names = unique(texts.filter((text) => text.length < 200).flatMap(splitByline));
    // More are the authors of other articles on the page.
    yield [names.length > 4 ? [] : names, 'markup'];
  }
  yield [namesInBoxes(options.document), 'markup'];
}

const authorMetas = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'parsely-author',
  'byl',
  'sailthru.author',
  'cxenseparse:author',
  'authors',
];

function namesOf(value: unknown, linked: LinkedData): string[] {
  const values = Array.isArray(value) ? value : [value];
  return unique(
    values.flatMap((item: unknown) => {
      const author = linked.resolve(item);
      const name = textOrNull(
        isObject(author) ? (Array.isArray(author['name']) ? author['name'][0] : author['name']) : author,
      );
      return name === null ? [] : splitByline(name);
    }),
  );
}
