import { readSpan } from '../anchoring/index.ts';
import { extractArticle } from '../extraction/index.ts';
import type { PageStatus } from '../messaging/protocol.ts';
import type { Extraction } from '../model/article.ts';
import type { ArticleRecord } from '../model/page.ts';
import { buildPageText, countWords, readingMinutesOf } from '../text/index.ts';
import type { PageText } from '../text/types.ts';

/** What was read of the page. */
export type PageReading = {
  readonly state: PageStatus['state'];
  readonly article: ArticleRecord;
  readonly canonicalUrl: string | null;
};

export type PageReader = {
  /** The page text as the page is now. */
  readonly readText: () => PageText;
  /** The article as it was last read; read now when it never was. */
  readonly readPage: () => PageReading;
  /** The article as the page is now. */
  readonly refreshPage: () => PageReading;
  /** Says that the page changed; cheap, and may be called for every change. */
  readonly markDirty: () => void;
  /** Says that the page became another one. */
  readonly markMoved: () => void;
};

/** What the background takes; a page may say more of itself than anyone wants to keep. */
const limits = {
  title: 1_000,
  author: 200,
  authors: 100,
  time: 40,
  lang: 40,
  address: 8_000,
  text: 4_000_000,
};

/** Reads a page as often as it changes and no oftener. */
export function createReader(document: Document, isOurs: (element: Element) => boolean): PageReader {
  let pageText: PageText | null = null;
  let reading: PageReading | null = null;
  let isStale = false;

  function readText(): PageText {
    pageText ??= buildPageText(document, { isOurs });
    return pageText;
  }

  function read(): PageReading {
    isStale = false;
    reading = readDocument(document, readText());
    return reading;
  }

  return {
    readText,
    readPage: () => reading ?? read(),
    refreshPage: () => (reading === null || isStale ? read() : reading),
    markDirty() {
      pageText = null;
      isStale = true;
    },
    markMoved() {
      pageText = null;
      reading = null;
    },
  };
}

function readDocument(document: Document, pageText: PageText): PageReading {
  const url = addressOf(document);
  if (!isWebPage(document, url)) {
    return { state: 'not-a-page', article: emptyArticle, canonicalUrl: null };
  }
  const extraction = extractArticle({ document, url, pageText, now: new Date() });
  return {
    state: stateOf(extraction),
    article: toRecord(extraction, pageText),
    canonicalUrl: readAddress(extraction.metadata.canonicalUrl?.value),
  };
}

const emptyArticle: ArticleRecord = {
  title: '',
  publisher: null,
  authors: [],
  published: null,
  modified: null,
  lang: null,
  wordCount: 0,
  readingMinutes: 0,
  text: '',
};

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
    title: (metadata.title?.value ?? '').slice(0, limits.title),
    publisher: metadata.publisher?.value.slice(0, limits.title) ?? null,
    authors: (metadata.authors?.value ?? [])
      .slice(0, limits.authors)
      .map((name) => name.slice(0, limits.author)),
    published: metadata.published?.value.iso.slice(0, limits.time) ?? null,
    modified: metadata.modified?.value.iso.slice(0, limits.time) ?? null,
    lang: lang?.slice(0, limits.lang) ?? null,
    wordCount: countWords(text),
    readingMinutes: readingMinutesOf(text),
    text,
  };
}

/** An address that is one, `null` for anything else a page may put in its place. */
function readAddress(value: string | undefined): string | null {
  return value !== undefined && value.length <= limits.address && URL.canParse(value) ? value : null;
}

/** `document.URL` and `contentType` can be shadowed by elements named so; the prototype's cannot. */
function addressOf(document: Document): string {
  return Reflect.get(Document.prototype, 'URL', document);
}

/** Firefox lets scripts into empty tabs too; what has no address of its own cannot be found again. */
function isWebPage(document: Document, url: string): boolean {
  const type = Reflect.get(Document.prototype, 'contentType', document);
  const hasAddress = /^(?:https?|file):/u.test(url);
  return hasAddress && (type === 'text/html' || type === 'application/xhtml+xml');
}
