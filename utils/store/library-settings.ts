import type { Library } from '../db/database.ts';
import { readSettings } from '../db/settings.ts';
import { loadCatalogue } from '../i18n/browser-translator.ts';
import { usualSettings, type SettingsSource } from './settings-source.ts';
import { watchLive } from './use-live.ts';

/** The settings of a page that opens the library itself. */
export function settingsOf(library: Library): SettingsSource {
  return (tell) => {
    /** Grows with every change, so that a catalogue that was overtaken is dropped. */
    let turn = 0;
    const stop = watchLive(
      async () => await readSettings(library),
      (live) => {
        const mine = ++turn;
        if (live.state === 'loading') return;
        // A library that does not open is told of where it is needed.
        if (live.state === 'failed') return tell(usualSettings);
        const settings = live.value;
        void loadCatalogue(settings.language)
          .catch((error: unknown) => {
            console.warn(error);
            return null;
          })
          .then((catalogue) => {
            if (mine === turn) tell({ settings, catalogue });
          });
      },
    );
    return () => {
      turn = -1;
      stop();
    };
  };
}
