import type { JSX } from 'preact';
import type { EntityArticle } from '../utils/model/entity-about.ts';
import { useText } from './text.ts';

export type EntityPassagesProps = {
  readonly title: string;
  readonly articles: readonly EntityArticle[];
  /** Of all, also those that are not listed. */
  readonly count: number;
  /** Goes to a passage where it is open already; false where it is not, and the link is followed. */
  readonly onGoTo: (annotationId: string, pageId: string) => boolean;
  /** Those that are chosen to be split off, and how that changes; absent where none can be. */
  readonly choice?: {
    readonly chosen: ReadonlySet<string>;
    readonly onToggle: (annotationId: string) => void;
  };
};

/** Passages by their articles, each a way to where it stands. */
export function EntityPassages(props: EntityPassagesProps): JSX.Element | null {
  const { title, articles, count } = props;
  const { t, plural, locale } = useText();
  const listed = articles.reduce((sum, { passages }) => sum + passages.length, 0);
  if (count === 0) return null;
  return (
    <section class="entity-passages" aria-label={title}>
      <h2>
        {title} <span class="count">{count.toLocaleString(locale)}</span>
      </h2>
      {articles.map((article) => (
        <div key={article.pageId} class="entity-article">
          <h3 lang={article.lang ?? undefined} dir="auto">
            {article.title === '' ? t('untitled') : article.title}
          </h3>
          <ArticleLine article={article} />
          <ul>
            {article.passages.map((passage) => (
              <li key={passage.id} class={`mark-${passage.colour}`}>
                <Passage {...props} article={article} passage={passage} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {listed < count && <p class="hint">{plural('entityMore', count - listed)}</p>}
    </section>
  );
}

function ArticleLine({ article }: { readonly article: EntityArticle }): JSX.Element | null {
  const { day } = useText();
  const facts = [article.publisher ?? '', article.published === null ? '' : day(article.published)];
  const line = facts.filter((fact) => fact !== '').join(' · ');
  return line === '' ? null : <p class="hint">{line}</p>;
}

type PassageProps = Pick<EntityPassagesProps, 'choice' | 'onGoTo'> & {
  readonly article: EntityArticle;
  readonly passage: EntityArticle['passages'][number];
};

function Passage({ article, passage, choice, onGoTo }: PassageProps): JSX.Element {
  const { t } = useText();
  const { id, words, href } = passage;
  if (choice !== undefined) {
    return (
      <label class="entity-choice">
        <input type="checkbox" checked={choice.chosen.has(id)} onChange={() => choice.onToggle(id)} />
        <span lang={article.lang ?? undefined} dir="auto">
          {words}
        </span>
      </label>
    );
  }
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      title={t('entityGoTo')}
      lang={article.lang ?? undefined}
      dir="auto"
      onClick={(event) => {
        const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (isPlain && onGoTo(id, article.pageId)) event.preventDefault();
      }}
    >
      {words}
    </a>
  );
}
