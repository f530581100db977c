import { browser, defineBackground } from '#imports';
import { Library } from '../../utils/db/database.ts';
import { purgeLessons } from '../../utils/db/learned.ts';
import { purgeDeleted, trashDays } from '../../utils/db/purge.ts';
import { handleExtensionCalls } from '../../utils/messaging/handle.ts';
import { extensionGate } from '../../utils/messaging/schemas.ts';
import { syncAllowedSites } from '../../utils/session/sites.ts';
import { readSettings } from '../../utils/db/settings.ts';
import { defaultSettings } from '../../utils/model/settings.ts';
import { ensureAlarm } from './alarms.ts';
import { showCounts } from './badge.ts';
import { registerCommands } from './commands.ts';
import { createHandlers } from './handlers.ts';
import { createSpeech } from './language.ts';
import { registerMenus } from './menus.ts';
import { keepSafe } from './safety.ts';
import { welcomeOnInstall } from './welcome.ts';

const purgeAlarm = 'purge';
const dayMs = 24 * 60 * 60 * 1000;

// Listeners must be there before the first await: a worker that was woken by an event hears it only then.
export default defineBackground(() => {
  const library = new Library();
  const { text, speak } = createSpeech(() => rebuildMenus());
  const rebuildMenus = registerMenus(library, text);
  readSettings(library)
    .then(async ({ language }) => await speak(language))
    .catch((error: unknown) => console.warn(error));
  const handlers = createHandlers(library, {
    onTypesChanged: rebuildMenus,
    onSettingsChanged: ({ language }) => void speak(language),
    async onPlaced(tabId, counts) {
      const { language, showsBadge } = await readSettings(library).catch(() => defaultSettings);
      await speak(language);
      await showCounts(tabId, counts, { isShown: showsBadge, text });
    },
  });
  const { ready, calls } = keepSafe(library);
  handleExtensionCalls({ ...handlers, ...calls }, extensionGate, ready);
  registerCommands(text);

  browser.permissions.onAdded.addListener(() => void syncAllowedSites());
  browser.permissions.onRemoved.addListener(() => void syncAllowedSites());
  browser.runtime.onStartup.addListener(() => void syncAllowedSites());
  browser.runtime.onInstalled.addListener(() => void syncAllowedSites());
  welcomeOnInstall();
  void ensureAlarm(purgeAlarm, { periodInMinutes: 24 * 60, delayInMinutes: 1 });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== purgeAlarm) return;
    const before = new Date(Date.now() - trashDays * dayMs).toISOString();
    purgeDeleted(library, before).catch((error: unknown) => console.error(error));
    purgeLessons(library, before).catch((error: unknown) => console.error(error));
  });
});
