import { describe, expect, it } from 'vitest';
import type { ReadMark } from '../../utils/model/read-article.ts';
import { proposeMentions } from '../../utils/proposals/mentions.ts';
import { articleOf } from '../reader/articles.ts';

const lines = [
  'Tỉnh ủy Bắc Ninh họp sáng thứ Hai. Bí thư Hoàng Lan chủ trì.',
  '|Quảng cáo: Hoàng Lan',
  'Bà Lan nói Bắc Ninh sẽ làm. Hoàng Lan không nói thêm, còn Hoàng',
  'Lan là tên một loài hoa.',
];

function find(
  own: string[],
  { others = [], marks = [] }: { others?: string[]; marks?: (Partial<ReadMark> & { on: string })[] } = {},
): string[] {
  const raw = lines.join('\n');
  return proposeMentions(articleOf(lines, marks), { own, others }).map((pieces) =>
    pieces
      .map(({ start, end, words }) => `${words}@${raw.slice(0, start).length}=${raw.slice(start, end)}`)
      .join(),
  );
}

const wordsOf = (found: readonly string[]): string[] => found.map((one) => one.replace(/^.*=/u, ''));

describe('proposeMentions', () => {
  it('finds every mention by each name, by its place in the page text', () => {
    expect(wordsOf(find(['Hoàng Lan', 'Bà Lan']))).toEqual(['Hoàng Lan', 'Bà Lan', 'Hoàng Lan']);
  });

  it('leaves out what is tagged already, by whatever name', () => {
    expect(
      wordsOf(find(['Hoàng Lan'], { marks: [{ on: 'Bí thư Hoàng Lan', kind: 'entity' }] })),
    ).toHaveLength(1);
    expect(wordsOf(find(['Hoàng Lan'], { marks: [{ on: 'Hoàng Lan', kind: 'quote' }] }))).toHaveLength(2);
  });

  it('takes a name inside the longer name of another for no mention', () => {
    expect(wordsOf(find(['Bắc Ninh']))).toHaveLength(2);
    expect(wordsOf(find(['Bắc Ninh'], { others: ['Tỉnh ủy Bắc Ninh'] }))).toHaveLength(1);
  });
});
