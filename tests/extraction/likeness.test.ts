import { describe, expect, it } from 'vitest';
import { compareArticles } from '../../utils/extraction/index.ts';

const words =
  'river bridge mill dawn mayor cellar rain school council train farmer valley potato meadow cattle water'.split(
    ' ',
  );
/** A text that repeats no four words. */
function tell(length: number, seed: number): string {
  return Array.from(
    { length },
    (_, i) => `${words[(i * 7 + seed) % words.length] ?? ''}${(i * seed) % 97}`,
  ).join(' ');
}

describe('compareArticles', () => {
  it('takes a text and its longer later version as the same', () => {
    const text = tell(200, 3);
    expect(compareArticles({ title: 'a', text }, { title: 'b', text: `${tell(80, 11)} ${text}` })).toBe(
      'same',
    );
  });

  it('takes other texts as different', () => {
    expect(compareArticles({ title: 'a', text: tell(200, 3) }, { title: 'b', text: tell(200, 11) })).toBe(
      'different',
    );
  });

  it('is unsure about a few words', () => {
    expect(
      compareArticles({ title: 'a', text: 'A short note.' }, { title: 'b', text: 'A short note.' }),
    ).toBe('unsure');
  });

  it('is unsure about other texts under one title', () => {
    const title = 'Live: the flood';
    expect(compareArticles({ title, text: tell(200, 3) }, { title, text: tell(200, 11) })).toBe('unsure');
  });
});
