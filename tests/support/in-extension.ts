import type { browser } from 'wxt/browser';

// Facts about extensions that both drivers need, and functions that run inside an extension or inside the browser's
// own pages. The latter are sent as source text: no imports, no helpers outside their own body.

/** An event as Chromium's bindings make it, which the public types don't tell. */
type Dispatching = { dispatch(...args: unknown[]): void };

type DeveloperPrivate = { addHostPermission(id: string, pattern: string): Promise<void> };

declare const chrome: typeof browser & { developerPrivate: DeveloperPrivate };

/** The match pattern for a site: patterns know no ports. `http://127.0.0.1:8080` gives `http://127.0.0.1/*`. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Names in the manifest's `commands` that `KeyboardEvent.key` spells differently. */
const KEYS: Record<string, string> = {
  Ctrl: 'Control',
  MacCtrl: 'Control',
  Command: 'Meta',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Space: ' ',
  Comma: ',',
  Period: '.',
};

/** The keys of a shortcut as `chrome.commands` tells it: `Alt+Shift+H` gives Alt, Shift, h. */
export function keysOf(shortcut: string): string[] {
  return shortcut.split('+').map((name) => KEYS[name] ?? (name.length === 1 ? name.toLowerCase() : name));
}

/** In the background: the shortcut in force, e.g. `Alt+Shift+H`. */
export async function readShortcut(command: string): Promise<string | null> {
  const commands = await chrome.commands.getAll();
  return commands.find(({ name }) => name === command)?.shortcut || null;
}

/** In any page of the extension: whether the reader has agreed. */
export function requestSite(pattern: string): Promise<boolean> {
  return chrome.permissions.request({ origins: [pattern] });
}

/** In Chromium's chrome://extensions. */
export async function addHostPermission(id: string, pattern: string): Promise<void> {
  await chrome.developerPrivate.addHostPermission(id, pattern);
}

/** In the background: the tab in front no longer opens a popup; what it opened before. */
export async function takePopupAway(): Promise<{ tabId: number; popup: string }> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) throw new Error('No tab is in front.');
  const popup = await chrome.action.getPopup({ tabId: tab.id });
  await chrome.action.setPopup({ tabId: tab.id, popup: '' });
  return { tabId: tab.id, popup };
}

/** In the background. */
export async function givePopupBack(tabId: number, popup: string): Promise<void> {
  await chrome.action.setPopup({ tabId, popup });
}

/** In the background. */
export async function dispatchCommand(command: string, tabId: number): Promise<void> {
  const tab = await chrome.tabs.get(tabId);
  (chrome.commands.onCommand as unknown as Dispatching).dispatch(command, tab);
}

/** In the background. */
export async function dispatchMenuClick(info: object, tabId: number): Promise<void> {
  const tab = await chrome.tabs.get(tabId);
  (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch(info, tab);
}
