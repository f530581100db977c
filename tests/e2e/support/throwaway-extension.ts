import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Driver check',
  version: '1.0',
  permissions: ['activeTab', 'scripting', 'contextMenus'],
  optional_host_permissions: ['*://*/*'],
  action: { default_popup: 'popup.html' },
  commands: { mark: { suggested_key: { default: 'Alt+Shift+9' }, description: 'Mark' } },
  web_accessible_resources: [{ resources: ['card.html'], matches: ['<all_urls>'] }],
  browser_specific_settings: { gecko: { id: 'driver-check@example.org' } },
};

// Writes on the page what has happened, which needs the activeTab grant. Chromium may call the listener of a key chord
// a moment before the page's process knows of the grant, hence the second try.
const BACKGROUND = `
globalThis.startedAt = Date.now();
const write = (tab, text) => chrome.scripting.executeScript({
  target: { tabId: tab.id },
  func: (text) => { document.documentElement.dataset.marked = text; },
  args: [text],
});
const mark = (tab, text) => write(tab, text).catch(() => setTimeout(() => write(tab, text), 200));
chrome.runtime.onInstalled.addListener(() => {
  for (const title of ['Mark', 'Other']) chrome.contextMenus.create({ id: title, title, contexts: ['page', 'selection'] });
});
chrome.contextMenus.onClicked.addListener((info, tab) => mark(tab, info.menuItemId + ': ' + info.selectionText));
chrome.commands.onCommand.addListener((command, tab) => mark(tab, command));
`;

const POPUP = `<!doctype html><meta charset="utf-8"><style>body { width: 300px; height: 150px }</style>
<input id="note"><button id="inject">Inject</button><button id="ask">Ask</button><output></output><script src="popup.js"></script>`;

const POPUP_SCRIPT = `
const output = document.querySelector('output');
document.querySelector('#inject').addEventListener('click', async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['content.js'] });
  output.textContent = 'injected';
});
document.querySelector('#ask').addEventListener('click', async () => {
  const isGranted = await chrome.permissions.request({ origins: ['http://127.0.0.1/*'] });
  output.textContent = isGranted ? 'granted' : 'refused';
});
`;

const CONTENT_SCRIPT = `
const host = document.createElement('div');
const frame = document.createElement('iframe');
frame.src = chrome.runtime.getURL('card.html');
frame.style = 'position: fixed; right: 30px; bottom: 40px; width: 280px; height: 120px; border: 3px solid green';
host.attachShadow({ mode: 'closed' }).append(frame);
document.documentElement.append(host);
`;

const CARD = `<!doctype html><meta charset="utf-8"><p>A card with a note</p><textarea></textarea>`;

/** The folder of a small extension that uses everything the drivers can do; for the caller to remove. */
export async function writeThrowawayExtension(browser: 'chromium' | 'firefox'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-driver-check-'));
  const background =
    browser === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
  const files = {
    'manifest.json': JSON.stringify({ ...MANIFEST, background }),
    'background.js': BACKGROUND,
    'popup.html': POPUP,
    'popup.js': POPUP_SCRIPT,
    'content.js': CONTENT_SCRIPT,
    'card.html': CARD,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
