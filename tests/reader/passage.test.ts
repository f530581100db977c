import { describe, expect, it } from 'vitest';
import { followPassage, passageOf } from '../../utils/reader/index.ts';
import { blocksOf } from './articles.ts';

const lines = ['Phí cảng tăng gấp đôi.', 'Chủ tàu nhỏ nói họ không được hỏi.', 'Hội đồng họp tối thứ Hai.'];

function spanOf(all: readonly string[], words: string): { start: number; end: number } {
  const start = all.join('\n').indexOf(words);
  return { start, end: start + words.length };
}

const passageAt = (all: readonly string[], words: string) => passageOf(blocksOf(all), spanOf(all, words));

describe('passageOf', () => {
  it('takes the words without white space at the ends', () => {
    expect(passageAt(lines, ' cảng tăng ')).toEqual({
      pieces: [{ start: 4, end: 13, words: 'cảng tăng' }],
      text: 'cảng tăng',
      isApart: false,
    });
  });

  it('takes a piece of each block', () => {
    expect(passageAt(lines, 'gấp đôi.\nChủ tàu')?.pieces.map(({ words }) => words)).toEqual([
      'gấp đôi.',
      'Chủ tàu',
    ]);
  });

  it('does not spill into a block of which only the border is selected', () => {
    expect(passageAt(lines, 'gấp đôi.\n')?.text).toBe('gấp đôi.');
  });

  it('says when the page shows something else between the words', () => {
    const all = ['Phí cảng tăng gấp đôi.', '| Quảng cáo', 'Chủ tàu nhỏ nói họ không được hỏi.'];
    expect(passageAt(all, 'đôi.\n| Quảng cáo\nChủ')).toMatchObject({ text: 'đôi.\nChủ', isApart: true });
    expect(passageAt(all, 'Chủ tàu')?.isApart).toBe(false);
  });

  it('is nothing where nothing but space is selected', () => {
    expect(passageAt(lines, ' ')).toBeNull();
  });
});

describe('followPassage', () => {
  const after = ['| Tin nóng: bão số 9', ...lines];

  it('finds the words again that were moved by what came before', () => {
    const passage = passageAt(lines, 'gấp đôi.\nChủ tàu');
    expect(passage && followPassage(passage, blocksOf(lines), blocksOf(after))).toEqual(
      passageAt(after, 'gấp đôi.\nChủ tàu'),
    );
  });

  it('tells twins by their order', () => {
    const twins = ['Có.', 'Không.', 'Có.'];
    const span = { start: 11, end: 14 };
    const passage = passageOf(blocksOf(twins), span);
    expect(passage?.text).toBe('Có.');
    expect(
      passage && followPassage(passage, blocksOf(twins), blocksOf(['Hỏi.', ...twins]))?.pieces[0]?.start,
    ).toBe(16);
  });

  it('is nothing when the words are gone or others stand between', () => {
    const passage = passageAt(lines, 'gấp đôi.\nChủ tàu');
    const changed = [lines[0] ?? '', 'Đính chính.', ...lines.slice(1)];
    expect(passage && followPassage(passage, blocksOf(lines), blocksOf(changed))).toBeNull();
    expect(passage && followPassage(passage, blocksOf(lines), blocksOf(lines.slice(1)))).toBeNull();
  });
});
