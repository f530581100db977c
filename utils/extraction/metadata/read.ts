import type { ArticleMetadata, MetadataSource, PublishedTime, Sourced } from '../../model/article.ts';
import {
  attributeOf,
  documentElementOf,
  querySelectorAllIn,
  querySelectorIn,
  textContentOf,
  titleOf,
} from '../../text/dom.ts';
import type { PageText } from '../../text/types.ts';
import { splitByline, unique } from './authors.ts';
import { cleanText, textOrNull } from './clean.ts';
import { parseTime, type DateContext } from './dates.ts';
import { isObject, readLinkedData, type JsonObject, type LinkedData } from './json-ld.ts';
import { detectLanguage, normaliseLang } from './language.ts';
import { readMetaTags, sourceOfMeta, type MetaTags } from './meta.ts';

export type MetadataOptions = {
  readonly document: Document;
  readonly url: string;
  readonly pageText: PageText;
  readonly now: Date;
};

/** What is known of a page that says nothing. */
export const emptyMetadata: ArticleMetadata = {
  title: null,
  standfirst: null,
  authors: null,
  publisher: null,
  creditedSource: null,
  section: null,
  published: null,
  modified: null,
  lang: { declared: null, detected: null },
  canonicalUrl: null,
  image: null,
  keywords: null,
  isPaywalled: false,
};

type Sources = {
  readonly options: MetadataOptions;
  readonly linked: LinkedData;
  readonly article: JsonObject;
  readonly meta: MetaTags;
};

export type PageFacts = {
  readonly metadata: ArticleMetadata;
  /** The article's text as linked data states it, `null` when it doesn't. */
  readonly articleBody: string | null;
  /** Whether the page calls itself an article. */
  readonly isArticle: boolean;
};

/** What the page says of itself, each value with its source. */
export function readFacts(options: MetadataOptions): PageFacts {
  const linked = readLinkedData(options.document);
  const sources: Sources = {
    options,
    linked,
    article: linked.article ?? {},
    meta: readMetaTags(options.document),
  };
  return {
    metadata: readMetadata(sources),
    articleBody: textOrNull(sources.article['articleBody']),
    isArticle: linked.article !== null || /article/iu.test(sources.meta.first('og:type') ?? ''),
  };
}

function readMetadata(sources: Sources): ArticleMetadata {
  const { options } = sources;
  const { pageText } = options;
  const declared = readDeclaredLang(sources);
  const lang = { declared, detected: detectLanguage(pageText.raw) };
  const ctx: DateContext = { lang: lang.detected ?? lang.declared, now: options.now };
  return {
    title: readTitle(sources),
    standfirst: first(sources, {
      ld: ['description'],
      meta: ['og:description', 'description', 'twitter:description', 'dc.description', 'dcterms.abstract'],
    }),
    authors: readAuthors(sources),
    publisher: readPublisher(sources),
    creditedSource: null,
    section: first(sources, {
      ld: ['articleSection'],
      meta: ['article:section', 'parsely-section', 'section', 'cxenseparse:category'],
    }),
    published: readTime(sources, ctx, {
      ld: ['datePublished', 'dateCreated', 'uploadDate'],
      meta: [
        'article:published_time',
        'og:published_time',
        'datepublished',
        'date',
        'dc.date.issued',
        'dcterms.created',
        'dc.date',
        'dcterms.date',
        'citation_publication_date',
        'citation_date',
        'parsely-pub-date',
        'pubdate',
        'publishdate',
        'publish-date',
        'sailthru.date',
        'last-modified',
      ],
      selector:
        'time[itemprop="datePublished"], [itemprop="datePublished"], time[pubdate], article time[datetime], main time[datetime], time[datetime]',
    }),
    modified: readTime(sources, ctx, {
      ld: ['dateModified'],
      meta: ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified'],
      selector: '[itemprop="dateModified"]',
    }),
    lang,
    canonicalUrl: readCanonical(sources),
    image: readImage(sources),
    keywords: readKeywords(sources),
    isPaywalled:
      isFalse(sources.article['isAccessibleForFree']) ||
      /^(?:locked|metered|premium)$/iu.test(sources.meta.first('article:content_tier') ?? ''),
  };
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^\s*false\s*$/iu.test(value));
}

