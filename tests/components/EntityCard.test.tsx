// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EntityCard, type EntityActs } from '../../components/EntityCard.tsx';
import type { EntityAbout } from '../../utils/model/entity-about.ts';
import { about, known, noActs } from './entity-screens.tsx';
import { clear, field, key, press, show, type } from './stage.tsx';

const acts = {
  ...noActs,
  edit: vi.fn<EntityActs['edit']>(),
  merge: vi.fn<EntityActs['merge']>(),
  splitAlias: vi.fn<EntityActs['splitAlias']>(),
  splitPassages: vi.fn<EntityActs['splitPassages']>(),
  goTo: vi.fn<EntityActs['goTo']>(() => true),
};

afterEach(() => {
  clear();
  vi.clearAllMocks();
});

function open(part: Partial<EntityAbout> = {}): HTMLElement {
  return show(
    <EntityCard
      about={{ ...about, ...part }}
      known={known}
      ownTypes={['Tàu']}
      found={null}
      isBusy={false}
      acts={acts}
      onBack={() => {}}
    />,
  );
}

describe('EntityCard', () => {
  it('begins at the name, and shows other names, note, quotes and mentions', () => {
    const stage = open();
    expect(document.activeElement?.textContent).toBe('Hoàng Lan');
    const shown = [...stage.querySelectorAll('.registry-aliases li, .note, .registry-passages a')];
    expect(shown.map(({ textContent }) => textContent)).toEqual([
      'bà Lan',
      'H. Lan',
      'Chủ hai tàu.',
      'Không trả nổi.',
      'Hoàng Lan',
      'bà Lan',
    ]);
  });

  it('saves only the fields that were changed', () => {
    open();
    press('Edit');
    type('Other names, one a line', 'bà Lan\n\ncô Lan\nhoàng lan');
    press('Save');
    expect(acts.edit.mock.calls[0]?.[0]).toEqual({ aliases: ['bà Lan', 'cô Lan'] });
  });

  it('joins with another only after it was named once more', () => {
    open();
    press('Join with another');
    type('Join with', 'minh');
    field('Join with').focus();
    key('Enter');
    expect(acts.merge).not.toHaveBeenCalled();
    press('Join “Hoàng Lan” into “Lê Minh”');
    expect(acts.merge.mock.calls[0]?.[0]).toEqual(known[1]);
  });

  it('splits off the ticked passages under the name that is given', () => {
    const stage = open();
    press('Split');
    const [first, , last] = stage.querySelectorAll<HTMLInputElement>('[type=checkbox]');
    void act(() => {
      first?.click();
      last?.click();
    });
    type('Name of the new entity', 'Lan (Hải Phòng)');
    press('Make a new entity of 2 passages');
    expect(acts.splitPassages.mock.calls[0]?.slice(0, 2)).toEqual(['Lan (Hải Phòng)', ['q', 'n']]);
  });

  it('makes an entity of its own of another name', () => {
    open();
    press('Split');
    press('Make “bà Lan” an entity of its own');
    expect(acts.splitAlias).toHaveBeenCalledExactlyOnceWith('bà Lan');
  });

  it('goes to a passage where it is open, and follows the link elsewhere', () => {
    const stage = open();
    const [link] = stage.querySelectorAll<HTMLAnchorElement>('.registry-passages a');
    const click = (): boolean => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true });
      link?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(click()).toBe(true);
    expect(acts.goTo).toHaveBeenCalledExactlyOnceWith('q', 'levy');
    acts.goTo.mockReturnValueOnce(false);
    // What follows a link is the browser's: it must not leave the test.
    link?.removeAttribute('href');
    expect(click()).toBe(false);
  });

  it('offers to delete only what nothing refers to', () => {
    expect(open().textContent).not.toContain('Delete this entity');
    clear();
    const empty = { quotes: [], mentions: [], counts: { quotes: 0, mentions: 0 } };
    expect(open(empty).textContent).toContain('Delete this entity');
  });

  it('comes back to what was typed and not saved', () => {
    open({ draft: { name: 'Lan', type: 'person', aliases: '', note: 'Hỏi lại' } });
    expect([field('Name').value, field('Note').value]).toEqual(['Lan', 'Hỏi lại']);
  });
});
