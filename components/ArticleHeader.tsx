import type { JSX } from 'preact';
import type { ArticleSummary } from '../utils/messaging/protocol.ts';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type ArticleHeaderProps = {
  readonly article: ArticleSummary;
  /** Absent while there is nothing to set right. */
  readonly onEdit?: () => void;
};

/** Which article this is, at one glance. */
export function ArticleHeader({ article, onEdit }: ArticleHeaderProps): JSX.Element {
  const { t } = useText();
  return (
    <header class="article">
      <div class="article-head">
        <h1 lang={article.lang ?? undefined}>{article.title === '' ? t('untitled') : article.title}</h1>
        {onEdit !== undefined && (
          <button
            type="button"
            class="icon-button"
            title={t('articleEdit')}
            aria-label={t('articleEdit')}
            onClick={onEdit}
          >
            <Icon path={icons.edit} />
          </button>
        )}
      </div>
      <ArticleFacts article={article} />
      {article.standfirst !== null && article.wordCount > 0 && (
        <p class="article-standfirst" lang={article.lang ?? undefined}>
          {article.standfirst}
        </p>
      )}
    </header>
  );
}

/** Where the article is from, by whom and from when; nothing where none of it is known. */
export function ArticleFacts({ article }: { readonly article: ArticleSummary }): JSX.Element | null {
  const { t, plural, day } = useText();
  const facts = [
    article.publisher ?? '',
    article.authors.join(', '),
    article.published === null ? '' : day(article.published),
    article.wordCount === 0 ? '' : plural('readingTime', article.readingMinutes),
    article.isPaywalled ? t('articlePaywalled') : '',
  ].filter((fact) => fact !== '');
  if (facts.length === 0) return null;
  return (
    <p class="article-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
