import { describe, expect, it } from 'vitest';
import { readerOf } from '../../utils/i18n/catalogue.ts';
import { createSwitchable } from '../../utils/i18n/switchable.ts';
import { createCatalogueTranslator } from '../components/stage.tsx';

describe('readerOf', () => {
  const read = readerOf({ price: { message: '$2 costs $$$1' }, again: { message: '$1, $1' } });

  it('puts substitutions in by their number, and a dollar sign for two', () => {
    expect(read('price', ['5', 'The fare'])).toBe('The fare costs $5');
    expect(read('again', ['tàu'])).toBe('tàu, tàu');
  });

  it('takes a substitution with dollar signs as it is', () => {
    expect(read('again', ['$1'])).toBe('$1, $1');
  });

  it('puts nothing where a substitution is missing', () => {
    expect(read('price', ['5'])).toBe(' costs $5');
  });

  it.each(['toString', 'unknown'])('answers an empty message for %s', (key) => {
    expect(read(key, [])).toBe('');
  });
});

describe('createSwitchable', () => {
  it('speaks the other language from then on, also through a function taken from it before', () => {
    const text = createSwitchable(createCatalogueTranslator('en'));
    const { t } = text;
    expect([t('colour_blue'), text.locale]).toEqual(['Blue', 'en']);
    text.use(createCatalogueTranslator('vi'));
    expect([t('colour_blue'), text.locale]).toEqual([createCatalogueTranslator('vi').t('colour_blue'), 'vi']);
  });
});
