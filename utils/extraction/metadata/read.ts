import type { ArticleMetadata, MetadataSource, PublishedTime, Sourced } from '../../model/article.ts';
import {
  attributeOf,
  documentElementOf,
  querySelectorAllIn,
  querySelectorIn,
  textContentOf,
} from '../../text/dom.ts';
import { unique } from './authors.ts';
import { textOrNull } from './clean.ts';
import { parseTime, type DateContext } from './dates.ts';
import { isObject, readLinkedData } from './json-ld.ts';
import { detectLanguage, normaliseLang } from './language.ts';
import { readMetaTags, sourceOfMeta } from './meta.ts';
import { readAuthors } from './read-authors.ts';
import { readTitle } from './read-title.ts';
import { first, readPublisher, type MetadataOptions, type Sources } from './sources.ts';

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
    isArticle: linked.article !== null || /article/i.test(sources.meta.first('og:type') ?? ''),
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
      /^(?:locked|metered|premium)$/i.test(sources.meta.first('article:content_tier') ?? ''),
  };
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^\s*false\s*$/i.test(value));
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
