// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EntityNamer, type EntityNamerProps } from '../../components/EntityNamer.tsx';
import { choose, clear, field, key, press, show, type } from './stage.tsx';

const onChoose = vi.fn<EntityNamerProps['onChoose']>();
const known = [
  { name: 'Hoàng Lan', type: 'person' },
  { name: 'Cảng Đông', type: 'place' },
  { name: 'Hoàng Hải', type: 'organisation' },
];

afterEach(() => {
  clear();
  vi.clearAllMocks();
});

function open(words: string): HTMLElement {
  const stage = show(
    <EntityNamer words={words} known={known} ownTypes={['Tàu']} isBusy={false} onChoose={onChoose} />,
  );
  field('Name').focus();
  return stage;
}

const options = (stage: HTMLElement): string[] =>
  [...stage.querySelectorAll('[role=option] span')].map((option) => option.textContent);
const active = (stage: HTMLElement): string | null =>
  stage.querySelector('[aria-selected=true] span')?.textContent ?? null;

describe('EntityNamer', () => {
  it('begins with the selected words, and what they may name', () => {
    const stage = open('bà Hoàng Lan');
    expect(field('Name').value).toBe('bà Hoàng Lan');
    expect(options(stage)).toEqual(['Hoàng Lan']);
    expect(active(stage)).toBeNull();
  });

  it('has the known entity of just that name at hand', () => {
    const stage = open('cang dong');
    expect(active(stage)).toBe('Cảng Đông');
    press('Tag entity');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith({ name: 'Cảng Đông', type: 'place' });
  });

  it('walks the suggestions with the arrows, over both ends and past none', () => {
    const stage = open('');
    type('Name', 'hoang');
    const way = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((arrow) => {
      expect(key(arrow)).toBe(true);
      return active(stage);
    });
    expect(way).toEqual(['Hoàng Lan', 'Hoàng Hải', null, 'Hoàng Hải']);
    const option = stage.querySelector('[aria-selected=true]');
    expect(field('Name').getAttribute('aria-activedescendant')).toBe(option?.id);
    expect(field('Type')).toMatchObject({ value: 'organisation', disabled: true });
  });

  it('makes a new entity of the type beside it when no suggestion is at hand', () => {
    open('');
    type('Name', 'Bến Mới');
    choose('Type', 'Tàu');
    press('Tag entity');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith({ name: 'Bến Mới', type: 'Tàu' });
  });

  it('keeps a suggestion that is pressed', () => {
    const stage = open('hoang');
    stage.querySelectorAll<HTMLElement>('[role=option]')[1]?.click();
    expect(onChoose).toHaveBeenCalledExactlyOnceWith({ name: 'Hoàng Hải', type: 'organisation' });
  });

  it('lets go of a suggestion with Escape before it is left', () => {
    const stage = open('hoang');
    key('ArrowDown');
    expect(key('Escape')).toBe(true);
    expect(active(stage)).toBeNull();
    expect(key('Escape')).toBe(false);
  });

  it('says how many known entities fit', () => {
    const stage = open('hoang');
    const said = (): string | null => stage.querySelector('[role=status]')?.textContent ?? null;
    expect(said()).toBe('2 known entities fit.');
    type('Name', 'zebra');
    expect(said()).toBe('No known entity fits. Enter makes a new one.');
  });

  it('keeps no entity without a name', () => {
    const stage = open('   ');
    expect(stage.querySelector('button')?.disabled).toBe(true);
  });
});
