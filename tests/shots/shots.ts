import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import build from '../e2e/build.ts';
import { openedKeys, pressAll, waitForNoCaret } from '../e2e/caret-moves.ts';
import { waitForKept, waitForPainted, waitForText } from '../e2e/reading.ts';
import { launchChromium } from '../support/chromium.ts';
import type { ReaderBrowser, Surface } from '../support/driver.ts';
import { startSite, type Site } from '../support/site.ts';
import { takeEntities } from './entity-shots.ts';
import { takeInPages } from './page-shots.ts';

/**
 * Pictures of every view, for eyes: `npm run shots [-- --out DIR]`. Each is taken in English and Vietnamese, light
 * and dark; the panel, the settings and the practice article narrow besides.
 */
const { values } = parseArgs({ options: { out: { type: 'string', default: '.output/shots' } } });

const path = '/2026/11/harbour-levy';
const quote = 'I can patch it for two more winters. I cannot patch it for twenty.';
const deleted = 'Smaller boats will pay less, but they will pay.';
const board = 'Haverness Harbour Board';
const langs = ['en', 'vi'] as const;
const schemes = ['light', 'dark'] as const;

/** Words of the practice article, one for each language. */
const practised: Readonly<Record<string, string>> = {
  en: 'Nobody was asking for a cruise.',
  vi: 'Chẳng ai đòi du thuyền cả.',
};

const folder = resolve(values.out);
await mkdir(folder, { recursive: true });
build();
const site = await startSite();
for (const lang of langs) {
  const browser = await launchChromium({
    extensionDir: resolve('.output/chrome-mv3'),
    viewport: { width: 1200, height: 900 },
    lang,
    firstPage: 'welcome.html',
    keepsFirstPage: true,
  });
  try {
    await takeWelcome(browser, lang);
    await takeAll(browser, site, lang);
  } finally {
    await browser.close();
  }
}
await site.close();
console.log(`The pictures are in ${folder}`);

type Take = (surface: Surface, name: string) => Promise<void>;

function takeIn(lang: string): Take {
  return async (surface, name) => {
    for (const scheme of schemes) {
      await surface.setColorScheme(scheme);
      await surface.screenshot(join(folder, `${name}.${lang}.${scheme}.png`));
    }
    await surface.setColorScheme('light');
  };
}

async function takeWelcome(browser: ReaderBrowser, lang: string): Promise<void> {
  const take = takeIn(lang);
  const page = await browser.findExtensionPage('welcome.html');
  await page.bringToFront();
  await page.setViewport({ width: 1200, height: 900 });
  await take(page, 'welcome');
  await page.selectText(practised[lang] ?? '');
  await browser.waitForOurText(page, lang === 'vi' ? 'Lời trích' : 'Quote');
  await take(page, 'welcome-toolbar');
  await browser.pressOurButton(page, lang === 'vi' ? 'Lời trích' : 'Quote');
  await page.waitFor(() => document.querySelector('.practice-card') !== null);
  await take(page, 'welcome-card');
  await takeInPopup(browser, page, async (popup) => await take(popup, 'popup-practice'));
  await page.setViewport({ width: 320, height: 900 });
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await take(page, 'welcome-narrow');
  await page.close();
}

/** Every section of the settings, one after the other. */
async function takeOptions(browser: ReaderBrowser, lang: string): Promise<void> {
  const take = takeIn(lang);
  const page = await browser.openExtensionPage('options.html');
  await page.waitFor(() => document.querySelector('.storage-counts') !== null);
  const ids = await page.evaluate(() => [...document.querySelectorAll('section')].map(({ id }) => id));
  for (const { name, width } of [
    { name: 'options', width: 1200 },
    { name: 'options-narrow', width: 320 },
  ]) {
    await page.setViewport({ width, height: 900 });
    for (const id of ids) {
      await page.evaluate(
        (id: string) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }),
        id,
      );
      await take(page, `${name}-${id}`);
    }
  }
  await page.close();
}

