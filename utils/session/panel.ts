import { browser } from 'wxt/browser';

type SidebarAction = { open(): Promise<void> };

/**
 * Opens the side panel beside the window's page. Browsers allow that only in the moment of a click on something of
 * ours, so nothing may be awaited before. Resolves to false where there is no panel.
 */
export async function openPanel(windowId: number): Promise<boolean> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
  if (sidebarAction !== undefined) await sidebarAction.open();
  else if (browser.sidePanel === undefined) return false;
  else await browser.sidePanel.open({ windowId });
  return true;
}
