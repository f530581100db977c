// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SelectionActs, type SelectionActsProps } from '../../components/SelectionActs.tsx';
import { choose, clear, field, find, press, show, type } from './stage.tsx';

const acts = {
  onKeep: vi.fn<SelectionActsProps['onKeep']>(),
  onDraft: vi.fn<SelectionActsProps['onDraft']>(),
  onAddType: vi.fn<SelectionActsProps['onAddType']>(),
};

afterEach(() => {
  clear();
  vi.clearAllMocks();
});

function open(props: Partial<SelectionActsProps> = {}): HTMLElement {
  return show(
    <SelectionActs
      selection="Cảng Đông"
      lang="vi"
      draft={null}
      ownTypes={['Tàu']}
      knownEntities={[
        { name: 'Cảng Đông', type: 'place' },
        { name: 'Hoàng Lan', type: 'person' },
      ]}
      isBusy={false}
      {...acts}
      {...props}
    />,
  );
}

describe('SelectionActs', () => {
  it('shows the words in their own language', () => {
    const words = open().querySelector('blockquote');
    expect([words?.textContent, words?.lang]).toEqual(['Cảng Đông', 'vi']);
  });

  it('keeps a highlight with one press', () => {
    open();
    press('Highlight in purple');
    expect(acts.onKeep).toHaveBeenCalledExactlyOnceWith({ kind: 'highlight', colour: 'purple' });
  });

  it('keeps a quote with its speaker', () => {
    open();
    press('Quote');
    type('Speaker', 'Hoàng Lan');
    press('Keep quote');
    expect(acts.onKeep).toHaveBeenCalledExactlyOnceWith({
      kind: 'quote',
      colour: 'blue',
      speaker: 'Hoàng Lan',
    });
  });

  it('offers the known names for a speaker', () => {
    const stage = open();
    press('Quote');
    const list = field('Speaker').getAttribute('list');
    expect([...stage.querySelectorAll(`#${list} option`)].map((option) => option.textContent)).toEqual([
      'Cảng Đông',
      'Hoàng Lan',
    ]);
  });

  it('proposes the selected words as name, and the type that the name is known by', () => {
    open();
    press('Entity');
    press('Tag entity');
    expect(acts.onKeep).toHaveBeenCalledExactlyOnceWith({
      kind: 'entity',
      colour: 'green',
      subject: { name: 'Cảng Đông', type: 'place' },
    });
  });

  it('keeps an entity under the name and type that the reader gives', () => {
    open({ selection: 'bà Lan' });
    press('Entity');
    type('Name', 'Hoàng Lan');
    choose('Type', 'Tàu');
    press('Tag entity');
    expect(acts.onKeep.mock.calls[0]?.[0]).toMatchObject({ subject: { name: 'Hoàng Lan', type: 'Tàu' } });
  });

  it('opens one panel at a time and closes it by the same button', () => {
    open();
    const isOpen = (name: string): string | null => find('button', name).getAttribute('aria-expanded');
    press('Quote');
    expect([isOpen('Quote'), isOpen('Entity')]).toEqual(['true', 'false']);
    press('Entity');
    expect([isOpen('Quote'), isOpen('Entity')]).toEqual(['false', 'true']);
    press('Entity');
    expect([isOpen('Quote'), isOpen('Entity')]).toEqual(['false', 'false']);
  });

  it('hands on what is typed, panel and all', () => {
    open();
    press('Quote');
    type('Speaker', 'Ho');
    expect(acts.onDraft).toHaveBeenLastCalledWith({
      panel: 'quote',
      speaker: 'Ho',
      name: 'Cảng Đông',
      type: 'place',
    });
  });

  it('goes on where the reader stopped', () => {
    open({ draft: { panel: 'quote', speaker: 'Hoàng', name: 'x', type: 'other' } });
    expect(field('Speaker').value).toBe('Hoàng');
  });

  it('keeps nothing twice while it is busy', () => {
    open({ isBusy: true, draft: { panel: 'quote', speaker: '', name: '', type: 'person' } });
    press('Keep quote');
    press('Highlight in yellow');
    expect(acts.onKeep).not.toHaveBeenCalled();
  });
});
