import { browser } from '#imports';
import type { Translator } from '../../utils/i18n/translator.ts';
import { callPage } from '../../utils/messaging/send.ts';
import { defaultColours } from '../../utils/model/annotation.ts';
import { activateTab, grantDelayMs } from '../../utils/session/tabs.ts';
import { keepAndTell, tellFailure } from './keep.ts';

/** The keyboard commands. Pressing one grants `activeTab`, as a click on the icon does. */
export function registerCommands(text: Translator): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'keep-highlight' || command === 'keep-quote') {
      const kind = command === 'keep-quote' ? 'quote' : 'highlight';
      void keepAndTell(tab.id, { kind, colour: defaultColours[kind] }, text);
    }
    if (command === 'focus-toolbar') void focusToolbar(tab.id, text);
  });
}

async function focusToolbar(tabId: number, text: Translator): Promise<void> {
  try {
    await activateTab(tabId, grantDelayMs);
    await callPage(tabId, 'focusToolbar', null);
  } catch (error) {
    await tellFailure(tabId, error, text);
  }
}
