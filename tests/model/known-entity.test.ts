import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityNamed, suggestEntities, type KnownEntity } from '../../utils/model/known-entity.ts';

const known: readonly KnownEntity[] = [
  { name: 'Cảng Đông', type: 'place' },
  { name: 'Đặng Thị Hoa', type: 'person' },
  { name: 'Hoàng Lan', type: 'person', aliases: ['Bà Lan', 'Nữ chủ tịch'] },
  { name: 'Haverness Harbour Board', type: 'organisation', aliases: ['the Board'] },
  { name: 'Amara Nwosu-Finch', type: 'person' },
];

const namesFor = (typed: string, count = 5): string[] =>
  suggestEntities(known, typed, count).map(({ name }) => name);

describe('suggestEntities', () => {
  const cases: Record<string, [string, string[]]> = {
    'without accents and đ': ['dong', ['Cảng Đông']],
    'with accents typed in pieces': ['đặng'.normalize('NFD'), ['Đặng Thị Hoa']],
    'the beginning of a name before the beginning of a word': ['ho', ['Hoàng Lan', 'Đặng Thị Hoa']],
    'an alias': ['nu chu', ['Hoàng Lan']],
    'words in another order': ['board haver', ['Haverness Harbour Board']],
    'a part of a double name': ['finch', ['Amara Nwosu-Finch']],
    'a name inside the selected words': ['Chủ tịch Hoàng Lan', ['Hoàng Lan']],
    nothing: ['zebra', []],
  };
  it.each(Object.entries(cases))('finds %s', (_, [typed, names]) => {
    expect(namesFor(typed)).toEqual(names);
  });

  it('offers what comes first while nothing is typed, and no more than asked for', () => {
    expect(namesFor('  ', 2)).toEqual(['Cảng Đông', 'Đặng Thị Hoa']);
  });

  it('keeps the given order among those that fit equally', () => {
    expect(namesFor('ha')).toEqual(['Haverness Harbour Board']);
    const twins = ['Lan Anh', 'Lan Chi', 'Lan An'].map((name) => ({ name, type: 'person' }));
    expect(suggestEntities(twins, 'lan', 3)).toEqual(twins);
  });

  it('finds every name by each of its beginnings', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.integer({ min: 0, max: 12 }), ({ name }, length) => {
        const typed = name.slice(0, length + 1);
        expect(suggestEntities(known, typed, known.length).map((entity) => entity.name)).toContain(name);
      }),
    );
  });
});

describe('entityNamed', () => {
  it('answers the entity of just that name or alias', () => {
    expect(entityNamed(known, 'ba lan')?.name).toBe('Hoàng Lan');
    expect(entityNamed(known, 'Hoàng')).toBeNull();
    expect(entityNamed(known, '')).toBeNull();
  });
});
