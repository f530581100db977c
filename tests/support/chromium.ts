import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { launch, TargetType } from 'puppeteer-core';
import type { Browser, Extension, Frame, KeyInput, Page, Target, WebWorker } from 'puppeteer-core';
import { ensureBrowser, ensureChromiumLanguage } from './browsers.ts';
import type { LaunchOptions, ReaderBrowser, Size, Surface } from './driver.ts';
import {
  addHostPermission,
  dispatchCommand,
  dispatchMenuClick,
  givePopupBack,
  patternOf,
  readShortcut,
  requestSite,
  takePopupAway,
} from './in-extension.ts';
import { hasPainted, locateContext, readSize } from './in-page.ts';
import { readDownload } from './downloads.ts';
import { poll } from './poll.ts';
import { buildSurface } from './surface.ts';
import type { MouseButton } from './surface.ts';
import { openVirtualDisplay, xNamesOf } from './virtual-display.ts';
import type { VirtualDisplay } from './virtual-display.ts';

export type ChromiumBrowser = ReaderBrowser & {
  readonly name: 'chromium';
  /** For what the common interface doesn't offer: network conditions, tracing, CDP. */
  readonly browser: Browser;
  /** The puppeteer page behind a surface. */
  pageOf(surface: Surface): Page;
  /**
   * Answers the prompt for a permission that a click in the surface has brought up.
   * @throws when headless, where prompts can't be seen: see `approveSite`
   */
  answerPrompt(surface: Surface, answer: 'allow' | 'deny'): Promise<void>;
  /** Stands in for `clickContextMenu` when headless: the event, after the tab has got its activeTab grant. */
  dispatchContextMenu(page: Surface, info: MenuInfo): Promise<void>;
};

/** What `contextMenus.onClicked` tells of a click. */
export type MenuInfo = { readonly menuItemId: string; readonly selectionText?: string };

const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Kept out of the operating system's keyring, which may ask for a password.
  '--password-store=basic',
];