async function takeAll(browser: ReaderBrowser, site: Site, lang: string): Promise<void> {
  const take = takeIn(lang);
  const page = await browser.openPage(site.url(path));

  await page.selectText(quote);
  await takeInPopup(browser, page, async (popup) => {
    await popup.waitFor(() => document.querySelector('.selection') !== null);
    await take(popup, 'popup-selection');
    await press(popup, '.selection-acts .button', 0);
    await take(popup, 'popup-quote');
    await press(popup, '.panel button[type=submit]', 0);
    await waitForKept(popup, 1);
  });
  for (const [index, words] of [board, deleted].entries()) {
    await page.selectText(words);
    await takeInPopup(browser, page, async (popup) => {
      await waitForText(popup, words);
      await press(popup, '.selection .dot', index + 1);
      await waitForKept(popup, index + 2);
    });
  }
  await page.selectText('Others want a firmer promise.');
  await take(page, 'page-toolbar');
  await waitForPainted(page, [quote, board, deleted]);

  await takeInPopup(browser, page, async (popup) => {
    await waitForKept(popup, 3);
    await take(popup, 'popup-kept');
    await press(popup, '.found-names summary', 0);
    await press(popup, '.found-name', 0);
    await popup.evaluate(() => document.querySelector('.found-names')?.scrollIntoView());
    await take(popup, 'popup-names');
    await press(popup, '.found-line .icon-button', 1);
    await take(popup, 'popup-names-correct');
    await press(popup, '.found-correction .button', 1);
    await press(popup, '.found-line .icon-button', 5);
    await popup.evaluate(() => scrollTo({ top: 0 }));
    await press(popup, '.article .icon-button', 0);
    await take(popup, 'popup-details');
  });

  await takeCaret(browser, page, take);

  site.setEdition(path, 'cut');
  await page.reload();
  await takeInPopup(browser, page, async (popup) => {
    await popup.waitFor(() => document.querySelector('.lost') !== null);
    await press(popup, '.lost .icon-button', 0);
    await popup.evaluate(() => document.querySelector('.lost')?.scrollIntoView());
    await take(popup, 'popup-lost');
  });
  site.setEdition(path, 'reworded');
  await page.reload();
  await takeInPopup(browser, page, async (popup) => {
    await popup.waitFor(() => document.querySelector('.diff') !== null);
    await popup.evaluate(() => document.querySelector('.kept')?.scrollIntoView());
    await take(popup, 'popup-altered');
    await popup.evaluate(() => scrollTo({ top: 0 }));
    await take(popup, 'popup-changed');
    await press(popup, '.changed summary', 0);
    await take(popup, 'popup-changed-open');
    await press(popup, '.doors .button:nth-last-child(2)', 0);
  });
  const panel = await browser.findExtensionPage('sidepanel.html');
  await waitForKept(panel, 3);
  await press(panel, '.changed summary', 0);
  const { width, height } = await panel.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await panel.setViewport({ width: 320, height: 900 });
  await take(panel, 'panel-changed-narrow');
  await panel.setViewport({ width, height });
  site.setEdition(path, 'original');
  await take(panel, 'panel');
  const copy = await browser.openPage(site.url(`/copy/renamed${path}`));
  await takeInPopup(browser, copy, async (popup) => {
    await popup.waitFor(() => document.querySelector('.notice-acts') !== null);
    await take(popup, 'popup-doubt');
  });
  await takeOptions(browser, lang);
  await takeInPages({ browser, site, lang, take });
  await takeEntities({ browser, site, lang, take });
}

/** Walking the text, with all keys, and changing a passage; narrow too. */
async function takeCaret(
  browser: ReaderBrowser,
  page: Surface,
  take: (surface: Surface, name: string) => Promise<void>,
): Promise<void> {
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await browser.runCommand('caret-mode', page);
  const keys = await openedKeys(browser, page);
  await pressAll(page, 'Control+Home', 'Control+ArrowDown', 'Control+ArrowRight', 'Control+ArrowRight');
  await waitForQuiet(keys);
  await take(page, 'page-caret');
  await pressAll(page, 's', ']');
  await waitForQuiet(keys);
  await press(keys, '.caret-head button', 0);
  await take(page, 'page-caret-keys');
  await press(keys, '.caret-head button', 0);
  await pressAll(page, 'r', 'Alt+Shift+ArrowLeft');
  await waitForText(keys, '“');
  await take(page, 'page-range');
  await page.setViewport({ width: 320, height: 640 });
  await waitForQuiet(keys);
  await take(page, 'page-range-narrow');
  await page.setViewport({ width: 1200, height: 900 });
  await pressAll(page, 'Escape', 'Escape');
  await waitForNoCaret(page);
}

/** Until the caret has its answer and its bar its size; what scrolls calmly has a moment to arrive. */
async function waitForQuiet(keys: Surface): Promise<void> {
  await keys.waitFor(() => innerHeight >= document.documentElement.offsetHeight);
  await new Promise((resolve) => setTimeout(resolve, 700));
}

async function takeInPopup(
  browser: ReaderBrowser,
  page: Surface,
  act: (popup: Surface) => Promise<void>,
): Promise<void> {
  await page.bringToFront();
  const popup = await browser.clickToolbarIcon(page);
  await popup.waitFor(() => document.querySelector('footer') !== null);
  await act(popup);
  // What opens the panel closes the popup by itself.
  await browser.closePopup(popup).catch(() => {});
}

/** Presses the nth element of a selector: names differ by language here. */
async function press(surface: Surface, selector: string, nth: number): Promise<void> {
  const isThere = (selector: string, nth: number): boolean => {
    const element = document.querySelectorAll<HTMLElement>(selector)[nth];
    element?.click();
    return element !== undefined;
  };
  // A real click: what opens the panel needs the reader's gesture.
  if (selector.startsWith('.doors')) await surface.click(selector);
  else await surface.waitFor(isThere, [selector, nth], { what: selector });
}
