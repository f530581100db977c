// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ArticleAddresses, type ArticleAddressesProps } from '../../components/ArticleAddresses.tsx';
import { ArticleEditor, type ArticleEditorProps } from '../../components/ArticleEditor.tsx';
import { createArticle } from '../support/articles.ts';
import { choose, clear, field, find, press, show, type } from './stage.tsx';

const acts = {
  onSave: vi.fn<ArticleEditorProps['onSave']>(),
  onDraft: vi.fn<ArticleEditorProps['onDraft']>(),
  onForget: vi.fn<ArticleEditorProps['onForget']>(),
  onClose: vi.fn<ArticleEditorProps['onClose']>(),
  onSplit: vi.fn<ArticleAddressesProps['onSplit']>(),
  onMerge: vi.fn<ArticleAddressesProps['onMerge']>(),
};

afterEach(() => {
  clear();
  vi.clearAllMocks();
});

const article = createArticle({
  title: 'Phí cảng tăng gấp đôi',
  publisher: 'Tin Cảng',
  authors: ['Lê Thu Hà'],
  published: '2026-11-19T08:00:00+07:00',
  lang: 'vi',
  sources: { title: 'json-ld', authors: 'reader', published: 'text' },
});
const typed = { title: 'Phí' };

function open(part: Partial<ArticleEditorProps> = {}): HTMLElement {
  return show(<ArticleEditor article={article} draft={null} isBusy={false} {...acts} {...part} />);
}

describe('ArticleEditor', () => {
  it('saves what was changed and nothing else', () => {
    open();
    expect(find('button', 'Save').hasAttribute('disabled')).toBe(true);
    type('Authors, one a line', 'Lê Thu Hà\nHoàng Lan');
    press('Save');
    expect(acts.onSave.mock.calls).toEqual([[{ authors: ['Lê Thu Hà', 'Hoàng Lan'] }]]);
  });

  it('saves an emptied field as none', () => {
    open();
    type('Published by', ' ');
    press('Save');
    expect(acts.onSave.mock.calls).toEqual([[{ publisher: '' }]]);
  });

  it('keeps what is typed as a draft until it is as saved again', () => {
    open();
    type('Headline', 'Phí');
    type('Headline', article.title);
    expect(acts.onDraft.mock.calls).toEqual([[typed], [null]]);
  });

  it('follows what is known where nothing was typed, and saves nothing of that', () => {
    open({ draft: typed });
    open({ draft: typed, article: { ...article, publisher: 'Tin Cảng Mới' } });
    expect(field('Published by').value).toBe('Tin Cảng Mới');
    press('Save');
    expect(acts.onSave.mock.calls).toEqual([[{ title: 'Phí' }]]);
  });

  it('shows a draft again, and drops it when it is discarded', () => {
    const stage = open({ draft: typed });
    expect(field('Headline').value).toBe('Phí');
    expect(stage.textContent).toContain('It is not saved yet.');
    press('Discard changes');
    expect([acts.onDraft.mock.calls, acts.onClose.mock.calls]).toEqual([[[null]], [[]]]);
  });

  it('says where each value comes from, and takes a correction back', () => {
    const stage = open();
    expect([...stage.querySelectorAll('.field-source')].map((source) => source.textContent)).toEqual([
      'Read from the page’s own data',
      'Set right by you.Use what the page says',
      'Read from the text',
    ]);
    press('Use what the page says');
    expect(acts.onForget.mock.calls).toEqual([['authors']]);
    expect(acts.onClose).not.toHaveBeenCalled();
  });

  it('offers the language that the article is in, also when few read it', () => {
    open({ article: { ...article, lang: 'cy' } });
    const [chosen] = (field('Language') as HTMLSelectElement).selectedOptions;
    expect(chosen?.textContent).toBe('Welsh');
  });
});

describe('ArticleAddresses', () => {
  const url = 'https://harbour.example/levy';

  it('parts an address only while there is another', () => {
    const alone = show(<ArticleAddresses urls={[url]} others={[]} {...acts} />);
    expect(alone.querySelectorAll('button')).toHaveLength(0);
    show(<ArticleAddresses urls={[url, `${url}/print`]} others={[]} {...acts} />);
    press(`Separate ${url}/print from this article`);
    expect(acts.onSplit.mock.calls).toEqual([[`${url}/print`]]);
  });

  it('joins the article that was chosen, and none before', () => {
    show(<ArticleAddresses urls={[url]} others={[{ id: 'b', title: 'A cat', facts: '' }]} {...acts} />);
    expect(find('button', 'Join').hasAttribute('disabled')).toBe(true);
    choose('This is the same article as', 'b');
    press('Join');
    expect(acts.onMerge.mock.calls).toEqual([['b']]);
  });
});
