import { browser } from '#imports';
import type { Translator } from '../../utils/i18n/translator.ts';
import type { KeepChoice } from '../../utils/messaging/protocol.ts';
import { callPage } from '../../utils/messaging/send.ts';
import { Failure, failureCodeOf } from '../../utils/model/failure.ts';
import { keepSelectionIn } from '../../utils/session/tabs.ts';

/** Keeps the selection and shows what came of it in the page, since menus and keys have no window of their own. */
export async function keepAndTell(tabId: number, choice: KeepChoice, text: Translator): Promise<void> {
  try {
    const { id, actId } = await keepSelectionIn(tabId, choice);
    await callPage(tabId, 'showKept', { id, kind: choice.kind, actId });
  } catch (error) {
    await tellFailure(tabId, error, text);
  }
}

/** Shows a failure in the page; where no page side can run, on the toolbar icon. */
export async function tellFailure(tabId: number, error: unknown, { t }: Translator): Promise<void> {
  const code = failureCodeOf(error);
  try {
    await callPage(tabId, 'showFailure', { code });
  } catch (second) {
    if (!(second instanceof Failure)) throw second;
    await browser.action.setBadgeText({ tabId, text: '!' });
    await browser.action.setTitle({ tabId, title: t(`failure_${code}`) });
  }
}
