import { browser } from 'wxt/browser';
import type { Catalogue } from '../model/catalogue.ts';
import type { Language } from '../model/settings.ts';
import { readerOf } from './catalogue.ts';
import { createTranslator, type Translator } from './translator.ts';

/** The translator over the catalogue that the browser chose; its language is the catalogue's own. */
export function createBrowserTranslator(): Translator {
  const locale = browserLocale();
  return createTranslator((key, substitutions) => getMessage(key, substitutions), locale);
}

/** The translator over a catalogue that the reader chose; the browser's where there is none. */
export function createTranslatorFor(catalogue: Catalogue | null): Translator {
  if (catalogue === null) return createBrowserTranslator();
  return createTranslator(readerOf(catalogue), catalogue['catalogueLocale']?.message ?? 'en');
}

/**
 * The catalogue of a language that the reader chose, from the extension's own files; `null` where it is the
 * browser's choice too. For extension pages and the background.
 */
export async function loadCatalogue(language: Language): Promise<Catalogue | null> {
  if (language === 'browser' || language === browserLocale()) return null;
  const path: string = `/_locales/${language}/messages.json`;
  const response = await fetch(new URL(path, browser.runtime.getURL('/')));
  return (await response.json()) as Catalogue;
}

function browserLocale(): string {
  const locale = getMessage('catalogueLocale', []);
  return locale === '' ? 'en' : locale;
}

function getMessage(key: string, substitutions: string[]): string {
  // WXT types the keys it finds in the catalogues; ours are checked by `MessageKey`.
  const i18n: { getMessage(key: string, substitutions?: string[]): string } = browser.i18n;
  return i18n.getMessage(key, substitutions);
}
