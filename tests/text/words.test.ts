import { describe, expect, it } from 'vitest';
import { countWords, readingMinutesOf } from '../../utils/text/index.ts';

describe('countWords', () => {
  const cases: Record<string, [string, number]> = {
    'counts words between spaces and punctuation': ['The river rose, again; schools closed.', 6],
    'takes contractions and hyphenated words as one': ["It's a well-known, 1,200-year-old town.", 5],
    'counts Vietnamese syllables': ['Ủy ban nhân dân thành phố Huế', 7],
    'counts decomposed letters as part of their word': ['Hue\u0302\u0301 xưa', 2],
    'counts Chinese and Japanese by characters': ['東京は雨。', 4],
    'counts Korean by spaces': ['서울에 비가 온다', 3],
    'counts Thai by dictionary': ['ฝนตกหนักในกรุงเทพ', 4],
    'counts nothing in punctuation': ['— … !', 0],
  };
  it.each(Object.entries(cases))('%s', (_, [text, words]) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('readingMinutesOf', () => {
  it('rounds up and is 0 for no text', () => {
    expect(readingMinutesOf('')).toBe(0);
    expect(readingMinutesOf('one word')).toBe(1);
    expect(readingMinutesOf('word '.repeat(500))).toBe(3);
    expect(readingMinutesOf('字'.repeat(1000))).toBe(3);
  });
});
