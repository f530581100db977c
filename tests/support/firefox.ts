import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browsers.ts';
import type { Argument, LaunchOptions, Point, ReaderBrowser, Size, Surface } from './driver.ts';
import { keysOf, patternOf, readShortcut } from './in-extension.ts';
import { locateContext, readSize } from './in-page.ts';
import { Marionette } from './marionette.ts';
import { readDownload } from './downloads.ts';
import { poll } from './poll.ts';
import { buildSurface } from './surface.ts';
import type { MouseButton } from './surface.ts';

/** Where a document is: a tab or popup, or a frame. */
type Place = { readonly browserId: number } | { readonly contextId: number };

export type FirefoxBrowser = ReaderBrowser & {
  readonly name: 'firefox';
  /** Runs a function of firefox-inside.js. */
  callInside<T>(name: string, ...args: Argument[]): Promise<T>;
};

const DEFAULT_VIEWPORT: Size = { width: 1280, height: 813 };

/** The pages' address is random by default. */
const EXTENSION_UUID = '6a1b7cf2-5d0e-4c63-9a3e-0d9c5b1f7e24';

const PREFERENCES: Record<string, string | number | boolean> = {
  'marionette.port': 0,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.tabs.warnOnClose': false,
  'browser.topsites.contile.enabled': false,
  'browser.search.update': false,
  'browser.region.update.enabled': false,
  'app.update.auto': false,
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'app.shield.optoutstudies.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  // For profiles that are kept: a temporary add-on is otherwise taken away with all its data.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.webextOptionalPermissionPrompts': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'browser.safebrowsing.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  // Animations would only make tests wait for moving targets.
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.alwaysOpenPanel': false,
  'toolkit.cosmeticAnimations.enabled': false,
  'ui.prefersReducedMotion': 1,
};

/** Firefox with the extension, installed temporarily, in a fresh profile. */
export async function launchFirefox(options: LaunchOptions): Promise<FirefoxBrowser> {
  const { extensionDir, lang, headless = true, userDataDir, viewport = DEFAULT_VIEWPORT } = options;
  const { firstPage, keepsFirstPage = false } = options;
  const profile = userDataDir ?? (await mkdtemp(join(tmpdir(), 'pressmark-firefox-')));
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as Manifest;
  const extensionId = manifest.browser_specific_settings?.gecko?.id;
  if (!extensionId)
    throw new Error(`${extensionDir} needs browser_specific_settings.gecko.id in its manifest.`);
  const downloads = await mkdtemp(join(tmpdir(), 'pressmark-downloads-'));
  await writePreferences(profile, {
    'browser.download.dir': downloads,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: EXTENSION_UUID }),
  });

  const portFile = join(profile, 'MarionetteActivePort');
  // A kept profile still has the last run's.
  await rm(portFile, { force: true });
  const child = spawn(
    ensureBrowser('firefox'),
    [
      '--marionette',
      '--remote-allow-system-access',
      '--no-remote',
      '--profile',
      profile,
      ...(headless ? ['--headless'] : []),
    ],
    { stdio: 'ignore', env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  const exit = once(child, 'exit');
  const shutDown = async () => {
    child.kill();
    await exit;
    await rm(downloads, { recursive: true, force: true });
    if (!userDataDir) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await poll(async () => Number(await readFile(portFile, 'utf8')), {
      timeoutMs: 60_000,
      what: 'Firefox to start',
    });
    const marionette = await Marionette.connect(port);
    await marionette.send('WebDriver:NewSession', { timeouts: { script: 120_000 } });
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    const inside = await readFile(new URL('firefox-inside.js', import.meta.url), 'utf8');
    await runInside(marionette, inside, []);
    const callInside = async <T>(name: string, ...args: Argument[]): Promise<T> =>
      (await runInside(marionette, 'return inside[arguments[0]](...arguments[1])', [name, args])) as T;
    if (lang) await callInside('setLanguage', lang);
    await marionette.send('Addon:Install', { path: extensionDir, temporary: true });
    const browser = buildBrowser(extensionId, callInside, downloads);
    if (firstPage !== undefined) {
      const first = await browser.findExtensionPage(firstPage);
      if (!keepsFirstPage) await first.close();
    }
    const anyPage = await browser.openPage('about:logo');
    await anyPage.setViewport(viewport);
    await anyPage.close();
    return { ...browser, close: shutDown, closed: exit.then(() => {}) };
  } catch (error) {
    await shutDown();
    throw error;
  }
}

type Manifest = { readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } } };

