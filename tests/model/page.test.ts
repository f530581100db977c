import { describe, expect, it } from 'vitest';
import { articleOf, correct } from '../../utils/model/page.ts';
import { fieldsOfArticle, parseArticleDraft, parseAuthors } from '../../utils/model/article-draft.ts';
import { createArticle } from '../support/articles.ts';

const article = createArticle({
  title: 'Phí cảng tăng gấp đôi',
  publisher: 'Tin Cảng',
  authors: ['Lê Thu Hà'],
  published: '2026-11-19T08:00:00+07:00',
  lang: 'vi',
  sources: { title: 'json-ld', authors: 'text' },
});

describe('articleOf', () => {
  it('puts the reader’s values before what was read, and says so', () => {
    const corrected = articleOf({
      article,
      corrections: { authors: ['Hoàng Lan'], published: '2026-11-20' },
    });
    expect(corrected).toEqual({
      ...article,
      authors: ['Hoàng Lan'],
      published: '2026-11-20',
      sources: { title: 'json-ld', authors: 'reader', published: 'reader' },
    });
  });

  it('takes an emptied field for none, but a headline that is empty for the one that was read', () => {
    const corrected = articleOf({ article, corrections: { publisher: '', title: '', authors: [] } });
    expect(corrected).toMatchObject({ publisher: null, title: article.title, authors: [] });
  });

  it('leaves the article as it is without corrections', () => {
    expect(articleOf({ article, corrections: {} })).toEqual(article);
  });
});

describe('correct', () => {
  it('keeps corrections that the patch does not name', () => {
    expect(correct({ title: 'a', lang: 'vi' }, { title: 'b' })).toEqual({ title: 'b', lang: 'vi' });
  });

  it('takes one back', () => {
    expect(correct({ title: 'a', authors: [] }, { title: null })).toEqual({ authors: [] });
  });
});

describe('the fields of an article', () => {
  it('show what is known, an author a line and the day alone', () => {
    expect(fieldsOfArticle({ ...article, authors: ['Lê Thu Hà', 'Hoàng Lan'] })).toEqual({
      title: 'Phí cảng tăng gấp đôi',
      standfirst: '',
      publisher: 'Tin Cảng',
      authors: 'Lê Thu Hà\nHoàng Lan',
      published: '2026-11-19',
      lang: 'vi',
    });
  });

  it('come back from a draft, unless it is damaged', () => {
    const typed = { title: 'Phí', authors: '' };
    expect(parseArticleDraft(JSON.stringify(typed))).toEqual(typed);
    const damaged = [null, '', '{', 'null', '[]', '{}', '{"tittle":"x"}', '{"title":"x","lang":3}'];
    expect(damaged.map(parseArticleDraft)).toEqual(damaged.map(() => null));
  });

  it('hold each author once', () => {
    expect(parseAuthors(' Lê  Thu Hà \n\nHoàng Lan\nLê Thu Hà')).toEqual(['Lê Thu Hà', 'Hoàng Lan']);
    expect(parseAuthors(' \n')).toEqual([]);
  });
});
