import { resolve } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import type { ReaderBrowser, Surface } from '../support/driver.ts';
import { launchFirefox } from '../support/firefox.ts';
import { startSite, type Site } from '../support/site.ts';

export type BrowserName = ReaderBrowser['name'];

/** A browser with the built extension, a news site, and the moves that every test makes. */
export type Scene = {
  readonly browser: ReaderBrowser;
  readonly site: Site;
  /** Opens a page of the site in a new tab. */
  readonly open: (path: string) => Promise<Surface>;
  /** Clicks our icon and waits until the popup knows its page. */
  readonly openPopup: (page: Surface) => Promise<Surface>;
  /** Opens the popup, does something in it, closes it. */
  readonly withPopup: <T>(page: Surface, act: (popup: Surface) => Promise<T>) => Promise<T>;
};

const viewport = { width: 1200, height: 900 };
/** What Pressmark opens when it is new in a browser. */
const firstPage = 'welcome.html';

type Launch = (options: SceneOptions) => Promise<ReaderBrowser>;

const launchers: Readonly<Record<BrowserName, Launch>> = {
  chromium: ({ needsScreen = false, lang = 'en', keepsFirstPage = false }) =>
    launchChromium({
      extensionDir: resolve('.output/chrome-mv3'),
      viewport,
      lang,
      headless: !needsScreen,
      firstPage,
      keepsFirstPage,
    }),
  firefox: ({ lang = 'en', keepsFirstPage = false }) =>
    launchFirefox({
      extensionDir: resolve('.output/firefox-mv3'),
      viewport,
      lang,
      firstPage,
      keepsFirstPage,
    }),
};

export type SceneOptions = {
  /** Chromium hears key chords and shows menus and prompts only on a screen; it gets a virtual one. */
  readonly needsScreen?: boolean;
  readonly lang?: string;
  /** The page that opens at the first start stays open. */
  readonly keepsFirstPage?: boolean;
};

/** Opens a page with the page side at work in it. */
export async function openActive(scene: Scene, path: string): Promise<Surface> {
  const page = await scene.open(path);
  await scene.withPopup(page, (popup) => popup.waitFor(() => document.querySelector('h1') !== null));
  return page;
}

/** Runs a suite in each of the browsers, every time with an empty library. */
export function describeInBrowsers(
  title: string,
  names: readonly BrowserName[],
  suite: (scene: Scene) => void,
  options: SceneOptions = {},
): void {
  describe.each(names)(`${title}, in %s`, (name) => {
    const scene = {} as { -readonly [Key in keyof Scene]: Scene[Key] };

    beforeAll(async () => {
      scene.site = await startSite();
      scene.browser = await launchers[name](options);
    });
    afterAll(async () => {
      await scene.browser?.close();
      await scene.site?.close();
    });

    scene.open = async (path) => await scene.browser.openPage(scene.site.url(path));
    scene.openPopup = async (page) => {
      await page.bringToFront();
      const popup = await scene.browser.clickToolbarIcon(page);
      // Reading a page of 200,000 elements takes a while on a busy machine.
      const isReady = (): boolean => document.querySelector('footer') !== null;
      await popup.waitFor(isReady, [], { what: 'the popup', timeoutMs: 40_000 });
      return popup;
    };
    scene.withPopup = async (page, act) => {
      const popup = await scene.openPopup(page);
      try {
        return await act(popup);
      } finally {
        // An open popup would turn the next click on the icon into a click that closes it.
        await scene.browser.closePopup(popup);
      }
    };
    suite(scene);
  });
}
