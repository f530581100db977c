import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../utils/entities/mentions.ts';

/** What was found, as the words in the text; with the name where that is written otherwise. */
function find(text: string, ...names: string[]): string[] {
  return findMentions(text, names).map(({ start, end, name }) => {
    const words = text.slice(start, end);
    return words === name ? words : `${words} = ${name}`;
  });
}

describe('findMentions', () => {
  const english = 'Linden is not Lindenburg. The Linden-based line left Linden’s port; "Linden" stayed.';
  it('finds whole words in English and none inside others', () => {
    expect(findMentions(english, ['Linden']).map(({ start }) => english.slice(start, start + 8))).toEqual([
      'Linden i',
      'Linden-b',
      'Linden’s',
      'Linden" ',
    ]);
  });

  const cases: Record<string, { text: string; names: string[]; found: string[] }> = {
    'finds whole syllables in Vietnamese': {
      text: 'Lan gặp Lan Anh ở Lăng; ông Lành và bà Lan.',
      names: ['Lan'],
      found: ['Lan', 'Lan', 'Lan'],
    },
    'keeps tone marks apart': { text: 'Hà, Hạ và Ha đến muộn.', names: ['Hà'], found: ['Hà'] },
    'keeps d and đ apart': { text: 'Ông Dũng và ông Đũng.', names: ['Đũng'], found: ['Đũng'] },
    'keeps case apart': { text: 'The Port and the port.', names: ['Port'], found: ['Port'] },
    'keeps a name inside a longer one apart': {
      text: 'Thu Hà nói với Lê Thu Hà rằng Hà đã về.',
      names: ['Hà', 'Lê Thu Hà', 'Thu Hà'],
      found: ['Thu Hà', 'Lê Thu Hà', 'Hà'],
    },
    'prefers the longer of two names that overlap': {
      text: 'the Port of Linden Council met',
      names: ['Port of Linden', 'Linden Council', 'of'],
      found: ['Port of Linden'],
    },
    'finds a name across a non-breaking space': {
      text: 'Bà Nguyễn\u00a0Thị\u00a0Hạnh đến.',
      names: ['Nguyễn Thị Hạnh'],
      found: ['Nguyễn\u00a0Thị\u00a0Hạnh = Nguyễn Thị Hạnh'],
    },
    'finds a name across a line break and a soft hyphen': {
      text: 'Port\nof Lin\u00adden',
      names: ['Port of Linden'],
      found: ['Port\nof Lin\u00adden = Port of Linden'],
    },
    'finds a composed name in decomposed text': {
      text: 'Bà Hạnh cười.'.normalize('NFD'),
      names: ['Hạnh'],
      found: [`${'Hạnh'.normalize('NFD')} = Hạnh`],
    },
    'finds a decomposed name in composed text': {
      text: 'Bà Hạnh cười.',
      names: ['Hạnh'.normalize('NFD')],
      found: [`Hạnh = ${'Hạnh'.normalize('NFD')}`],
    },
    'finds no plain letter under marks of its own': {
      text: 'the letter q\u0323 here',
      names: ['q'],
      found: [],
    },
    'finds Chinese names without spaces': {
      text: '林登港的王小明说，王小明不会来。',
      names: ['王小明', '林登'],
      found: ['林登', '王小明', '王小明'],
    },
    'finds Thai names without spaces': {
      text: 'คุณสมชายพบสมชายที่ท่าเรือ',
      names: ['สมชาย'],
      found: ['สมชาย', 'สมชาย'],
    },
    'finds no Thai name that goes on with a tone mark': { text: 'มานี้เถอะ', names: ['มานี'], found: [] },
    'finds names beside letters of another script': {
      text: '他叫Tom吗，Tomas不是',
      names: ['Tom'],
      found: ['Tom'],
    },
    'takes the signs of regular expressions as they are': {
      text: 'C++ (see [1]) costs $5.00? Not a*b|c^d.',
      names: ['C++', '[1]', '$5.00?', 'a*b|c^d', '.*'],
      found: ['C++', '[1]', '$5.00?', 'a*b|c^d'],
    },
    'finds nothing for names of nothing': {
      text: 'Some text.',
      names: ['', ' ', '\u200b', '\u00a0'],
      found: [],
    },
    'finds a name once that is given twice': { text: 'Lan', names: ['Lan', 'Lan'], found: ['Lan'] },
    'trims a name': { text: 'bà Lan về', names: [' Lan '], found: ['Lan =  Lan '] },
    'sees an apostrophe of either make': {
      text: 'O’Brien spoke',
      names: ["O'Brien"],
      found: ["O’Brien = O'Brien"],
    },
    'finds names that begin or end with emoji': {
      text: 'the 🌊Wave band',
      names: ['🌊Wave'],
      found: ['🌊Wave'],
    },
    'knows a letter beyond the first 65,536 as a letter': { text: '𝔄Lan Lan𝔄', names: ['Lan'], found: [] },
    'finds nothing in an empty text': { text: '', names: ['Lan'], found: [] },
  };
  it.each(Object.entries(cases))('%s', (_, { text, names, found }) => {
    expect(find(text, ...names)).toEqual(found);
  });

  it('answers in order, without overlap, with words that fold to the name', () => {
    const word = fc.constantFrom('Lan', 'Thu', 'Hà', 'Lê', 'Thu Hà', 'Lê Thu', 'Lê Thu Hà');
    const gap = fc.constantFrom(' ', ', ', '\u00a0', '-', '');
    const texts = fc.array(fc.tuple(word, gap)).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(texts, fc.array(word), (text, names) => {
        const mentions = findMentions(text, names);
        const borders = mentions.flatMap(({ start, end }) => [start, end]);
        expect(borders).toEqual(borders.toSorted((a, b) => a - b));
        for (const { start, end, name } of mentions) {
          expect(text.slice(start, end).replaceAll('\u00a0', ' ')).toBe(name);
        }
      }),
    );
  });
});
