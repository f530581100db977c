import { describe, expect, it } from 'vitest';
import { diffPassage, type WordChange } from '../../utils/versions/word-diff.ts';

const write = (changes: readonly WordChange[]): string =>
  changes
    .map(({ text, change }) => (change === 'kept' ? text : `${change === 'added' ? '+' : '-'}[${text}]`))
    .join('');

describe('diffPassage', () => {
  it('shows which words went and which came', () => {
    expect(
      write(diffPassage('The levy will raise £3.4m a year.', 'The levy will raise £4m a year.', 'en')),
    ).toBe('The levy will raise £-[3.4m]+[4m] a year.');
  });

  it('parts Vietnamese words and words of a script without spaces', () => {
    expect(write(diffPassage('Phí cảng tăng gấp đôi.', 'Phí cảng tăng gấp ba.', 'vi'))).toBe(
      'Phí cảng tăng gấp -[đôi]+[ba].',
    );
    expect(write(diffPassage('港の料金は来年上がる。', '港の料金は今年上がる。', 'ja'))).toBe(
      '港の料金は-[来年]+[今年]上がる。',
    );
  });

  it('says nothing of what stays', () => {
    expect(diffPassage('Others want more.', 'Others want more.', null)).toEqual([
      { text: 'Others want more.', change: 'kept' },
    ]);
  });

  it('passes over typography, which it shows as it is now', () => {
    const before = '"We will pay," she said - in 2\u00ad026... ' + 'Phí cảng tăng.'.normalize('NFD');
    const after = '“We will not pay,” she said – in 2026… Phí cảng tăng.';
    expect(write(diffPassage(before, after, 'en'))).toBe(
      '“We will +[not ]pay,” she said – in 2026… Phí cảng tăng.',
    );
  });

  it('bears a language that is none', () => {
    expect(write(diffPassage('a b', 'a c', 'not a language'))).toBe('a -[b]+[c]');
  });

  it('shows very long passages whole', () => {
    const changes = diffPassage('word '.repeat(4_000), 'other '.repeat(4_000), 'en');
    expect(changes.map(({ change }) => change)).toEqual(['removed', 'added']);
  });
});
