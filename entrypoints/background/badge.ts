import { browser } from '#imports';
import type { Translator } from '../../utils/i18n/translator.ts';
import type { PlacementCounts } from '../../utils/messaging/protocol.ts';

/** Grey, and red where something needs attention; both dark enough for white digits. */
const calm = '#5c574d';
const alarm = '#8a1c2b';

/**
 * Tells on the icon of a tab how many annotations its page has, and in its title the same in words: a badge is not
 * heard, and its colour not seen by everybody. Browsers take both back when the tab goes to another page.
 */
export async function showCounts(
  tabId: number,
  { placed, lost }: PlacementCounts,
  { isShown, text }: { readonly isShown: boolean; readonly text: Translator },
): Promise<void> {
  const count = placed + lost;
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: lost > 0 ? alarm : calm }),
    browser.action.setBadgeText({ tabId, text: isShown && count > 0 ? String(count) : '' }),
    browser.action.setTitle({ tabId, title: titleOf(count, lost, text) }),
  ]);
}

function titleOf(count: number, lost: number, { t, plural }: Translator): string {
  if (count === 0) return t('actionTitle');
  const counted = plural('badgeCount', count);
  return lost === 0 ? counted : `${counted}, ${plural('badgeLost', lost)}`;
}
