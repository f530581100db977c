import { browser } from '#imports';
import type { Translator } from '../../utils/i18n/translator.ts';
import type { PageCalls } from '../../utils/messaging/protocol.ts';
import { callPage } from '../../utils/messaging/send.ts';
import type { InputOf } from '../../utils/messaging/wire.ts';
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
    if (command === 'focus-toolbar') void askPage(tab.id, text, 'focusToolbar', null);
    if (command === 'caret-mode') void askPage(tab.id, text, 'startCaret', null);
    if (command === 'next-annotation') void askPage(tab.id, text, 'walk', { step: 1 });
    if (command === 'previous-annotation') void askPage(tab.id, text, 'walk', { step: -1 });
    if (command === 'toggle-highlights') void askPage(tab.id, text, 'hideHighlights', { isHidden: null });
  });
}

async function askPage<Name extends keyof PageCalls>(
  tabId: number,
  text: Translator,
  ...[name, input]: [Name, InputOf<PageCalls, Name>]
): Promise<void> {
  try {
    await activateTab(tabId, { retryAfterMs: grantDelayMs });
    await callPage(tabId, name, input);
  } catch (error) {
    await tellFailure(tabId, error, text);
  }
}