function first(
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

function readTitle(sources: Sources): Sourced<string> | null {
  const { document } = sources.options;
  const stated = first(sources, {
    ld: ['headline'],
    meta: ['og:title', 'twitter:title', 'citation_title', 'parsely-title', 'dc.title'],
  });
  if (stated !== null) return stated;
  const headings = querySelectorAllIn(document, 'h1')
    .map((h1) => cleanText(textContentOf(h1) ?? ''))
    .filter((text) => text !== '');
  const [heading] = headings;
  if (headings.length === 1 && heading !== undefined) return { value: heading, source: 'markup' };
  const title = cleanText(titleOf(document));
  return title === '' ? null : { value: title, source: 'markup' };
}

function readAuthors({ article, linked, meta, options }: Sources): Sourced<readonly string[]> | null {
  const named = namesOf(article['author'] ?? article['creator'], linked);
  if (named.length > 0) return { value: named, source: 'json-ld' };
  for (const name of [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'parsely-author',
    'byl',
    'sailthru.author',
  ]) {
    const names = unique(
      meta
        .all(name)
        .filter((value) => !/^https?:/iu.test(value))
        .flatMap(splitByline),
    );
    if (names.length > 0) return { value: names, source: sourceOfMeta(name) };
  }
  const marked = querySelectorAllIn(
    options.document,
    '[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"]',
  );
  const names = unique(marked.flatMap((element) => splitByline(textContentOf(element) ?? '')));
  return names.length > 0 && names.length < 8 ? { value: names, source: 'markup' } : null;
}

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

function readPublisher({ article, linked, meta }: Sources): Sourced<string> | null {
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

function readTime(
  { article, meta, options }: Sources,
  ctx: DateContext,
  wanted: { readonly ld: readonly string[]; readonly meta: readonly string[]; readonly selector: string },
): Sourced<PublishedTime> | null {
  const candidates = function* (): Generator<[unknown, MetadataSource]> {
    for (const key of wanted.ld) yield [article[key], 'json-ld'];
    for (const name of wanted.meta) yield [meta.first(name), sourceOfMeta(name)];
    for (const element of querySelectorAllIn(options.document, wanted.selector).slice(0, 5)) {
      yield [
        attributeOf(element, 'datetime') ?? attributeOf(element, 'content') ?? textContentOf(element),
        'markup',
      ];
    }
  };
  for (const [value, source] of candidates()) {
    const text = textOrNull(Array.isArray(value) ? value[0] : value);
    const time = text === null ? null : parseTime(text, ctx);
    if (time !== null) return { value: time, source };
  }
  return null;
}

function readCanonical({ article, meta, options }: Sources): Sourced<string> | null {
  const link = querySelectorIn(options.document, 'link[rel~="canonical"][href]');
  const page = article['mainEntityOfPage'];
  const candidates: [unknown, MetadataSource][] = [
    [link === null ? null : attributeOf(link, 'href'), 'link'],
    [meta.first('og:url'), 'open-graph'],
    [isObject(page) ? page['@id'] : page, 'json-ld'],
    [article['url'], 'json-ld'],
  ];
  for (const [value, source] of candidates) {
    const url = absoluteUrl(value, options.url);
    if (url !== null) return { value: url, source };
  }
  return null;
}

function readImage({ article, linked, meta, options }: Sources): Sourced<string> | null {
  const image = linked.resolve(Array.isArray(article['image']) ? article['image'][0] : article['image']);
  const candidates: [unknown, MetadataSource][] = [
    [meta.first('og:image', 'og:image:url', 'twitter:image'), 'open-graph'],
    [isObject(image) ? (image['url'] ?? image['contentUrl']) : image, 'json-ld'],
  ];
  for (const [value, source] of candidates) {
    const url = absoluteUrl(value, options.url);
    if (url !== null) return { value: url, source };
  }
  return null;
}

function absoluteUrl(value: unknown, base: string): string | null {
  if (typeof value !== 'string' || value.trim() === '' || !URL.canParse(value.trim(), base)) return null;
  const url = new URL(value.trim(), base);
  return /^https?:$/u.test(url.protocol) ? url.href : null;
}

function readKeywords({ article, meta }: Sources): Sourced<readonly string[]> | null {
  const value = article['keywords'];
  const stated = (Array.isArray(value) ? value : [value]).map((item: unknown) =>
    textOrNull(isObject(item) ? item['name'] : item),
  );
  const candidates: [readonly (string | null)[], MetadataSource][] = [
    [stated, 'json-ld'],
    [meta.all('article:tag'), 'open-graph'],
    [meta.all('news_keywords'), 'meta'],
    [meta.all('keywords'), 'meta'],
  ];
  for (const [texts, source] of candidates) {
    const words = unique(
      texts
        .flatMap((text) => (text ?? '').split(/[,;、]/u))
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    );
    if (words.length > 0) return { value: words, source };
  }
  return null;
}

function readDeclaredLang({ meta, options, article }: Sources): string | null {
  const html = documentElementOf(options.document);
  const declared = html === null ? null : (attributeOf(html, 'lang') ?? attributeOf(html, 'xml:lang'));
  for (const value of [
    declared,
    textOrNull(article['inLanguage']),
    meta.first('content-language', 'og:locale', 'language', 'dc.language'),
  ]) {
    const lang = normaliseLang(value);
    if (lang !== null) return lang;
  }
  return null;
}
