// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AnnotationEditor, type AnnotationEditorProps } from '../../components/AnnotationEditor.tsx';
import type { AnnotationView } from '../../utils/model/view.ts';

import { choose, clear, field, find, key, press, show, type } from './stage.tsx';

const acts = {
  onRestyle: vi.fn<AnnotationEditorProps['onRestyle']>(),
  onSave: vi.fn<AnnotationEditorProps['onSave']>(),
  onDraft: vi.fn<AnnotationEditorProps['onDraft']>(),
  onDelete: vi.fn<AnnotationEditorProps['onDelete']>(),
  onAddType: vi.fn<AnnotationEditorProps['onAddType']>(),
};

afterEach(() => {
  clear();
  vi.clearAllMocks();
});

const quote: AnnotationView = {
  id: 'a',
  kind: 'quote',
  colour: 'blue',
  quote: 'Chúng tôi không trả nổi.',
  note: 'Nghe lại băng.',
  tags: ['phí', 'ngư dân'],
  speaker: 'Hoàng Lan',
  subject: null,
  draft: null,
};
const highlight: AnnotationView = { ...quote, kind: 'highlight', speaker: '' };
const entity: AnnotationView = {
  ...quote,
  kind: 'entity',
  quote: 'bà Lan',
  speaker: '',
  subject: { name: 'Hoàng Lan', type: 'person' },
};

function open(
  annotation: AnnotationView,
  startAt: AnnotationEditorProps['startAt'] | null = 'note',
): HTMLElement {
  return show(
    <AnnotationEditor
      annotation={annotation}
      ownTypes={['Tàu']}
      knownEntities={[{ name: 'Minh', type: 'person' }]}
      startAt={startAt ?? undefined}
      {...acts}
    />,
  );
}

const isSaveOff = (): boolean => find('button', 'Save').hasAttribute('disabled');
const valueOf = (label: string): string => field(label).value;

