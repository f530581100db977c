import { render } from 'preact';
import { TextContext } from '../../components/text.ts';
import { createBrowserTranslator } from '../../utils/i18n/browser-translator.ts';
import { Card } from './Card.tsx';

const translator = createBrowserTranslator();
document.documentElement.lang = translator.locale;

const app = document.getElementById('app');
if (app === null) throw new Error('expected #app in card/index.html');
render(
  <TextContext.Provider value={translator}>
    <Card id={location.hash.slice(1)} />
  </TextContext.Provider>,
  app,
);
