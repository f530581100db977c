import { readSpan } from '../anchoring/index.ts';
import { extractArticleInSlices, readAlternateUrls } from '../extraction/index.ts';
import type { PageClaims, PageStatus } from '../messaging/protocol.ts';
import type { ArticleBlock, Extraction, Sourced } from '../model/article.ts';
import { emptyArticle, type ArticleRecord, type ArticleSources } from '../model/page.ts';
import { buildPageText, countWords, readingMinutesOf } from '../text/index.ts';
import type { VersionBlock } from '../model/version.ts';
import type { PageText, Span } from '../text/types.ts';
import { readVersion } from './version.ts';

/** What was read of the page. */
export type PageReading = {
  readonly state: PageStatus['state'];
  /** Where the page was when it was read: it may go on meanwhile. */
  readonly url: string;
  readonly article: ArticleRecord;
  readonly claims: PageClaims;
  /** The text to be kept as a version, `null` where it was not read well enough. */
  readonly version: readonly VersionBlock[] | null;
  /** From 0 to 1, how much of the article was read; `null` where all of it probably was. */
  readonly coverage: number | null;
  /** The text that it was read in, and what of it is the article. */
  readonly pageText: PageText;
  readonly blocks: readonly ArticleBlock[];
  /** From the first word of the article to its last in the page text; `null` where the page is none. */
  readonly span: Span | null;
};

/** Reads one page, as often as it changes. */
export type PageReader = {
  /** The page text as the page is now. */
  readonly readText: () => PageText;
  /** The article as the page is now. */
  readonly readPage: () => Promise<PageReading>;
  /** Says that the page changed; cheap, and may be called for every change. */
  readonly markDirty: () => void;
};

/** What the background takes; a page may say more of itself than anyone wants to keep. */
const limits = {
  title: 1_000,
  standfirst: 5_000,
  author: 200,
  authors: 100,
  keywords: 100,
  alternates: 10,
  time: 40,
  lang: 40,
  address: 8_000,
  text: 4_000_000,
};

/** Reads a page as often as it changes and no oftener, in slices between which the page has its turn. */
export function createReader(document: Document, isOurs: (element: Element) => boolean): PageReader {
  let pageText: PageText | null = null;
  let reading: Promise<PageReading> | null = null;

  function readText(): PageText {
    pageText ??= buildPageText(document, { isOurs });
    return pageText;
  }

  return {
    readText,
    readPage() {
      reading ??= readDocument(document, readText());
      return reading;
    },
    markDirty() {
      pageText = null;
      reading = null;
    },
  };
}

async function readDocument(document: Document, pageText: PageText): Promise<PageReading> {
  const url = addressOf(document);
  if (!isWebPage(document, url)) {
    const nothing = { article: emptyArticle, claims: noClaims, version: null, coverage: null, blocks: [] };
    return { state: stateOfOther(url), url, pageText, span: null, ...nothing };
  }
  const extraction = await extractArticleInSlices({ document, url, pageText, now: new Date(), pause });
  const isIncomplete = extraction.status === 'article' && extraction.article.isProbablyIncomplete;
  return {
    state: stateOf(extraction),
    url,
    article: toRecord(extraction, pageText),
    claims: {
      canonicalUrl: readAddress(extraction.metadata.canonicalUrl?.value),
      alternateUrls: readAlternateUrls(document, url)
        .flatMap((alternate) => readAddress(alternate) ?? [])
        .slice(0, limits.alternates),
    },
    version: readVersion(extraction, pageText),
    coverage: isIncomplete ? extraction.article.coverage : null,
    pageText,
    blocks: extraction.status === 'article' ? extraction.article.blocks : [],
    span: spanOf(extraction),
  };
}

function spanOf(extraction: Extraction): Span | null {
  const blocks = extraction.status === 'article' ? extraction.article.blocks : [];
  const [first] = blocks;
  return first === undefined ? null : { start: first.start, end: blocks.at(-1)?.end ?? first.end };
}

/** Lets the page paint and answer before we go on; a message is not held back in hidden tabs, as timers are. */
async function pause(): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** A page that names no address as its own. */
export const noClaims: PageClaims = { canonicalUrl: null, alternateUrls: [] };

/** Of the extension's own pages only the practice article is read. */
function stateOfOther(url: string): PageStatus['state'] {
  return /^\w+-extension:/u.test(url) ? 'practice' : 'not-a-page';
}

function stateOf(extraction: Extraction): PageStatus['state'] {
  if (extraction.status === 'article') return 'article';
  return extraction.reason === 'too-large' ? 'too-large' : 'no-article';
}

function toRecord(extraction: Extraction, pageText: PageText): ArticleRecord {
  const { metadata } = extraction;
  const blocks = extraction.status === 'article' ? extraction.article.blocks : [];
  const text = blocks
    .map((block) => readSpan(pageText, block))
    .join('\n')
    .slice(0, limits.text);
  const lang = metadata.lang.detected ?? metadata.lang.declared;
  return {
    title: cut(metadata.title, limits.title) ?? '',
    standfirst: cut(metadata.standfirst, limits.standfirst),
    publisher: cut(metadata.publisher, limits.title),
    creditedSource: cut(metadata.creditedSource, limits.title),
    section: cut(metadata.section, limits.title),
    authors: cutList(metadata.authors, limits.authors),
    published: metadata.published?.value.iso.slice(0, limits.time) ?? null,
    modified: metadata.modified?.value.iso.slice(0, limits.time) ?? null,
    lang: lang?.slice(0, limits.lang) ?? null,
    keywords: cutList(metadata.keywords, limits.keywords),
    image: readAddress(metadata.image?.value),
    isPaywalled: metadata.isPaywalled,
    wordCount: countWords(text),
    readingMinutes: readingMinutesOf(text),
    text,
    sources: sourcesOf(extraction),
  };
}

function cut(value: Sourced<string> | null, length: number): string | null {
  return value?.value.slice(0, length) ?? null;
}

function cutList(value: Sourced<readonly string[]> | null, length: number): string[] {
  return (value?.value ?? []).slice(0, length).map((one) => one.slice(0, limits.author));
}

function sourcesOf({ metadata }: Extraction): ArticleSources {
  const { title, standfirst, publisher, authors, published, lang } = metadata;
  const sourced = Object.entries({ title, standfirst, publisher, authors, published });
  const sources = sourced.flatMap(([field, value]) => (value === null ? [] : [[field, value.source]]));
  const ofLang = lang.detected === null ? 'markup' : 'text';
  return {
    ...Object.fromEntries(sources),
    ...((lang.detected ?? lang.declared) === null ? {} : { lang: ofLang }),
  };
}

/** An address that is one, `null` for anything else a page may put in its place. */
function readAddress(value: string | undefined): string | null {
  return value !== undefined && value.length <= limits.address && URL.canParse(value) ? value : null;
}

/** `document.URL` and `contentType` can be shadowed by elements named so; the prototype's cannot. */
export function addressOf(document: Document): string {
  return Reflect.get(Document.prototype, 'URL', document);
}

/** Firefox lets scripts into empty tabs too; what has no address of its own cannot be found again. */
function isWebPage(document: Document, url: string): boolean {
  const type = Reflect.get(Document.prototype, 'contentType', document);
  const hasAddress = /^(?:https?|file):/u.test(url);
  return hasAddress && (type === 'text/html' || type === 'application/xhtml+xml');
}
