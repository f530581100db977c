import { render } from 'preact';
import { TextContext } from '../../components/text.ts';
import { Library } from '../../utils/db/database.ts';
import { createBrowserTranslator } from '../../utils/i18n/browser-translator.ts';
import { Options } from './Options.tsx';

const translator = createBrowserTranslator();
document.documentElement.lang = translator.locale;
document.title = translator.t('optionsTitle');

const app = document.getElementById('app');
if (app === null) throw new Error('expected #app in options/index.html');
render(
  <TextContext.Provider value={translator}>
    <Options library={new Library()} />
  </TextContext.Provider>,
  app,
);
