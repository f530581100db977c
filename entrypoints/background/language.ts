import { browser } from '#imports';
import {
  createBrowserTranslator,
  createTranslatorFor,
  loadCatalogue,
} from '../../utils/i18n/browser-translator.ts';
import { createSwitchable } from '../../utils/i18n/switchable.ts';
import type { Translator } from '../../utils/i18n/translator.ts';
import type { Language } from '../../utils/model/settings.ts';

export type Speech = {
  /** Speaks the language that was chosen last. */
  readonly text: Translator;
  /** Goes over to a language; resolves when it is spoken. */
  readonly speak: (language: Language) => Promise<void>;
};

/** The background's words: at first in the browser's language, then in the one that the reader chose. */
export function createSpeech(onChanged: () => void): Speech {
  const text = createSwitchable(createBrowserTranslator());
  let wanted: Language = 'browser';
  let spoken = Promise.resolve();

  async function change(language: Language): Promise<void> {
    const catalogue = await loadCatalogue(language);
    // The reader may have gone on to another one meanwhile.
    if (language !== wanted) return;
    text.use(createTranslatorFor(catalogue));
    await browser.action.setTitle({ title: text.t('actionTitle') });
    onChanged();
  }

  return {
    text,
    async speak(language) {
      if (language !== wanted) {
        wanted = language;
        spoken = change(language).catch((error: unknown) => console.warn(error));
      }
      await spoken;
    },
  };
}
