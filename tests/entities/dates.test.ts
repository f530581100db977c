import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../utils/entities/dates/amounts.ts';
import { findDates } from '../../utils/entities/dates/dates.ts';

function dates(text: string, lang: string): string[] {
  return findDates(text, lang).map(({ start, end, value }) => `${text.slice(start, end)} = ${value ?? '?'}`);
}

describe('findDates', () => {
  const cases: Record<string, { lang: string; text: string; found: string[] }> = {
    'reads English dates with the month in words': {
      lang: 'en',
      text: 'The mill burnt on Monday, June 3, 2019, and again on 5 May 2020; since March it is shut.',
      found: ['Monday, June 3, 2019 = 2019-06-03', '5 May 2020 = 2020-05-05', 'March = --03'],
    },
    'reads American and British figures by the language': {
      lang: 'en-GB',
      text: 'Filed 03/04/2019.',
      found: ['03/04/2019 = 2019-04-03'],
    },
    'reads months before days where the language does': {
      lang: 'en-US',
      text: 'Filed 03/04/2019.',
      found: ['03/04/2019 = 2019-03-04'],
    },
    'reads ranges, decades and centuries': {
      lang: 'en',
      text: 'From 2015–2020, in the 1990s, in the 19th century and on March 3-5, 2012.',
      found: [
        '2015–2020 = 2015/2020',
        'the 1990s = 199X',
        'the 19th century = 18XX',
        'March 3-5, 2012 = 2012-03-03/2012-03-05',
      ],
    },
    'takes no verb for a month and no crowd for a year': {
      lang: 'en',
      text: 'They may march, 2000 people strong; it cost $1999 and room 2012 was full of 1,950 men.',
      found: [],
    },
    'tells months from people called after them': {
      lang: 'en',
      text: 'June Quill came in June, and July was dry between May and June.',
      found: ['June = --06', 'July = --07', 'May = --05', 'June = --06'],
    },
    'takes days that are told from the day of writing, without a value': {
      lang: 'en',
      text: 'It rained yesterday, as two years ago; last week it was dry. People today walk, and the last years were good.',
      found: ['yesterday = ?', 'two years ago = ?', 'last week = ?'],
    },
    'takes such days in German': {
      lang: 'de',
      text: 'Gestern und vor zwei Jahren regnete es, kommende Woche nicht; in den letzten Jahren war es trocken.',
      found: ['Gestern = ?', 'vor zwei Jahren = ?', 'kommende Woche = ?'],
    },
    'takes such days in Vietnamese': {
      lang: 'vi',
      text: 'Hôm qua mưa to, năm ngoái hạn hán, tuần này nắng; năm năm qua ít bão.',
      found: ['Hôm qua = ?', 'năm ngoái = ?', 'tuần này = ?'],
    },
    'reads Vietnamese dates': {
      lang: 'vi',
      text: 'Cầu sập sáng 25/9, mở lại ngày 3 tháng 10 năm 2020; từ tháng 11/2020 thu phí, nhiệm kỳ 2015-2020.',
      found: [
        '25/9 = --09-25',
        '3 tháng 10 năm 2020 = 2020-10-03',
        'tháng 11/2020 = 2020-11',
        '2015-2020 = 2015/2020',
      ],
    },
    'takes no ratio and no ordinal for a date in Vietnamese': {
      lang: 'vi',
      text: 'Có 5/8 Bí thư và 4/8 Phó bí thư; đạt 19/26 chỉ tiêu, cách mạng lần thứ 4, hạng thứ 2.',
      found: [],
    },
    'reads a weekday in Vietnamese where time is spoken of': {
      lang: 'vi',
      text: 'Chợ họp chiều thứ tư và chủ nhật (3/5).',
      found: ['thứ tư = ?', 'chủ nhật = ?', '3/5 = --05-03'],
    },
    'reads German dates': {
      lang: 'de',
      text: 'Am Montag, 5. Mai 2012, brach der Damm; Ende September 2019 und am 12.03.2020 wieder.',
      found: ['Montag, 5. Mai 2012 = 2012-05-05', 'September 2019 = 2019-09', '12.03.2020 = 2020-03-12'],
    },
    'reads French and Spanish dates': {
      lang: 'es',
      text: 'El 3 de mayo de 2012 cerró el molino.',
      found: ['3 de mayo de 2012 = 2012-05-03'],
    },
    'reads Russian dates': {
      lang: 'ru',
      text: 'Мост закрыли 3 мая 2012 года.',
      found: ['3 мая 2012 = 2012-05-03'],
    },
    'reads Japanese dates': {
      lang: 'ja',
      text: '港は2020年9月25日に閉じた。',
      found: ['2020年9月25日 = 2020-09-25'],
    },
    'reads digits of other scripts': {
      lang: 'ar',
      text: 'أغلق الميناء ٣ مايو ٢٠١٢',
      found: ['٣ مايو ٢٠١٢ = 2012-05-03'],
    },
    'reads what it can where the language is none': {
      lang: 'not a language',
      text: 'On 2012-09-25.',
      found: ['2012-09-25 = 2012-09-25'],
    },
  };
  it.each(Object.entries(cases))('%s', (_, { lang, text, found }) => {
    expect(dates(text, lang)).toEqual(found);
  });
});

describe('findAmounts', () => {
  const cases: Record<string, { lang: string; text: string; found: string[] }> = {
    'reads English sums and shares': {
      lang: 'en',
      text: 'It cost $5 million, 3.5 percent more, or 10 euros a head; £2.5bn in all.',
      found: ['5000000 USD', '3.5 %', '10 EUR', '2500000000 GBP'],
    },
    'reads Vietnamese sums and shares': {
      lang: 'vi',
      text: 'Chi 1.200 tỷ đồng, tức 5 triệu USD, chiếm 62,5%.',
      found: ['1200000000000 VND', '5000000 USD', '62.5 %'],
    },
    'reads German sums and shares': {
      lang: 'de',
      text: 'Das kostet 10 Millionen Euro, 3,5 Prozent mehr.',
      found: ['10000000 EUR', '3.5 %'],
    },
    'takes a bare number for no amount': { lang: 'en', text: 'There were 350 boats in 2012.', found: [] },
  };
  it.each(Object.entries(cases))('%s', (_, { lang, text, found }) => {
    expect(findAmounts(text, lang).map(({ value }) => value)).toEqual(found);
  });
});
