// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { formatBytes, StorageFacts } from '../../../components/options/StorageFacts.tsx';
import { clear, show } from '../stage.tsx';

afterEach(clear);

const nothing = (): void => {};

describe('StorageFacts', () => {
  const counts = { articles: 1, annotations: 1_200, entities: 0 };

  it('says how much is kept and how much room it takes', () => {
    const stage = show(
      <StorageFacts counts={counts} bytes={1_240_000} isPersistent={null} onPersist={nothing} />,
    );
    expect(stage.textContent).toContain(
      'Kept: 1 article, 1,200 annotations, 0 entities. It takes about 1.2 MB.',
    );
    expect(stage.querySelector('button')).toBeNull();
  });

  it('asks the browser only where it has not agreed yet', () => {
    const isAsked = (isPersistent: boolean): boolean =>
      show(
        <StorageFacts counts={counts} bytes={null} isPersistent={isPersistent} onPersist={nothing} />,
      ).querySelector('button') !== null;
    expect([isAsked(true), isAsked(false)]).toEqual([false, true]);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, 'en', '1 kB'],
    [155_900, 'en', '156 kB'],
    [9_960_000, 'vi', '10 MB'],
    [1_240_000, 'vi', '1,2 MB'],
    [53_000_000, 'en', '53 MB'],
    [2_400_000_000, 'en', '2.4 GB'],
  ])('writes %i in %s as %s', (bytes, locale, words) => {
    expect(formatBytes(bytes, locale).replace(/\s/gu, ' ')).toBe(words);
  });
});
