import type { ArticleRecord } from '../../utils/model/page.ts';

/** An article of which only the given parts are known. */
export function createArticle(part: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    title: '',
    standfirst: null,
    publisher: null,
    creditedSource: null,
    section: null,
    authors: [],
    published: null,
    modified: null,
    lang: null,
    keywords: [],
    image: null,
    isPaywalled: false,
    wordCount: 0,
    readingMinutes: 0,
    text: '',
    sources: {},
    ...part,
  };
}
