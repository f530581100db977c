import { render, type ComponentChildren, type JSX } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { SettingsContext } from '../../components/settings.ts';
import { TextContext } from '../../components/text.ts';
import { createTranslatorFor, loadCatalogue } from '../i18n/browser-translator.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { ReaderSettings } from '../messaging/protocol.ts';
import { recallLook, rememberLook } from '../store/look.ts';
import { usualSettings, type SettingsSource } from '../store/settings-source.ts';

export type MountOptions = {
  /** For the error of a page without `#app`. */
  readonly path: string;
  readonly settings: SettingsSource;
  /** The document's title; without it the page keeps its own. */
  readonly title: MessageKey | null;
};

/** Shows the view of an extension page in the reader's language and theme, also when they choose others. */
export function mount(view: JSX.Element, { path, settings, title }: MountOptions): void {
  const app = document.getElementById('app');
  if (app === null) throw new Error(`expected #app in ${path}`);
  render(
    <Root source={settings} title={title}>
      {view}
    </Root>,
    app,
  );
}

type RootProps = {
  readonly source: SettingsSource;
  readonly title: MessageKey | null;
  readonly children: ComponentChildren;
};

function Root({ source, title, children }: RootProps): JSX.Element | null {
  const [reader, setReader] = useState(guessSettings);
  useLayoutEffect(() => {
    if (reader === null) void guessInLanguage().then((guess) => setReader((known) => known ?? guess));
    return source(setReader);
  }, []);
  useLayoutEffect(() => {
    if (reader === null) return;
    document.documentElement.dataset['theme'] = reader.settings.theme;
    rememberLook(reader.settings);
  }, [reader]);
  const catalogue = reader?.catalogue ?? null;
  const translator = useMemo(() => createTranslatorFor(catalogue), [catalogue]);
  useLayoutEffect(() => {
    document.documentElement.lang = translator.locale;
    if (title !== null) document.title = translator.t(title);
  }, [translator]);
  if (reader === null) return null;
  return (
    <SettingsContext.Provider value={reader.settings}>
      <TextContext.Provider value={translator}>{children}</TextContext.Provider>
    </SettingsContext.Provider>
  );
}

/** What to show before the settings are read; `null` where it would be in another language first. */
function guessSettings(): ReaderSettings | null {
  const { theme, language } = recallLook();
  document.documentElement.dataset['theme'] = theme;
  if (language !== 'browser') return null;
  return { ...usualSettings, settings: { ...usualSettings.settings, theme } };
}

/** The same in the language that the reader chose; `null` when its words cannot be read. */
async function guessInLanguage(): Promise<ReaderSettings | null> {
  const look = recallLook();
  try {
    const catalogue = await loadCatalogue(look.language);
    return { settings: { ...usualSettings.settings, ...look }, catalogue };
  } catch (error) {
    console.warn(error);
    return null;
  }
}
