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
import { isOrganisation, splitByline, unique } from './authors.ts';
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

/**
 * The headline as linked data states it, for that is the newsroom's; titles for sharing and for search engines are
 * often written by others. Without the kicker when the title for sharing is the same but for that.
 */
function readTitle(sources: Sources): Sourced<string> | null {
  const stated = first(sources, {
    ld: ['headline'],
    meta: ['og:title', 'twitter:title', 'citation_title', 'parsely-title', 'dc.title'],
  });
  const title = cleanText(titleOf(sources.options.document));
  const shared = sources.meta.first('og:title');
  if (
    stated !== null &&
    shared !== null &&
    wordsOf(shared).size > 3 &&
    stated.value.endsWith(`: ${shared}`)
  ) {
    return { value: shared, source: 'open-graph' };
  }
  if (stated?.source === 'json-ld')
    return { value: withoutSite(stated.value, sources), source: stated.source };
  // A title for sharing that the page shows otherwise is the page's to tell.
  const shown = readHeading(sources, [stated?.value ?? '', title]);
  if (shown !== null) return { value: shown, source: 'markup' };
  if (stated !== null) return { value: withoutSite(stated.value, sources), source: stated.source };
  return title === '' ? null : { value: withoutSite(title, sources), source: 'markup' };
}

function readHeading({ options }: Sources, titles: readonly string[]): string | null {
  const { document, pageText } = options;
  const headings = querySelectorAllIn(document, 'h1')
    .filter((heading) => pageText.spanOf(heading) !== null)
    .map((heading) => {
      const span = pageText.spanOf(heading);
      return span === null ? '' : cleanText(pageText.raw.slice(span.start, span.end));
    })
    .filter((text) => text.length > 8 && text.length < 300);
  const scored = headings.map((text) => ({
    text,
    likeness: Math.max(...titles.map((title) => likenessOf(text, title))),
  }));
  scored.sort((a, b) => b.likeness - a.likeness);
  const [best] = scored;
  return best !== undefined && best.likeness >= 0.6 ? best.text : null;
}

/** The share of the shorter one's words that are in the other. */
function likenessOf(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.max(1, Math.min(first.size, second.size));
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu) ?? [],
  );
}

/** Titles end with the site's name behind a bar or dash, sometimes with sections before it. */
function withoutSite(title: string, sources: Sources): string {
  const site = wordsOf(readPublisher(sources)?.value ?? '');
  const parts = title.split(/\s+[|–—·»:-]\s+/u);
  const [head] = parts;
  if (head === undefined || parts.length < 2 || wordsOf(head).size < 3) return title;
  const tail = [...wordsOf(parts.at(-1) ?? '')];
  const isSite =
    tail.some((word) => site.has(word)) || sources.options.url.toLowerCase().includes(tail.join(''));
  if (!isSite) return title;
  const kept = parts.length > 3 ? 1 : parts.length - 1;
  const end = title.indexOf(parts[kept] ?? '', parts.slice(0, kept).join('').length);
  return title
    .slice(0, end)
    .replace(/\s+[|–—·»:-]\s+$/u, '')
    .trim();
}

/** The first source that names people; only when none does, the first that names anyone. */
function readAuthors(sources: Sources): Sourced<readonly string[]> | null {
  const publisher = readPublisher(sources)?.value ?? '';
  let fallback: Sourced<readonly string[]> | null = null;
  for (const [names, source] of authorCandidates(sources)) {
    if (names.length === 0 || names.length > 12) continue;
    const isOrg = (name: string) => isOrganisation(name, publisher);
    // Whoever signs beside people signs with them, but for the site's own address.
    if (!names.every(isOrg))
      return { value: names.filter((name) => !/^\S+\.[a-z]{2,4}$/iu.test(name)), source };
    fallback ??= { value: names, source };
  }
  return fallback;
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
    const values = meta.all(name).filter((value) => !/^(?:https?:|@)/iu.test(value));
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
