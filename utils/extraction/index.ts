export { readAlternateUrls } from './metadata/alternates.ts';
export { extractArticle, extractArticleInSlices, type ExtractOptions } from './extract.ts';
export { normaliseUrl, pageUrls, type PageAddress } from './identity.ts';
export { compareArticles, type ArticleLikeness } from './likeness.ts';
