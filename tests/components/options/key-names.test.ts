import { describe, expect, it } from 'vitest';
import { nameOfAct, showKey } from '../../../components/options/key-names.ts';
import { pageActs } from '../../../utils/model/page-keys.ts';
import { createCatalogueTranslator } from '../stage.tsx';

describe('nameOfAct', () => {
  it.each(['en', 'vi'] as const)('has another name for each act, in %s', (lang) => {
    const text = createCatalogueTranslator(lang);
    const names = pageActs.map((act) => nameOfAct(act, text, (colour) => colour));
    expect(new Set(names).size).toBe(pageActs.length);
    expect(names.filter((name) => name === '' || name.includes('_'))).toEqual([]);
  });
});

describe('showKey', () => {
  it('shows a letter as it stands on the key', () => {
    expect(['q', '[', 'Enter', ''].map(showKey)).toEqual(['Q', '[', 'Enter', '']);
  });
});
