import { emptyArticle, type ArticleRecord } from '../../utils/model/page.ts';

/** An article of which only the given parts are known. */
export function createArticle(part: Partial<ArticleRecord> = {}): ArticleRecord {
  return { ...emptyArticle, ...part };
}
