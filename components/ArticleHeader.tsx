import type { JSX } from 'preact';
import type { ArticleSummary } from '../utils/messaging/protocol.ts';
import { useText } from './text.ts';

/** Which article this is, at one glance. */
export function ArticleHeader({ article }: { readonly article: ArticleSummary }): JSX.Element {
  const { t, plural, day } = useText();
  const facts = [
    article.publisher ?? '',
    article.authors.join(', '),
    article.published === null ? '' : day(article.published),
    article.wordCount === 0 ? '' : plural('readingTime', article.readingMinutes),
  ].filter((fact) => fact !== '');
  return (
    <header class="article">
      <h1 lang={article.lang ?? undefined}>{article.title === '' ? t('untitled') : article.title}</h1>
      {facts.length > 0 && (
        <p class="article-facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      )}
    </header>
  );
}