async function writePreferences(profile: string, more: Record<string, string>): Promise<void> {
  const lines = Object.entries({ ...PREFERENCES, ...more }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), `${lines.join('\n')}\n`);
}

async function runInside(marionette: Marionette, script: string, args: Argument[]): Promise<unknown> {
  const parameters = { script, args, sandbox: 'system', newSandbox: false };
  const answer = (await marionette.send('WebDriver:ExecuteScript', parameters)) as { value: unknown };
  return answer.value;
}

type CallInside = FirefoxBrowser['callInside'];

function buildBrowser(extensionId: string, callInside: CallInside, downloads: string): FirefoxBrowser {
  const extensionOrigin = `moz-extension://${EXTENSION_UUID}/`;
  const places = new WeakMap<Surface, Place>();

  const show = (place: Place): Surface => {
    const surface = buildPlaceSurface(place, callInside);
    places.set(surface, place);
    return surface;
  };
  const showLoaded = async (place: Place): Promise<Surface> => {
    const surface = show(place);
    const isLoaded = () => document.readyState === 'complete' && location.href !== 'about:blank';
    await poll(() => surface.evaluateApart(isLoaded), { timeoutMs: 30_000, what: 'the page to load' });
    return surface;
  };
  const placeOf = (surface: Surface) => {
    const place = places.get(surface);
    if (!place) throw new Error('This surface belongs to another browser.');
    return place;
  };

  const browser: FirefoxBrowser = {
    name: 'firefox',
    extensionId,
    extensionOrigin,
    callInside,
    async openPage(url) {
      const place = await callInside<Place>('openTab', url);
      // The blank page is what every tab shows first, so there is nothing to wait for.
      return url === 'about:blank' ? show(place) : await showLoaded(place);
    },
    openExtensionPage: async (path) => showLoaded(await callInside('openTab', extensionOrigin + path)),

    async clickToolbarIcon(page) {
      await page.bringToFront();
      await callInside('clickToolbarButton', extensionId);
      return showLoaded(await poll(() => callInside<Place | null>('findPopup'), { what: 'the popup' }));
    },

    async closePopup(popup) {
      await popup.close();
      await poll(async () => !(await callInside('findPopup')), { what: 'the popup to close' });
    },

    async findExtensionPage(urlPart) {
      const find = () => callInside<Place | null>('findExtensionPage', extensionId, urlPart);
      return showLoaded(await poll(find, { what: `an extension page at ${urlPart}` }));
    },

    async frameIn(page, urlPart) {
      const find = () => callInside<Place | null>('findFrame', placeOf(page), urlPart);
      return showLoaded(await poll(find, { what: `a frame at ${urlPart}` }));
    },

    async evaluateInBackground(fn, ...args) {
      const find = () => callInside<Place | null>('findBackground', extensionId);
      return show(await poll(find, { what: 'the background' })).evaluate(fn, ...args);
    },

    stopWorker: () => callInside('stopBackground', extensionId),

    // The profile's preferences let the browser answer so by itself.
    approveSite: async () => {},
    grantSite: (origin) => callInside('grantSite', extensionId, patternOf(origin)),

    async runCommand(command, page) {
      const shortcut = await browser.evaluateInBackground(readShortcut, command);
      if (!shortcut) throw new Error(`The command "${command}" has no shortcut.`);
      await page.bringToFront();
      await page.press(keysOf(shortcut).join('+'));
    },

    async clickContextMenu(page, itemTitle) {
      await page.bringToFront();
      const point = await page.evaluate(locateContext);
      const others = await callInside<string[] | null>(
        'chooseFromContextMenu',
        placeOf(page),
        point,
        itemTitle,
      );
      if (others) throw new Error(`The context menu has no "${itemTitle}", only: ${others.join(', ')}.`);
    },

    async pressOurButton(page, name) {
      await page.bringToFront();
      const find = () => callInside<Point | null>('findOurButton', placeOf(page), name);
      await page.clickAt(await poll(find, { what: `our button "${name}" in the page` }));
    },

    async waitForOurText(page, words) {
      const find = () => callInside<boolean>('hasOurText', placeOf(page), words);
      await poll(find, { what: `our words "${words}" in the page` });
    },

    readDownload: (fileName) => readDownload(downloads, fileName),
    closed: Promise.resolve(),
    async close() {},
  };
  return browser;
}

