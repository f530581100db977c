import { describe, expect, it } from 'vitest';
import { allTypes, nameOfType } from '../../utils/i18n/names.ts';
import { createTranslator } from '../../utils/i18n/translator.ts';
import { builtInEntityTypes } from '../../utils/model/entity.ts';

const translator = createTranslator((key) => `«${key}»`, 'en');

describe('nameOfType', () => {
  it('translates the built-in types', () => {
    expect(nameOfType('person', translator)).toBe('«type_person»');
  });

  it.each(['Tàu', 'Person', 'toString'])('takes the reader’s own type %s as its own word', (type) => {
    expect(nameOfType(type, translator)).toBe(type);
  });
});

describe('allTypes', () => {
  it('puts the reader’s own types behind the built-in ones, in their order', () => {
    expect(allTypes(['Tàu', 'Bão'])).toEqual([...builtInEntityTypes, 'Tàu', 'Bão']);
  });
});
