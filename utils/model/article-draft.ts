import type { ArticleRecord } from './page.ts';

/** What the details of an article look like in a form: text, an author a line. */
export type ArticleFields = {
  readonly title: string;
  readonly standfirst: string;
  readonly publisher: string;
  readonly authors: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly published: string;
  readonly lang: string;
};

/** The fields in the order of the form. */
export const articleFieldNames = [
  'title',
  'standfirst',
  'publisher',
  'authors',
  'published',
  'lang',
] as const;

/** The fields of an article as it is known. */
export function fieldsOfArticle(article: Omit<ArticleRecord, 'text'>): ArticleFields {
  return {
    title: article.title,
    standfirst: article.standfirst ?? '',
    publisher: article.publisher ?? '',
    authors: article.authors.join('\n'),
    published: /^\d{4}-\d{2}-\d{2}/u.exec(article.published ?? '')?.[0] ?? '',
    lang: article.lang ?? '',
  };
}

/** What was typed into some of the fields and not saved yet. */
export type ArticleDraft = Partial<ArticleFields>;

/** Reads a stored draft; `null` when it is none or of an unknown shape. */
export function parseArticleDraft(value: string | null): ArticleDraft | null {
  if (value === null) return null;
  try {
    const draft: unknown = JSON.parse(value);
    if (typeof draft !== 'object' || draft === null) return null;
    const isField = ([name, text]: [string, unknown]): boolean =>
      articleFieldNames.some((known) => known === name) && typeof text === 'string';
    const entries = Object.entries(draft);
    return entries.length > 0 && entries.every(isField) ? draft : null;
  } catch {
    // Written by an older version, or damaged: what is saved is what counts then.
    return null;
  }
}

/** The names in a field with one a line. */
export function parseAuthors(value: string): string[] {
  const names = value.split('\n').map((name) => name.trim().replace(/\s+/gu, ' '));
  return [...new Set(names.filter((name) => name !== ''))];
}
