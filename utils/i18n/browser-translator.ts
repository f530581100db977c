import { browser } from 'wxt/browser';
import { createTranslator, type Translator } from './translator.ts';

/** The translator over the catalogue that the browser chose; its language is the catalogue's own. */
export function createBrowserTranslator(): Translator {
  // WXT types the keys it finds in the catalogues; ours are checked by `MessageKey`.
  const i18n: { getMessage(key: string, substitutions?: string[]): string } = browser.i18n;
  const locale = i18n.getMessage('catalogueLocale');
  return createTranslator(
    (key, substitutions) => i18n.getMessage(key, substitutions),
    locale === '' ? 'en' : locale,
  );
}
