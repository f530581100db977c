import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchChromium } from '../../support/chromium.ts';
import type { ChromiumBrowser } from '../../support/chromium.ts';
import type { ReaderBrowser, Surface } from '../../support/driver.ts';
import { launchFirefox } from '../../support/firefox.ts';
import { writeThrowawayExtension } from './throwaway-extension.ts';

declare const chrome: typeof browser;
/** In the page and in the throwaway extension's background. */
declare const heard: string[];
declare const startedAt: number;

const PAGE = `<!doctype html><meta charset="utf-8"><title>Bản tin</title>
<body style="font: 16px sans-serif; max-width: 600px; margin: 20px auto">
<p>The quick <b>brown</b> fox jumps over the lazy dog.</p>
<p>A second paragraph, where the fox returns.</p>
<button onclick="this.textContent = event.isTrusted">Press</button><input>
<div style="height: 2000px"></div>
<p>Far below there is <i>another
  sentence</i> to select.</p>
<p>And an end.</p>
<script>
  globalThis.heard = [];
  addEventListener('keydown', (event) => heard.push(event.key), true);
</script>`;

const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(PAGE);
});
let site = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => server.close());

const readSelection = () => getSelection()?.toString();
const readMark = () => document.documentElement.dataset['marked'];
const readOutput = () => document.querySelector('output')?.textContent;

describe.each([
  { name: 'chromium', launch: launchChromium },
  { name: 'firefox', launch: launchFirefox },
] as const)('$name', ({ name, launch }) => {
  let extensionDir: string;
  let reader: ReaderBrowser;
  let page: Surface;

  beforeAll(async () => {
    extensionDir = await writeThrowawayExtension(name);
    reader = await launch({ extensionDir, lang: 'vi', viewport: { width: 1100, height: 700 } });
    page = await reader.openPage(site);
  });

  afterAll(async () => {
    await reader?.close();
    await rm(extensionDir, { recursive: true });
  });

  it('shows pages in the viewport and language asked for', async () => {
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1100, 700]);
    expect(await reader.evaluateInBackground(() => chrome.i18n.getUILanguage())).toBe('vi');
  });

  it('selects text over elements and paragraphs, and the occurrence wanted', async () => {
    await page.selectText('quick brown fox');
    expect(await page.evaluate(readSelection)).toBe('quick brown fox');
    await page.press('Shift+ArrowLeft');
    expect(await page.evaluate(readSelection)).toBe('quick brown fo');
    await page.selectText('fox', { occurrence: 2 });
    expect(await page.evaluate(() => getSelection()?.anchorNode?.textContent)).toContain('second');
    await page.selectText('another sentence to select. And an end');
    expect(await page.evaluate(readSelection)).toMatch(/^another\s+sentence to select\.\s+And an end$/u);
  });

  it('clicks and types as a hand does', async () => {
    await page.click('button');
    expect(await page.evaluate(() => document.querySelector('button')?.textContent)).toBe('true');
    await page.click('input');
    await page.type('Đồng bào, 2026!');
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('Đồng bào, 2026!');
    await page.press('Control+a');
    await page.type('x');
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('x');
  });

  it('opens the popup by the toolbar icon, types in it and gets the activeTab grant', async () => {
    await page.bringToFront();
    const popup = await reader.clickToolbarIcon(page);
    await popup.click('#note');
    await popup.type('Ghi chú');
    expect(await popup.evaluate(() => document.querySelector('input')?.value)).toBe('Ghi chú');
    await popup.click('#inject');
    await popup.waitFor(() => document.querySelector('output')?.textContent === 'injected');
    await popup.setColorScheme('dark');
    expect(await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    const { width } = await takeScreenshot(popup, join(extensionDir, 'popup.png'));
    expect(width).toBeGreaterThan(300);
    expect(width).toBeLessThan(400);
    await reader.closePopup(popup);
    await expect(popup.evaluate(() => 1)).rejects.toThrow(/./u);
  });

  it('types into a frame in a closed shadow root, unheard by the page', async () => {
    const card = await reader.frameIn(page, 'card.html');
    await page.evaluate(() => {
      heard.length = 0;
    });
    await card.click('textarea');
    await card.type('bí mật');
    expect(await card.evaluate(() => document.querySelector('textarea')?.value)).toBe('bí mật');
    expect(await page.evaluate(() => heard)).toEqual([]);
    await card.selectText('card with');
    expect(await card.evaluate(readSelection)).toBe('card with');
    expect(await takeScreenshot(card, join(extensionDir, 'card.png'))).toEqual({ width: 280, height: 120 });
  });

  it('runs a command with its activeTab grant', async () => {
    await page.reload();
    await reader.runCommand('mark', page);
    await page.waitFor(readMark, [], { timeoutMs: 3000, what: 'the mark' });
    expect(await page.evaluate(readMark)).toBe('mark');
  });

  it('restarts the background after it has been stopped', async () => {
    const before = await reader.evaluateInBackground(() => startedAt);
    await reader.stopWorker();
    expect(await reader.evaluateInBackground(() => startedAt)).toBeGreaterThan(before);
  });

  it('lets the extension ask for an approved site', async () => {
    const tab = await reader.openExtensionPage('popup.html');
    await reader.approveSite(site);
    await tab.click('#ask');
    await tab.waitFor(() => document.querySelector('output')?.textContent);
    expect(await tab.evaluate(readOutput)).toBe('granted');
    expect(await (await reader.findExtensionPage('popup.html')).url()).toBe(await tab.url());
    await tab.close();
  });

  it('grants a site', async () => {
    await reader.grantSite('https://example.org');
    const contains = () => chrome.permissions.contains({ origins: ['https://example.org/*'] });
    expect(await reader.evaluateInBackground(contains)).toBe(true);
  });

  it('navigates, and waits over navigations', async () => {
    await page.goto(`${site}other`);
    expect(await page.url()).toBe(`${site}other`);
    await page.evaluate(() => {
      setTimeout(() => location.assign('/third'), 50);
    });
    await page.waitFor(() => location.pathname === '/third' && document.readyState === 'complete');
    await expect(page.waitFor(() => false, [], { timeoutMs: 100, what: 'a miracle' })).rejects.toThrow(
      'a miracle',
    );
  });

  it('chooses from the context menu, or lets its event stand in for it', async () => {
    await page.selectText('brown fox');
    if (isChromium(reader)) {
      await reader.dispatchContextMenu(page, { menuItemId: 'Other', selectionText: 'brown fox' });
    } else {
      await reader.clickContextMenu(page, 'Other');
    }
    await page.waitFor(readMark, [], { timeoutMs: 3000, what: 'the mark' });
    expect(await page.evaluate(readMark)).toBe('Other: brown fox');
  });
});

