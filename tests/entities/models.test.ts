import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTagger, decodeNameSets, suggestEntities } from '../../utils/entities/index.ts';

const read = (file: string): Uint8Array => readFileSync(join('public/models', file));

function suggest(text: string, lang: string): string[] {
  const tagger = createTagger(read(`${lang}.bin`), decodeNameSets(read('names.bin')));
  return suggestEntities(text, { lang, tagger }).map(({ name, type }) => `${type}: ${name}`);
}

describe('the shipped models', () => {
  it('stay small enough to be loaded when they are asked for', () => {
    const sizes = ['names', 'en', 'de', 'vi'].map(
      (file) => gzipSync(read(`${file}.bin`), { level: 9 }).length,
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(101_000);
  });

  it('propose names in English', () => {
    const text =
      'The mayor of Rotterdam, Anna Bakker, met President Robert Hughes in Paris on Monday. Hughes later flew to Canada.';
    expect(suggest(text, 'en')).toEqual([
      'place: Rotterdam',
      'person: Anna Bakker',
      'person: Robert Hughes',
      'place: Paris',
      'date: Monday',
      'person: Hughes',
      'place: Canada',
    ]);
  });

  it('propose names in German', () => {
    const found = suggest('Gestern sprach Bürgermeister Thomas Weber in Hamburg über den Hafen.', 'de');
    expect(found).toContain('person: Thomas Weber');
    expect(found).toContain('place: Hamburg');
  });

  it('propose names in Vietnamese, and no field of office', () => {
    const text = 'Bộ trưởng Tài chính Đặng Thị Mơ gặp ông Trần Văn Hạ ở huyện Cẩm Vân. Bà Mơ cho biết thêm.';
    expect(suggest(text, 'vi')).toEqual([
      'person: Đặng Thị Mơ',
      'person: Trần Văn Hạ',
      'place: huyện Cẩm Vân',
      'person: Mơ',
    ]);
  });
});
