import { browser } from '#imports';
import type { Translator } from '../../utils/i18n/translator.ts';
import type { KeepChoice } from '../../utils/messaging/protocol.ts';
import { callPage } from '../../utils/messaging/send.ts';
import { Failure, failureCodeOf } from '../../utils/model/failure.ts';
import { activateTab, grantDelayMs, keepSelectionIn } from '../../utils/session/tabs.ts';

/** Keeps the selection and shows what came of it in the page, since menus and keys have no window of their own. */
export async function keepAndTell(tabId: number, choice: KeepChoice, text: Translator): Promise<void> {
  try {
    const { id, actId } = await keepSelectionIn(tabId, choice);
    await callPage(tabId, 'showKept', { id, kind: choice.kind, actId });
  } catch (error) {
    await tellFailure(tabId, error, text);
  }
}

/** Says that words in a frame of the page cannot be kept. */
export async function tellFrame(tabId: number, text: Translator): Promise<void> {
  const inFrame = new Failure('selectionInFrame');
  await activateTab(tabId, { retryAfterMs: grantDelayMs }).then(
    async () => await tellFailure(tabId, inFrame, text),
    async () => await tellFailure(tabId, inFrame, text),
  );
}

/** Shows a failure in the page; where no page side can run, on the toolbar icon. */
export async function tellFailure(tabId: number, error: unknown, { t }: Translator): Promise<void> {
  const code = failureCodeOf(error);
  try {
    await callPage(tabId, 'showFailure', { code });
  } catch (second) {
    if (!(second instanceof Failure)) throw second;
    await browser.action.setBadgeText({ tabId, text: '!' });
    // Where the page does not answer even now, it is one that browsers keep to themselves.
    const title = code === 'pageUnreachable' ? t('stateUnreachable') : t(`failure_${code}`);
    await browser.action.setTitle({ tabId, title });
  }
}
