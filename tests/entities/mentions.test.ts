import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../utils/entities/mentions.ts';
import { buildNameIndex } from '../../utils/entities/name-index.ts';

/** What was found, as the words in the text; with the name where that is written otherwise; nested in brackets. */
function find(text: string, ...names: string[]): string[] {
  return findMentions(text, names).map(({ start, end, name, isNested }) => {
    const words = text.slice(start, end);
    const found = words === name ? words : `${words} = ${name}`;
    return isNested ? `(${found})` : found;
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
      found: ['Thu Hà', '(Hà)', 'Lê Thu Hà', '(Thu Hà)', '(Hà)', 'Hà'],
    },
    'marks a place inside the name of a council': {
      text: 'Tỉnh ủy Bắc Ninh họp ở Bắc Ninh.',
      names: ['Bắc Ninh', 'Tỉnh ủy Bắc Ninh'],
      found: ['Tỉnh ủy Bắc Ninh', '(Bắc Ninh)', 'Bắc Ninh'],
    },
    'prefers the longer of two names that overlap': {
      text: 'the Port of Linden Council met',
      names: ['Port of Linden', 'Linden Council', 'of'],
      found: ['Port of Linden', '(of)'],
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
    'finds Korean names before particles and inside no longer word': {
      text: '김민수는 왔다. 김민수씨가 갔다. 김민수호는 배다. 큰김민수',
      names: ['김민수'],
      found: ['김민수', '김민수'],
    },
    'finds Arabic, Greek and Hindi names as whole words': {
      text: 'قال سامي إن الساميين هنا. Ο Νίκος είπε. राम ने कहा, रामायण नहीं।',
      names: ['سامي', 'Νίκος', 'राम'],
      found: ['سامي', 'Νίκος', 'राम'],
    },
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

  it('answers in order, outer ones without overlap, with words that fold to the name', () => {
    const word = fc.constantFrom('Lan', 'Thu', 'Hà', 'Lê', 'Thu Hà', 'Lê Thu', 'Lê Thu Hà');
    const gap = fc.constantFrom(' ', ', ', '\u00a0', '-', '');
    const texts = fc.array(fc.tuple(word, gap)).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(texts, fc.array(word), (text, names) => {
        const mentions = findMentions(text, names);
        const outer = mentions.filter(({ isNested }) => !isNested);
        const borders = outer.flatMap(({ start, end }) => [start, end]);
        expect(borders).toEqual(borders.toSorted((a, b) => a - b));
        for (const { start, end, name, isNested } of mentions) {
          expect(text.slice(start, end).replaceAll('\u00a0', ' ')).toBe(name);
          const around = outer.some((mention) => mention.start <= start && mention.end >= end);
          expect(around).toBe(true);
          const isOuter = outer.some((mention) => mention.start === start && mention.end === end);
          expect(isOuter).toBe(!isNested);
        }
      }),
    );
  });

  it('finds 50,000 names in a long text in well under a second', () => {
    const syllables = 'ba ce di fo gu ha ke li mo nu pa re si to vu'.split(' ');
    const names = Array.from({ length: 50_000 }, (_, i) => {
      const word = (n: number): string => {
        const letters = [n % 15, Math.floor(n / 15) % 15, Math.floor(n / 225) % 15].map(
          (k) => syllables[k] ?? '',
        );
        const joined = letters.join('');
        return joined.charAt(0).toUpperCase() + joined.slice(1);
      };
      return `${word(i)} ${word(i * 7 + 3)}`;
    });
    const text = Array.from({ length: 6_000 }, (_, i) => `${names[(i * 37) % names.length]} went,`).join(' ');
    const index = buildNameIndex(names);
    const started = performance.now();
    const mentions = findMentions(text, index);
    expect(performance.now() - started).toBeLessThan(900);
    expect(mentions.filter(({ isNested }) => !isNested).length).toBeGreaterThanOrEqual(6_000);
  });
});