describe.skipIf(process.platform !== 'linux')('chromium on a virtual screen', () => {
  let extensionDir: string;
  let reader: ChromiumBrowser;
  let page: Surface;

  beforeAll(async () => {
    extensionDir = await writeThrowawayExtension('chromium');
    reader = await launchChromium({ extensionDir, headless: false });
    page = await reader.openPage(site);
  });

  afterAll(async () => {
    await reader?.close();
    await rm(extensionDir, { recursive: true });
  });

  it('hears the chord of a command', async () => {
    await reader.runCommand('mark', page);
    await page.waitFor(readMark, [], { timeoutMs: 3000, what: 'the mark' });
    expect(await page.evaluate(readMark)).toBe('mark');
  });

  it('chooses from the context menu', async () => {
    await page.reload();
    await page.selectText('brown fox');
    await reader.clickContextMenu(page, 'Other');
    await page.waitFor(readMark, [], { timeoutMs: 3000, what: 'the mark' });
    expect(await page.evaluate(readMark)).toBe('Other: brown fox');
  });

  it.each([
    { answer: 'deny', outcome: 'refused' },
    { answer: 'allow', outcome: 'granted' },
  ] as const)('answers a prompt with $answer', async ({ answer, outcome }) => {
    const tab = await reader.openExtensionPage('popup.html');
    await tab.click('#ask');
    await reader.answerPrompt(tab, answer);
    await tab.waitFor(() => document.querySelector('output')?.textContent);
    expect(await tab.evaluate(readOutput)).toBe(outcome);
    await tab.close();
  });
});

function isChromium(reader: ReaderBrowser): reader is ChromiumBrowser {
  return reader.name === 'chromium';
}

/** The size of the picture, as its header tells. */
async function takeScreenshot(surface: Surface, path: string): Promise<{ width: number; height: number }> {
  await surface.screenshot(path);
  const png = await readFile(path);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
