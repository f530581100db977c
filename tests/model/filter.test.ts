import { describe, expect, it } from 'vitest';
import { matchesQuery } from '../../utils/model/filter.ts';
import type { AnnotationView } from '../../utils/model/view.ts';

const view: AnnotationView = {
  id: 'a',
  kind: 'quote',
  colour: 'blue',
  quote: 'Chúng tôi không trả nổi, “tiền thủy triều” là gì?',
  note: 'Nghe lại băng ở Đà Nẵng.',
  tags: ['phí', 'ngư dân'],
  speaker: 'Hoàng Lan',
  subject: null,
  draft: null,
};

describe('matchesQuery', () => {
  const found = {
    'words with their marks': 'không trả nổi',
    'words without their marks': 'khong tra noi',
    'đ as d': 'da nang',
    'other quotation marks': '"tien thuy trieu"',
    'a tag': 'ngư',
    'the speaker': 'HOÀNG lan',
    'words of several fields': 'lan băng phí',
    'letters that are written apart from their marks': 'băng'.normalize('NFD'),
  };
  it.each(Object.entries(found))('finds by %s', (_, query) => {
    expect(matchesQuery(view, query)).toBe(true);
  });

  it.each(['mèo', 'lan mèo', 'tra noi lan.'])('does not find by "%s"', (query) => {
    expect(matchesQuery(view, query)).toBe(false);
  });
});
