import type { browser } from 'wxt/browser';

// Both browsers offer it under this name to the functions below, which run in the extension.
declare const chrome: typeof browser;

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

/** Runs in the background: the shortcut in force, e.g. `Alt+Shift+H`. */
export async function readShortcut(command: string): Promise<string | null> {
  const commands = await chrome.commands.getAll();
  return commands.find(({ name }) => name === command)?.shortcut || null;
}
