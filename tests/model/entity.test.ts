import { describe, expect, it } from 'vitest';
import {
  builtInEntityTypes,
  entityKeyOf,
  isBuiltInEntityType,
  normaliseName,
} from '../../utils/model/entity.ts';

describe('entityKeyOf', () => {
  const same: Record<string, [string, string]> = {
    'composed and decomposed letters': ['Nguyễn Thị Hạnh', 'Nguyễn Thị Hạnh'.normalize('NFD')],
    'upper and lower case': ['ĐÀ NẴNG', 'Đà Nẵng'],
    'plain and non-breaking spaces': ['Port Authority', 'Port\u00a0Authority'],
    'runs of spaces and line breaks': ['Port Authority', ' Port \n Authority '],
    'names with and without soft hyphens': ['Harbourmaster', 'Harbour\u00admaster'],
    'names with and without zero-width characters': ['Lan', '\u200bLan\ufeff'],
  };
  it.each(Object.entries(same))('takes %s as one', (_, [a, b]) => {
    expect(entityKeyOf(b)).toBe(entityKeyOf(a));
  });

  const apart: Record<string, [string, string]> = {
    'tone marks': ['Hạnh', 'Hanh'],
    'the letters d and đ': ['Đông', 'Dong'],
    'word borders': ['Thu Hà', 'ThuHà'],
  };
  it.each(Object.entries(apart))('keeps names apart by %s', (_, [a, b]) => {
    expect(entityKeyOf(b)).not.toBe(entityKeyOf(a));
  });
});

describe('normaliseName', () => {
  it('keeps case and composes letters', () => {
    expect(normaliseName('  Huế'.normalize('NFD'))).toBe('Huế');
  });

  it('drops an invisible character inside a word and keeps the space beside one', () => {
    expect(normaliseName('Har\u00adbour \u200bBoard')).toBe('Harbour Board');
  });

  it('changes nothing when done again', () => {
    const once = normaliseName(' Lê\u00a0 Thu\u200b Hà ');
    expect(normaliseName(once)).toBe(once);
    expect(once).toBe('Lê Thu Hà');
  });
});

describe('isBuiltInEntityType', () => {
  it('knows each built-in type and no other word', () => {
    expect(builtInEntityTypes.every(isBuiltInEntityType)).toBe(true);
    expect(['ship', 'Person', '', 'constructor', 'length'].some(isBuiltInEntityType)).toBe(false);
  });
});