const BUTTONS: Record<MouseButton, number> = { left: 0, middle: 1, right: 2 };
/** The bit of `MouseEvent.buttons` of each button. */
const BUTTON_BITS: Record<MouseButton, number> = { left: 1, middle: 4, right: 2 };

function buildPlaceSurface(place: Place, callInside: CallInside): Surface {
  let position: Point = { x: 0, y: 0 };
  let buttons = 0;

  const waitForOtherDocument = async (act: () => Promise<void>) => {
    const readId = () => callInside<number | null>('documentId', place);
    const before = await readId();
    await act();
    const hasOther = async () => {
      const id = await readId();
      return id !== null && id !== before;
    };
    await poll(hasOther, { what: 'the new document' });
    const isLoaded = () => document.readyState === 'complete';
    await poll(() => surface.evaluateApart(isLoaded), { timeoutMs: 30_000, what: 'the page to load' });
  };

  const surface = buildSurface({
    async evaluate<T, A extends Argument[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
      // In brackets, because JSON.stringify(undefined) is no JSON.
      const value = `await (${fn.toString()})(...${JSON.stringify(args)})`;
      const code = `(async () => {
        try { succeed(JSON.stringify([${value}])); } catch (error) { fail(String(error)); }
      })()`;
      const json = await callInside<string>('evaluate', place, code);
      return (JSON.parse(json) as [T])[0];
    },
    async evaluateApart<T, A extends Argument[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
      const code = `return JSON.stringify([await (${fn.toString()})(...${JSON.stringify(args)})]);`;
      return (JSON.parse(await callInside<string>('evaluateApart', place, code)) as [T])[0];
    },
    async mouseMove(point) {
      position = point;
      await callInside('sendMouse', place, 'mousemove', position, { buttons });
    },
    async mouseDown(button, count) {
      buttons |= BUTTON_BITS[button];
      await callInside('sendMouse', place, 'mousedown', position, {
        button: BUTTONS[button],
        buttons,
        count,
      });
    },
    async mouseUp(button, count) {
      buttons &= ~BUTTON_BITS[button];
      await callInside('sendMouse', place, 'mouseup', position, { button: BUTTONS[button], buttons, count });
    },
    keyDown: (key) => callInside('sendKey', 'keydown', key),
    keyUp: (key) => callInside('sendKey', 'keyup', key),
    async type(text) {
      for (const character of text) {
        const key = character === '\n' ? 'Enter' : character;
        await callInside('sendKey', 'keydown', key);
        await callInside('sendKey', 'keyup', key);
      }
    },
    async screenshot(path) {
      const size = await surface.evaluateApart(readSize);
      await writeFile(path, await callInside<string>('screenshot', place, size), 'base64');
    },
    setColorScheme: (scheme) => callInside('setColorScheme', place, scheme),
    async setViewport(size) {
      // Only the tab in front is laid out.
      await callInside('bringToFront', place);
      await callInside('setViewport', place, size);
      await surface.waitFor(
        (width, height) => innerWidth === width && innerHeight === height,
        [size.width, size.height],
        {
          what: 'the window to change its size',
        },
      );
    },
    reload: () => waitForOtherDocument(() => callInside('reload', place)),
    goto: (url) => waitForOtherDocument(() => callInside('load', place, url)),
    url: () => callInside('url', place),
    close: () => callInside('close', place),
    bringToFront: () => callInside('bringToFront', place),
  });
  return surface;
}
