// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SiteList } from '../../../components/options/SiteList.tsx';
import { clear, field, press, show, type } from '../stage.tsx';

afterEach(clear);

const nothing = (): void => {};

describe('SiteList', () => {
  it('hands the address over, and empties the field when it is one', () => {
    const onAllow = vi.fn<(address: string) => boolean>((address) => address.includes('.'));
    show(<SiteList sites={[]} onForget={nothing} onAllow={onAllow} />);
    type('Address of a site', 'harbour');
    press('Allow');
    expect(field('Address of a site').value).toBe('harbour');
    type('Address of a site', 'harbour.example');
    press('Allow');
    expect(field('Address of a site').value).toBe('');
    expect(onAllow.mock.calls).toEqual([['harbour'], ['harbour.example']]);
  });
});
