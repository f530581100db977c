import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, TargetType } from 'puppeteer-core';
import type { Browser, Extension, Frame, KeyInput, Page, Target, WebWorker } from 'puppeteer-core';
import { ensureBrowser } from './browsers.ts';
import type { LaunchOptions, ReaderBrowser, Size, Surface } from './driver.ts';
import { poll } from './poll.ts';
import { buildSurface } from './surface.ts';
import type { MouseButton } from './surface.ts';

export type ChromiumBrowser = ReaderBrowser & {
  readonly name: 'chromium';
  /** For what the common interface doesn't offer: network conditions, tracing, CDP. */
  readonly browser: Browser;
  /** The puppeteer page behind a surface. */
  pageOf(surface: Surface): Page;
};

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
  const { extensionDir, lang = 'en', headless = true, userDataDir, viewport } = options;
  const profile = userDataDir ?? (await mkdtemp(join(tmpdir(), 'pressmark-chromium-')));
  const size = viewport ?? { width: 1280, height: 900 };
  const browser = await launch({
    executablePath: ensureBrowser('chromium'),
    headless,
    pipe: true,
    enableExtensions: [extensionDir],
    userDataDir: profile,
    // Emulated sizes would also reach the popup, whose size the browser chooses.
    defaultViewport: null,
    env: { ...process.env, LANGUAGE: lang },
    args: [
      ...FLAGS,
      `--lang=${lang}`,
      `--window-size=${size.width},${size.height}`,
      // Chromium's sandbox refuses to start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const removeProfile = async () => {
    if (!userDataDir) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return await buildBrowser(browser, { viewport, removeProfile });
  } catch (error) {
    await browser.close();
    await removeProfile();
    throw error;
  }
}

type Context = { readonly viewport: Size | undefined; removeProfile(): Promise<void> };

async function buildBrowser(browser: Browser, ctx: Context): Promise<ChromiumBrowser> {
  const extension = await poll(async () => [...(await browser.extensions()).values()][0], {
    what: 'the extension to be loaded',
  });
  const extensionOrigin = `chrome-extension://${extension.id}/`;
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
      return show(await target.asPage());
    },

    async frameIn(surface, urlPart) {
      const { page } = placeOf(surface);
      const frame = await page.waitForFrame((frame) => frame.url().includes(urlPart), { timeout: 10_000 });
      await frame.waitForFunction(() => document.readyState === 'complete', { polling: 25 });
      return show(page, frame);
    },

    async evaluateInBackground(fn, ...args) {
      return await evaluateIn(await findWorker(browser, extensionOrigin), fn, args);
    },

    async stopWorker() {
      throw new Error('Not written yet.');
    },
    async grantSite() {
      throw new Error('Not written yet.');
    },
    async runCommand() {
      throw new Error('Not written yet.');
    },
    async clickContextMenu() {
      throw new Error('Not written yet.');
    },

    async close() {
      await browser.close();
      await ctx.removeProfile();
    },
  };
}

async function openPopup(browser: Browser, extension: Extension, page: Page): Promise<Page> {
  const origin = `chrome-extension://${extension.id}/`;
  const before = new Set(browser.targets());
  await extension.triggerAction(page);
  const isPopup = (target: Target) =>
    !before.has(target) && target.type() === TargetType.PAGE && target.url().startsWith(origin);
  const target = await browser.waitForTarget(isPopup, { timeout: 10_000 });
  const popup = await target.asPage();
  await popup.waitForFunction(() => document.readyState === 'complete', { polling: 25 });
  return popup;
}

async function findWorker(browser: Browser, origin: string): Promise<WebWorker> {
  const target = await browser.waitForTarget(
    (target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(origin),
    { timeout: 10_000 },
  );
  const worker = await target.worker();
  if (!worker) throw new Error('The service worker has gone.');
  return worker;
}

async function evaluateIn<T, A extends unknown[]>(
  realm: Frame | WebWorker,
  fn: (...args: A) => T | Promise<T>,
  args: A,
): Promise<T> {
  // Puppeteer's own types tie arguments to their handles, of which we have none.
  return (await realm.evaluate(fn as unknown as (...args: unknown[]) => unknown, ...args)) as T;
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
      if (isMain) await page.screenshot({ path: png });
      else await (await frame.frameElement())?.screenshot({ path: png });
    },
    setColorScheme: (value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
    setViewport: (size) => page.setViewport(size),
    async reload() {
      await page.reload();
    },
    async goto(url) {
      await frame.goto(url);
    },
    url: async () => frame.url(),
    close: () => page.close(),
    bringToFront: () => page.bringToFront(),
  });
}
