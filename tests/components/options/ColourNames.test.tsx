// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ColourNames } from '../../../components/options/ColourNames.tsx';
import { clear, field, key, show, type } from '../stage.tsx';

afterEach(clear);

function leave(): void {
  void act(() => (document.activeElement as HTMLElement | null)?.blur());
}

describe('ColourNames', () => {
  it('gives a colour the name typed, on Enter and on leaving the field', () => {
    const onName = vi.fn<(colour: string, name: string) => void>();
    show(<ColourNames names={{}} onName={onName} />);
    field('Yellow').focus();
    type('Yellow', '  to   check ');
    key('Enter');
    expect(onName.mock.calls).toEqual([['yellow', 'to check']]);
    field('Pink').focus();
    type('Pink', 'said');
    leave();
    expect(onName.mock.calls.at(-1)).toEqual(['pink', 'said']);
  });

  it('says nothing of a name that stays as it was', () => {
    const onName = vi.fn<(colour: string, name: string) => void>();
    show(<ColourNames names={{ yellow: 'to check' }} onName={onName} />);
    field('Yellow').focus();
    type('Yellow', 'to check ');
    leave();
    field('Green').focus();
    type('Green', 'Green');
    leave();
    expect(onName).not.toHaveBeenCalled();
  });

  it('goes back to the usual name when the field is emptied, and to the stored one on Escape', () => {
    const onName = vi.fn<(colour: string, name: string) => void>();
    show(<ColourNames names={{ yellow: 'to check', blue: 'said' }} onName={onName} />);
    field('Blue').focus();
    type('Blue', 'x');
    key('Escape');
    leave();
    expect([onName.mock.calls.length, field('Blue').value]).toEqual([0, 'said']);
    field('Yellow').focus();
    type('Yellow', '');
    leave();
    expect(onName.mock.calls).toEqual([['yellow', '']]);
  });
});
