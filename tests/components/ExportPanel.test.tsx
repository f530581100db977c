// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExportPanel, type ExportPanelProps } from '../../components/ExportPanel.tsx';
import { choose, clear, press, show } from './stage.tsx';

const onSave = vi.fn<ExportPanelProps['onSave']>();
const onCopy = vi.fn<ExportPanelProps['onCopy']>();

afterEach(() => {
  clear();
  vi.clearAllMocks();
});

const open = (hasArticle: boolean): HTMLElement =>
  show(<ExportPanel hasArticle={hasArticle} onSave={onSave} onCopy={onCopy} />);

describe('ExportPanel', () => {
  it('exports this article as Markdown unless the reader says otherwise', () => {
    open(true);
    press('Save file');
    press('Copy');
    expect([onSave.mock.calls, onCopy.mock.calls]).toEqual([
      [[{ scope: 'article', format: 'markdown' }]],
      [[{ scope: 'article', format: 'markdown' }]],
    ]);
  });

  it('exports what the reader chose', () => {
    open(true);
    choose('What', 'all');
    choose('Format', 'jsonld');
    press('Save file');
    expect(onSave).toHaveBeenCalledExactlyOnceWith({ scope: 'all', format: 'jsonld' });
  });

  it('exports everything where there is no article', () => {
    expect(open(false).querySelector('select[name=scope]')).toBeNull();
    press('Copy');
    expect(onCopy).toHaveBeenCalledExactlyOnceWith({ scope: 'all', format: 'markdown' });
  });

  it('exports everything once the article is gone, and the article again when it is back', () => {
    open(true);
    open(false);
    press('Copy');
    open(true);
    press('Copy');
    expect(onCopy.mock.calls.map(([{ scope }]) => scope)).toEqual(['all', 'article']);
  });
});
