import { describe, expect, it } from 'vitest';
import { isPronoun } from '../../utils/quotes/index.ts';

function check(text: string, words: string, lang: string | null): boolean {
  const start = text.indexOf(words);
  return isPronoun(text, { start, end: start + words.length }, lang);
}

describe('isPronoun', () => {
  it.each([
    ['English', '“No,” she said.', 'she', 'en'],
    ['English at the beginning', 'She said no.', 'She', 'en'],
    ['Vietnamese with what points', 'Hôm qua ông ấy nói: “Không.”', 'ông ấy', 'vi'],
    ['Vietnamese at the beginning', 'Bà cho biết: “Không.”', 'Bà', 'vi'],
    ['French of two words', '« Non », a dit cette dernière.', 'cette dernière', 'fr'],
    ['German', '„Nein“, sagte sie.', 'sie', 'de'],
  ])('knows one in the tables: %s', (_, text, words, lang) => {
    expect(check(text, words, lang)).toBe(true);
  });

  it.each([
    ['a name', '“No,” said Ann Quill.', 'Ann Quill', 'en'],
    ['an office', 'Ông Bộ trưởng nói: “Không.”', 'Ông Bộ trưởng', 'vi'],
    ['a country that is written as a pronoun is', 'Đại sứ nước Anh nói: “Không.”', 'Anh', 'vi'],
    ['a name that is also a word', '“Will you come?” said Will.', 'Will', 'en'],
  ])('takes none for one that is %s', (_, text, words, lang) => {
    expect(check(text, words, lang)).toBe(false);
  });

  it('takes a word that the text also writes small for one where there are no tables', () => {
    expect(check('Hij zei: “Nee.” Toen ging hij.', 'Hij', 'nl')).toBe(true);
    expect(check('Vonk zei: “Nee.” Toen ging hij.', 'Vonk', 'nl')).toBe(false);
  });
});