describe('AnnotationEditor', () => {
  it('shows what is saved, and offers to save nothing', () => {
    const stage = open(quote);
    expect([valueOf('Speaker'), valueOf('Note'), valueOf('Tags')]).toEqual([
      'Hoàng Lan',
      'Nghe lại băng.',
      'phí, ngư dân',
    ]);
    expect(isSaveOff()).toBe(true);
    expect(stage.textContent).not.toContain('Discard');
  });

  it('shows a note as what its Markdown means until it is pressed', () => {
    const stage = open({ ...quote, note: 'Nghe **lại** băng.' }, null);
    expect(stage.querySelector('.note strong')?.textContent).toBe('lại');
    expect(stage.querySelector('textarea')).toBeNull();
    press('Edit the note');
    expect(valueOf('Note')).toBe('Nghe **lại** băng.');
    expect(document.activeElement).toBe(field('Note'));
  });

  it('goes to edit by a press on the text, but not by a press on a link', () => {
    const stage = open({ ...quote, note: 'Xem [bản ghi](https://harbour.example/)' }, null);
    stage.querySelector('a')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(stage.querySelector('textarea')).toBeNull();
    void act(() => stage.querySelector('p')?.click());
    expect(valueOf('Note')).toContain('Xem');
  });

  it('shows an empty note and an unsaved one as fields', () => {
    open({ ...quote, note: '' }, null);
    expect(valueOf('Note')).toBe('');
    clear();
    const draft = { note: 'Nghe', tags: 'phí, ngư dân', speaker: 'Hoàng Lan', subject: '' };
    open({ ...quote, draft }, null);
    expect(valueOf('Note')).toBe('Nghe');
  });

  it('begins in the tags when asked to', () => {
    open(quote, 'tags');
    expect(document.activeElement).toBe(field('Tags'));
  });

  it('hands on every change as a draft, and null when it is as saved again', () => {
    open(quote);
    type('Note', 'Nghe lại băng. Hai lần.');
    type('Tags', 'phí');
    expect(acts.onDraft.mock.calls).toEqual([
      [
        {
          note: 'Nghe lại băng. Hai lần.',
          tags: 'phí, ngư dân',
          speaker: 'Hoàng Lan',
          subject: 'Chúng tôi không trả nổi.',
        },
      ],
      [
        {
          note: 'Nghe lại băng. Hai lần.',
          tags: 'phí',
          speaker: 'Hoàng Lan',
          subject: 'Chúng tôi không trả nổi.',
        },
      ],
    ]);
    type('Tags', 'phí, ngư dân');
    type('Note', 'Nghe lại băng.');
    expect(acts.onDraft).toHaveBeenLastCalledWith(null);
    expect(isSaveOff()).toBe(true);
  });

  it('puts back what was typed and says so', () => {
    const stage = open({ ...quote, draft: { note: 'half a sent', tags: '', speaker: 'H', subject: '' } });
    expect([valueOf('Note'), valueOf('Tags'), valueOf('Speaker')]).toEqual(['half a sent', '', 'H']);
    expect(stage.textContent).toContain('What you had typed is back.');
    expect(isSaveOff()).toBe(false);
  });

  it('goes back to what is saved when the reader discards', () => {
    const stage = open({ ...quote, draft: { note: 'half a sent', tags: '', speaker: 'H', subject: '' } });
    press('Discard changes');
    expect([valueOf('Note'), valueOf('Tags'), valueOf('Speaker')]).toEqual([
      'Nghe lại băng.',
      'phí, ngư dân',
      'Hoàng Lan',
    ]);
    expect(acts.onDraft).toHaveBeenLastCalledWith(null);
    expect(stage.textContent).not.toContain('What you had typed is back.');
  });

  it.each([
    ['Ctrl', { ctrlKey: true }],
    ['Command', { metaKey: true }],
  ])('saves with %s and Enter in the note', (_, modifiers) => {
    open(quote);
    type('Note', 'neu');
    find('textarea', 'Note').focus();
    expect(key('Enter', modifiers)).toBe(true);
    expect(acts.onSave).toHaveBeenCalledExactlyOnceWith({ note: 'neu' });
  });

  it('writes a line with Enter alone', () => {
    open(quote);
    find('textarea', 'Note').focus();
    expect(key('Enter')).toBe(false);
    expect(acts.onSave).not.toHaveBeenCalled();
  });

  it('saves by its button, with tags taken apart', () => {
    open(highlight);
    type('Tags', '#phí #bến');
    press('Save');
    expect(acts.onSave).toHaveBeenCalledExactlyOnceWith({ tags: ['phí', 'bến'] });
  });

  it('saves a speaker of a quote only', () => {
    const stage = open(highlight);
    expect(stage.textContent).not.toContain('Speaker');
    type('Note', 'x');
    press('Save');
    expect(Object.keys(acts.onSave.mock.calls[0]?.[0] ?? {})).toEqual(['note']);
  });

  it('leaves to another window what was edited there', () => {
    open(quote);
    type('Tags', 'bến');
    open({ ...quote, note: 'Written in the popup meanwhile.' });
    expect([valueOf('Note'), valueOf('Tags')]).toEqual(['Written in the popup meanwhile.', 'bến']);
    press('Save');
    expect(acts.onSave).toHaveBeenCalledExactlyOnceWith({ tags: ['bến'] });
  });

  it('saves name and type of an entity, and no speaker', () => {
    open(entity);
    expect([valueOf('Name'), valueOf('Type')]).toEqual(['Hoàng Lan', 'person']);
    type('Name', 'Lan Hoàng');
    choose('Type', 'Tàu');
    press('Save');
    expect(acts.onSave).toHaveBeenCalledExactlyOnceWith({
      subject: { name: 'Lan Hoàng', type: 'Tàu' },
    });
  });

  it('leaves the entity as it is when its name is emptied', () => {
    open(entity);
    type('Name', '  ');
    press('Save');
    expect(acts.onSave.mock.calls[0]?.[0]).not.toHaveProperty('subject');
  });

  it('offers to save the name of an entity that has none yet', () => {
    open({ ...entity, subject: null });
    expect(valueOf('Name')).toBe('bà Lan');
    expect(isSaveOff()).toBe(false);
    press('Save');
    expect(acts.onSave.mock.calls[0]?.[0]).toMatchObject({ subject: { name: 'bà Lan', type: 'other' } });
  });

  it('offers to save when only the type changed', () => {
    open(entity);
    choose('Type', 'place');
    expect(isSaveOff()).toBe(false);
  });

  it('adds a type on the spot and takes it', () => {
    open(entity);
    const last = [...field('Type').querySelectorAll('option')].at(-1);
    choose('Type', last?.value ?? '');
    type('Name of the new type', ' Thuyền trưởng ');
    find('input', 'Name of the new type').focus();
    key('Enter');
    expect(acts.onAddType).toHaveBeenCalledExactlyOnceWith('Thuyền trưởng');
    expect(valueOf('Type')).toBe('Thuyền trưởng');
    expect(acts.onSave).not.toHaveBeenCalled();
  });

  it('hands on kind and colour at once', () => {
    open(highlight);
    press('Quote');
    press('Pink');
    expect(acts.onRestyle.mock.calls).toEqual([[{ kind: 'quote' }], [{ colour: 'pink' }]]);
    expect(acts.onSave).not.toHaveBeenCalled();
  });

  it('keeps what was typed while the annotation takes another kind', () => {
    open(highlight);
    type('Note', 'half a sent');
    open(quote);
    expect(valueOf('Note')).toBe('half a sent');
  });

  it('tells which kind and colour it has', () => {
    const stage = open(quote);
    const pressed = [...stage.querySelectorAll('[aria-pressed=true]')].map(
      (one) => one.getAttribute('aria-label') ?? one.textContent,
    );
    expect(pressed).toEqual(['Quote', 'Blue']);
  });

  it('deletes by a button that submits nothing', () => {
    open(quote);
    press('Delete');
    expect([acts.onDelete.mock.calls.length, acts.onSave.mock.calls.length]).toEqual([1, 0]);
  });
});
