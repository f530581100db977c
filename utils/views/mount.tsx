import { render, type JSX } from 'preact';
import { TextContext } from '../../components/text.ts';
import { createBrowserTranslator } from '../i18n/browser-translator.ts';
import type { Translator } from '../i18n/translator.ts';

/** Shows the view of an extension page, in the reader's language. `path` is for the error of a page without `#app`. */
export function mount(path: string, view: JSX.Element): Translator {
  const translator = createBrowserTranslator();
  document.documentElement.lang = translator.locale;
  const app = document.getElementById('app');
  if (app === null) throw new Error(`expected #app in ${path}`);
  render(<TextContext.Provider value={translator}>{view}</TextContext.Provider>, app);
  return translator;
}
