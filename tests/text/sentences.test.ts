import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../utils/text/sentences.ts';

const split = (text: string, lang: string | null): string[] =>
  sentencesOf(text, lang).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  const texts: Record<string, { lang: string | null; sentences: readonly string[] }> = {
    'English with a sum of money': {
      lang: 'en',
      sentences: ['The levy is worth £3.4m a year.', 'Smaller boats will pay less, but they will pay.'],
    },
    'titles, initials and months': {
      lang: 'en',
      sentences: ['Mr. Adair met Dr. J. K. Ames of the U.S. Senate on Jan. 5.', 'Nobody else came.'],
    },
    'a number that is counted': { lang: 'en', sentences: ['Berth No. 12 is closed.', 'Why?'] },
    'an answer that is none': { lang: 'en', sentences: ['“Will it hold?”', 'No.', 'That is the trouble.'] },
    'a closing quotation mark': { lang: 'en', sentences: ['“It was Mr.”', 'He stopped there.'] },
    Vietnamese: {
      lang: 'vi',
      sentences: ['PGS.TS. Lê Thu Hà nói nước lên 1,4 m ở TP. Hồ Chí Minh.', 'Nhiều hộ dân chưa yên tâm.'],
    },
    Japanese: { lang: 'ja', sentences: ['港の料金が上がる。', '市長は「やむを得ない」と述べた。'] },
    Arabic: { lang: 'ar', sentences: ['ارتفع منسوب المياه ليلا.', 'هل يصمد الجسر؟'] },
    'a page without a language': { lang: null, sentences: ['One.', 'Two.'] },
    'a page with a wrong one': { lang: 'en_GB!', sentences: ['One.', 'Two.'] },
  };
  it.each(Object.entries(texts))('splits %s', (_, { lang, sentences }) => {
    const space = lang === 'ja' ? '' : '  ';
    expect(split(` ${sentences.join(space)} `, lang)).toEqual(sentences);
  });

  it('ends a sentence where the line ends', () => {
    expect(split('By J.\nThe river rose', 'en')).toEqual(['By J.', 'The river rose']);
  });

  it('finds none in white space', () => {
    expect(split(' \n ', 'en')).toEqual([]);
  });
});