/** Chromium with the extension in a fresh profile. */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumBrowser> {
  const {
    extensionDir,
    lang = 'en',
    headless = true,
    isOnOwnScreen = false,
    userDataDir,
    viewport,
    firstPage,
    keepsFirstPage = false,
  } = options;
  const first = firstPage === undefined ? null : { path: firstPage, isKept: keepsFirstPage };
  const executablePath = ensureBrowser('chromium');
  if (lang !== 'en') ensureChromiumLanguage(executablePath, lang);
  const profile = userDataDir ?? (await mkdtemp(join(tmpdir(), 'pressmark-chromium-')));
  const downloads = await mkdtemp(join(tmpdir(), 'pressmark-downloads-'));
  const size = viewport ?? { width: 1280, height: 900 };
  const needsScreen = !headless && !isOnOwnScreen && process.platform === 'linux';
  const display = needsScreen ? await openVirtualDisplay(SCREEN) : null;
  const launching = launch({
    executablePath,
    headless,
    // Its bar across the window is nothing a reader sees.
    ignoreDefaultArgs: ['--enable-automation'],
    pipe: true,
    enableExtensions: [extensionDir],
    userDataDir: profile,
    // Emulated sizes would also reach the popup, whose size the browser chooses.
    defaultViewport: null,
    env: { ...process.env, LANGUAGE: lang, ...(display ? { DISPLAY: display.name } : {}) },
    args: [
      ...FLAGS,
      `--lang=${lang}`,
      `--window-size=${size.width},${size.height}`,
      // Chromium's sandbox refuses to start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const cleanUp = async () => {
    // Nothing to close when it has failed to start; the caller is told by `await launching` below.
    await launching.then((browser) => browser.close()).catch(() => {});
    await display?.close();
    await rm(downloads, { recursive: true, force: true });
    if (!userDataDir) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const browser = await launching;
    const session = await browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    return await buildBrowser(browser, { viewport, display, downloads, cleanUp, first });
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

/** Chromium ignores keys and clicks on a prompt for half a second, so that nobody answers one by mistake. */
const PROMPT_PROTECTION_MS = 700;

/** Room for the window and for menus that hang over. */
const SCREEN: Size = { width: 1600, height: 1200 };

type Context = {
  readonly viewport: Size | undefined;
  readonly display: VirtualDisplay | null;
  /** The folder that files are saved in. */
  readonly downloads: string;
  /** The page that the extension opens by itself. */
  readonly first: { readonly path: string; readonly isKept: boolean } | null;
  cleanUp(): Promise<void>;
};

async function buildBrowser(browser: Browser, ctx: Context): Promise<ChromiumBrowser> {
  // The tab Chromium starts with, which stays.
  const [blank] = await browser.pages();
  if (!blank) throw new Error('Chromium has started without a tab.');
  const extension = await poll(async () => [...(await browser.extensions()).values()][0], {
    what: 'the extension to be loaded',
  });
  const extensionOrigin = `chrome-extension://${extension.id}/`;
  if (ctx.first) {
    const { path, isKept } = ctx.first;
    const isFirst = (target: Target) => target.url() === extensionOrigin + path;
    const target = await browser.waitForTarget(isFirst, { timeout: 30_000 });
    if (!isKept) await (await target.page())?.close();
  }
  if (ctx.display) await waitForKeyboard(blank, ctx.display);
  const worker = await controlWorker(browser, blank, extensionOrigin);
  const places = new WeakMap<Surface, { page: Page; frame: Frame }>();

  const show = (page: Page, frame: Frame = page.mainFrame()): Surface => {
    const surface = buildPageSurface(page, frame);
    places.set(surface, { page, frame });
    return surface;
  };
  const placeOf = (surface: Surface) => {
    const place = places.get(surface);
    if (!place) throw new Error('This surface belongs to another browser.');
    return place;
  };
  const openTab = async (url: string): Promise<Surface> => {
    const page = await browser.newPage();
    if (ctx.viewport) await page.setViewport(ctx.viewport);
    await page.goto(url);
    await waitForPaint(page.mainFrame());
    return show(page);
  };

  return {
    name: 'chromium',
    extensionId: extension.id,
    extensionOrigin,
    browser,
    pageOf: (surface) => placeOf(surface).page,
    openPage: openTab,
    openExtensionPage: (path) => openTab(extensionOrigin + path),

    async clickToolbarIcon(surface) {
      return show(await openPopup(browser, extension, placeOf(surface).page));
    },
    closePopup: (popup) => popup.close(),

    async findExtensionPage(urlPart) {
      const isWanted = (target: Target) =>
        target.type() !== TargetType.SERVICE_WORKER &&
        target.url().startsWith(extensionOrigin) &&
        target.url().includes(urlPart);
      const target = await browser.waitForTarget(isWanted, { timeout: 10_000 });
      const page = await target.asPage();
      await waitForPaint(page.mainFrame());
      return show(page);
    },

    async frameIn(surface, urlPart) {
      const { page } = placeOf(surface);
      const frame = await page.waitForFrame((frame) => frame.url().includes(urlPart), { timeout: 10_000 });
      await waitForPaint(frame);
      return show(page, frame);
    },

    evaluateInBackground: (fn, ...args) => worker.evaluate(fn, args),
    stopWorker: () => worker.stop(),

    approveSite: (origin) => approveSite(browser, extension.id, patternOf(origin)),

    async grantSite(origin) {
      const pattern = patternOf(origin);
      await approveSite(browser, extension.id, pattern);
      // Any document of the extension will do; evaluating in it counts as a reader's gesture.
      const page = await browser.newPage({ background: true });
      await page.goto(`${extensionOrigin}manifest.json`);
      const isGranted = await evaluateIn(page.mainFrame(), requestSite, [pattern]);
      await page.close();
      if (!isGranted) throw new Error(`The extension may not ask for ${pattern}.`);
    },

    async answerPrompt(surface, answer) {
      const keyboard = needDisplay(ctx, 'answer prompts');
      const hasFocus = () => surface.evaluate(() => document.hasFocus()).catch(() => false);
      await poll(async () => !(await hasFocus()), { what: 'the prompt' });
      await delay(PROMPT_PROTECTION_MS);
      // "Deny" has the focus at first, "Allow" is next.
      await keyboard.pressKeys(...(answer === 'allow' ? ['Tab', 'Return'] : ['Escape']));
      await poll(hasFocus, { what: 'the prompt to take the answer' });
    },

    async runCommand(command, surface) {
      const { page } = placeOf(surface);
      await page.bringToFront();
      if (!ctx.display) {
        const tabId = await grantActiveTab(worker, extension, page);
        await worker.evaluate(dispatchCommand, [command, tabId]);
        return;
      }
      const shortcut = await worker.evaluate(readShortcut, [command]);
      if (!shortcut) throw new Error(`The command "${command}" has no shortcut.`);
      await ctx.display.pressKeys(xNamesOf(shortcut));
    },

    async clickContextMenu(surface, itemTitle) {
      const display = needDisplay(ctx, 'open menus');
      await surface.bringToFront();
      await chooseFromContextMenu(display, surface, itemTitle);
    },

    async dispatchContextMenu(surface, info) {
      const { page } = placeOf(surface);
      const tabId = await grantActiveTab(worker, extension, page);
      await worker.evaluate(dispatchMenuClick, [{ pageUrl: page.url(), editable: false, ...info }, tabId]);
    },

    async pressOurButton(surface, name) {
      // The accessibility tree, unlike selectors, sees into closed shadow roots.
      const { page } = placeOf(surface);
      const button = await page.waitForSelector(`aria/${name}[role="button"]`, { timeout: 10_000 });
      await button?.click();
    },

    async waitForOurText(surface, words) {
      const session = await placeOf(surface).page.createCDPSession();
      const isShown = async () => {
        await session.send('DOM.getDocument', { depth: 0 });
        const { searchId, resultCount } = await session.send('DOM.performSearch', { query: words });
        await session.send('DOM.discardSearchResults', { searchId });
        return resultCount > 0;
      };
      await poll(isShown, { what: `our words "${words}" in the page` });
      await session.detach();
    },

    readDownload: (fileName) => readDownload(ctx.downloads, fileName),
    closed: new Promise((resolve) => void browser.once('disconnected', () => resolve())),
    close: () => ctx.cleanUp(),
  };
}

function needDisplay(ctx: Context, ability: string): VirtualDisplay {
  if (ctx.display) return ctx.display;
  throw new Error(`Headless Chromium can't ${ability}: launch it with headless: false, on Linux.`);
}

async function openPopup(browser: Browser, extension: Extension, page: Page): Promise<Page> {
  const origin = `chrome-extension://${extension.id}/`;
  const before = new Set(browser.targets());
  await extension.triggerAction(page);
  const isPopup = (target: Target) =>
    !before.has(target) && target.type() === TargetType.PAGE && target.url().startsWith(origin);
  const target = await browser.waitForTarget(isPopup, { timeout: 10_000 });
  const popup = await target.asPage();
  await waitForPaint(popup.mainFrame());
  return popup;
}

/** Keys pressed before the window has the screen's focus are lost, and nothing but a key that arrives tells. */
async function waitForKeyboard(page: Page, display: VirtualDisplay): Promise<void> {
  await page.bringToFront();
  await page.mouse.click(1, 1);
  await page.evaluate(() => {
    addEventListener('keydown', () => document.documentElement.setAttribute('data-heard', ''));
  });
  const isHeard = async () => {
    await display.pressKeys('shift');
    return await page.evaluate(() => 'heard' in document.documentElement.dataset);
  };
  await poll(isHeard, { what: 'the window to hear the keyboard' });
}

type Worker = {
  evaluate<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, args: A): Promise<T>;
  stop(): Promise<void>;
};

/** The service worker, which is started when it sleeps; `page`: the protocol reaches workers by way of pages. */
async function controlWorker(browser: Browser, page: Page, origin: string): Promise<Worker> {
  const isWorker = (target: Target) =>
    target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(origin);
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  return {
    async evaluate(fn, args) {
      if (!browser.targets().some(isWorker)) {
        await session.send('ServiceWorker.startWorker', { scopeURL: origin });
      }
      const target = await browser.waitForTarget(isWorker, { timeout: 10_000 });
      const worker = await target.worker();
      if (!worker) throw new Error('The service worker has gone.');
      return await evaluateIn(worker, fn, args);
    },
    async stop() {
      const worker = await browser.targets().find(isWorker)?.worker();
      await worker?.close();
      await poll(() => !browser.targets().some(isWorker), { what: 'the service worker to stop' });
    },
  };
}

/** Enters the site in the extension's list of allowed hosts, on the browser's own page for extensions. */
async function approveSite(browser: Browser, id: string, pattern: string): Promise<void> {
  const page = await browser.newPage({ background: true });
  await page.goto('chrome://extensions');
  await evaluateIn(page.mainFrame(), addHostPermission, [id, pattern]);
  await page.close();
}

/** The tab's id. A click on the toolbar icon without its popup grants activeTab and does nothing else. */
async function grantActiveTab(worker: Worker, extension: Extension, page: Page): Promise<number> {
  await page.bringToFront();
  const { tabId, popup } = await worker.evaluate(takePopupAway, []);
  await extension.triggerAction(page);
  await worker.evaluate(givePopupBack, [tabId, popup]);
  return tabId;
}

/**
 * Our entries stand above the last group of Chromium's own menu, alone or in a submenu. Nothing tells which entry is
 * selected, but opening a submenu shows a window more, and a letter chooses the entry beginning with it.
 */
async function chooseFromContextMenu(
  display: VirtualDisplay,
  surface: Surface,
  title: string,
): Promise<void> {
  const before = await display.countWindows();
  const isOpen = (menus: number) => async () => (await display.countWindows()) === before + menus;
  const hasSelection = await surface.evaluate(() => getSelection()?.isCollapsed === false);
  await surface.clickAt(await surface.evaluate(locateContext), { button: 'right' });
  await poll(isOpen(1), { what: 'the context menu' });
  // Below ours: "Inspect", and "View page source" unless it is a menu for a selection.
  await display.pressKeys(...Array.from({ length: hasSelection ? 2 : 3 }, () => 'Up'));
  await display.pressKeys('Right');
  const hasSubmenu = await poll(isOpen(2), { timeoutMs: 500 }).catch(() => false);
  await display.pressKeys(hasSubmenu ? title.charAt(0).toLowerCase() : 'Return');
  await poll(isOpen(0), { what: `"${title}" to be the only entry with its first letter` });
}

/** Chromium drops clicks and keys meant for a document nobody has seen yet. */
async function waitForPaint(frame: Frame): Promise<void> {
  await poll(() => evaluateApart(frame, hasPainted, []), {
    timeoutMs: 30_000,
    what: 'the page to load and be painted',
  });
}

async function evaluateIn<T, A extends unknown[]>(
  realm: Frame | WebWorker,
  fn: (...args: A) => T | Promise<T>,
  args: A,
): Promise<T> {
  // Puppeteer's own types tie arguments to their handles, of which we have none.
  return (await realm.evaluate(fn as unknown as (...args: unknown[]) => unknown, ...args)) as T;
}

/** In puppeteer's own world, which the page's scripts don't reach; its types keep it to puppeteer. */
async function evaluateApart<T, A extends unknown[]>(
  frame: Frame,
  fn: (...args: A) => T | Promise<T>,
  args: A,
): Promise<T> {
  const { isolatedRealm } = frame as unknown as { isolatedRealm: (this: Frame) => Frame };
  return await evaluateIn(isolatedRealm.call(frame), fn, args);
}

function buildPageSurface(page: Page, frame: Frame): Surface {
  const isMain = frame === page.mainFrame();
  const toPage = async (point: { x: number; y: number }) => {
    if (isMain) return point;
    const owner = await frame.frameElement();
    const corner = (await owner?.boxModel())?.content[0];
    await owner?.dispose();
    if (!corner) throw new Error('The frame is not laid out.');
    return { x: point.x + corner.x, y: point.y + corner.y };
  };
  // Understood by puppeteer's mouse, missing in its types.
  const click = (button: MouseButton, clickCount: number) => ({ button, clickCount });
  return buildSurface({
    evaluate: (fn, ...args) => evaluateIn(frame, fn, args),
    evaluateApart: (fn, ...args) => evaluateApart(frame, fn, args),
    async mouseMove(point) {
      const { x, y } = await toPage(point);
      await page.mouse.move(x, y);
    },
    mouseDown: (button, clickCount) => page.mouse.down(click(button, clickCount)),
    mouseUp: (button, clickCount) => page.mouse.up(click(button, clickCount)),
    keyDown: (key) => page.keyboard.down(key as KeyInput),
    keyUp: (key) => page.keyboard.up(key as KeyInput),
    type: (text) => page.keyboard.type(text),
    async screenshot(path) {
      const png = path as `${string}.png`;
      if (isMain) {
        await page.screenshot({ path: png });
        return;
      }
      const { x, y } = await toPage({ x: 0, y: 0 });
      const { width, height } = await evaluateIn(frame, readSize, []);
      await page.screenshot({ path: png, clip: { x, y, width, height } });
    },
    setColorScheme: (value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
    setViewport: (size) => page.setViewport(size),
    async reload() {
      await page.reload();
      await waitForPaint(page.mainFrame());
    },
    async goto(url) {
      await frame.goto(url);
      await waitForPaint(frame);
    },
    url: async () => frame.url(),
    close: () => page.close(),
    bringToFront: () => page.bringToFront(),
  });
}
