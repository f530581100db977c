import { describe, expect, it } from 'vitest';
import { isOrganisation, isPersonName, splitByline } from '../../../utils/extraction/metadata/authors.ts';

describe('splitByline', () => {
  const cases: Record<string, [string, string[]]> = {
    'takes "By" and roles away': ['By Jane Doe and John Roe, Political Editor', ['Jane Doe', 'John Roe']],
    'parts names at commas': ['Jane Doe, John Roe', ['Jane Doe', 'John Roe']],
    'reads German bylines': ['Von Anna Schmidt und Max Weber', ['Anna Schmidt', 'Max Weber']],
    'reads French bylines': ['Par Marie Dupont et Jean Martin', ['Marie Dupont', 'Jean Martin']],
    'reads Vietnamese bylines': ['Tác giả: Nguyễn Văn An', ['Nguyễn Văn An']],
    'takes brackets and addresses away': ['Jane Doe (Reuters) jane@example.com', ['Jane Doe']],
    'takes the date behind a name away': ['By Jane Doe 30 August 2023', ['Jane Doe']],
    'takes the Korean word for reporter away': ['신현주 기자', ['신현주']],
    'names each person once': ['Jane Doe, JANE DOE', ['Jane Doe']],
    'finds nobody in an address': ['https://www.facebook.com/example', []],
  };
  it.each(Object.entries(cases))('%s', (_, [byline, names]) => {
    expect(splitByline(byline)).toEqual(names);
  });
});

describe('isPersonName', () => {
  it('tells names from headings', () => {
    expect(isPersonName('Lê Phương')).toBe(true);
    expect(isPersonName('Ludwig van der Berg')).toBe(true);
    expect(isPersonName('Read more about this')).toBe(false);
    expect(isPersonName('Politics')).toBe(false);
  });
});

describe('isOrganisation', () => {
  it('knows the medium, its address and its desks', () => {
    expect(isOrganisation('VnExpress', 'Báo VnExpress')).toBe(true);
    expect(isOrganisation('example.com', '')).toBe(true);
    expect(isOrganisation('News Desk', '')).toBe(true);
    expect(isOrganisation('Jane Doe', 'Example')).toBe(false);
  });
});
