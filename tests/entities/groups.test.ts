import { describe, expect, it } from 'vitest';
import { groupMentions } from '../../utils/entities/groups.ts';
import { findMentions } from '../../utils/entities/mentions.ts';

/** The groups of the given names where they stand in the text, each as its spellings in order. */
function group(text: string, lang: string, names: Record<string, string>): string[][] {
  const mentions = findMentions(text, Object.keys(names))
    .filter(({ isNested }) => !isNested)
    .map(({ start, end, name }) => ({ start, end, type: names[name] ?? 'other' }));
  return groupMentions(text, mentions, { lang }).map((found) =>
    found.mentions.map(({ start, end }) => text.slice(start, end)),
  );
}

const people = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, 'person']));

describe('groupMentions', () => {
  it('joins title and name, surname and full name', () => {
    const text = 'Mayor Ada Linden spoke. Mrs. Linden left early. "Ada," they called.';
    expect(group(text, 'en', people('Mayor Ada Linden', 'Mrs. Linden', 'Ada'))).toEqual([
      ['Mayor Ada Linden', 'Mrs. Linden', 'Ada'],
    ]);
  });

  it('joins a Vietnamese name under different titles, and names it without', () => {
    const text = 'Bộ trưởng Trần Hạ nói. Đại tướng Trần Hạ đề nghị. Trần Hạ đi về.';
    const mentions = findMentions(text, ['Bộ trưởng Trần Hạ', 'Đại tướng Trần Hạ', 'Trần Hạ']).filter(
      ({ isNested }) => !isNested,
    );
    const groups = groupMentions(
      text,
      mentions.map(({ start, end }) => ({ start, end, type: 'person' })),
      { lang: 'vi' },
    );
    expect(groups.map(({ name, mentions }) => [name, mentions.length])).toEqual([['Trần Hạ', 3]]);
  });

  it('takes no surname alone for every Vietnamese who has it', () => {
    const text = 'Nguyễn Thị Hạnh gặp Nguyễn Văn Lan. Nguyễn về.';
    expect(group(text, 'vi', people('Nguyễn Thị Hạnh', 'Nguyễn Văn Lan', 'Nguyễn'))).toEqual([
      ['Nguyễn Thị Hạnh'],
      ['Nguyễn Văn Lan'],
      ['Nguyễn'],
    ]);
  });

  it('joins a Vietnamese given name to the one who bears it', () => {
    const text = 'Bà Nguyễn Thị Hạnh đến. Hạnh nói với Nguyễn Văn Lan.';
    expect(group(text, 'vi', people('Nguyễn Thị Hạnh', 'Hạnh', 'Nguyễn Văn Lan'))).toEqual([
      ['Nguyễn Thị Hạnh', 'Hạnh'],
      ['Nguyễn Văn Lan'],
    ]);
  });

  it('gives a shared surname to the one named last', () => {
    const text = 'Ada Linden and Bert Linden quarrelled. Bert Linden left. Linden did not return.';
    expect(group(text, 'en', people('Ada Linden', 'Bert Linden', 'Linden'))).toEqual([
      ['Ada Linden'],
      ['Bert Linden', 'Bert Linden', 'Linden'],
    ]);
  });

  it('joins an acronym that the text introduces in brackets', () => {
    const text = 'The Port Users Association (PUA) met. The PUA voted.';
    expect(group(text, 'en', { 'Port Users Association': 'organisation', PUA: 'organisation' })).toEqual([
      ['Port Users Association', 'PUA', 'PUA'],
    ]);
  });

  it('joins inflected forms', () => {
    const text = 'Kirjailija Aino Virta puhui. Aino Virran kirja. Präsident Lindens Rede gefiel Linden.';
    expect(group(text, 'de', people('Lindens', 'Linden'))).toEqual([['Lindens', 'Linden']]);
  });

  it('keeps what is of another type apart', () => {
    const text = 'Linden was born in Linden.';
    const mentions = [
      { start: 0, end: 6, type: 'person' },
      { start: 19, end: 25, type: 'place' },
    ];
    expect(groupMentions(text, mentions, { lang: 'en' })).toHaveLength(2);
  });

  it('answers nothing for nothing', () => {
    expect(groupMentions('', [], { lang: '' })).toEqual([]);
  });
});
