import { render } from 'preact';
import { TextContext } from '../../components/text.ts';
import { Library } from '../../utils/db/database.ts';
import { createBrowserTranslator } from '../../utils/i18n/browser-translator.ts';
import { Panel } from './Panel.tsx';

const translator = createBrowserTranslator();
document.documentElement.lang = translator.locale;

const app = document.getElementById('app');
if (app === null) throw new Error('expected #app in sidepanel/index.html');
render(
  <TextContext.Provider value={translator}>
    <Panel library={new Library()} />
  </TextContext.Provider>,
  app,
);
