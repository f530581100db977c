import { browser, defineBackground } from '#imports';
import { purgeDeleted, trashDays } from '../../utils/db/annotations.ts';
import { Library } from '../../utils/db/database.ts';
import { handleExtensionCalls } from '../../utils/messaging/handle.ts';
import { extensionGate } from '../../utils/messaging/schemas.ts';
import { syncAllowedSites } from '../../utils/session/sites.ts';
import { readSettings } from '../../utils/db/settings.ts';
import {
  createBrowserTranslator,
  createTranslatorFor,
  loadCatalogue,
} from '../../utils/i18n/browser-translator.ts';
import { createSwitchable } from '../../utils/i18n/switchable.ts';
import type { Language } from '../../utils/model/settings.ts';
import { registerCommands } from './commands.ts';
import { createHandlers } from './handlers.ts';
import { registerMenus } from './menus.ts';

const purgeAlarm = 'purge';
const dayMs = 24 * 60 * 60 * 1000;

// Listeners must be there before the first await: a worker that was woken by an event hears it only then.
export default defineBackground(() => {
  const library = new Library();
  const text = createSwitchable(createBrowserTranslator());

  const rebuildMenus = registerMenus(library, text);
  let language: Language = 'browser';
  const speak = async (next: Language): Promise<void> => {
    if (next === language) return;
    language = next;
    text.use(createTranslatorFor(await loadCatalogue(next)));
    rebuildMenus();
  };
  const speakSoon = (settings: Promise<{ readonly language: Language }>): void => {
    settings
      .then(async (known) => await speak(known.language))
      .catch((error: unknown) => console.warn(error));
  };
  speakSoon(readSettings(library));
  const onSettingsChanged = (settings: { readonly language: Language }): void =>
    speakSoon(Promise.resolve(settings));
  handleExtensionCalls(
    createHandlers(library, { onTypesChanged: rebuildMenus, onSettingsChanged }),
    extensionGate,
  );
  registerCommands(text);

  browser.permissions.onAdded.addListener(() => void syncAllowedSites());
  browser.permissions.onRemoved.addListener(() => void syncAllowedSites());
  browser.runtime.onStartup.addListener(() => void syncAllowedSites());
  browser.runtime.onInstalled.addListener(() => void syncAllowedSites());
  void ensurePurgeAlarm();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== purgeAlarm) return;
    const before = new Date(Date.now() - trashDays * dayMs).toISOString();
    purgeDeleted(library, before).catch((error: unknown) => console.error(error));
  });
});

/** Alarms of Firefox end with the browser, so each start looks whether there is one. */
async function ensurePurgeAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(purgeAlarm);
  if (alarm === undefined) {
    await browser.alarms.create(purgeAlarm, { periodInMinutes: 24 * 60, delayInMinutes: 1 });
  }
}
