import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser, findBrowser } from '../support/browsers.ts';
import { launchChromium } from '../support/chromium.ts';
import type { ReaderBrowser } from '../support/driver.ts';
import { launchFirefox } from '../support/firefox.ts';
import { startSite } from '../support/site.ts';
import { doMainJob } from './main-job.ts';

type Kind = ReaderBrowser['name'];

const builds: Readonly<Record<Kind, { readonly target: readonly string[]; readonly folder: string }>> = {
  chromium: { target: ['-b', 'chrome'], folder: resolve('.output/chrome-mv3') },
  firefox: { target: ['-b', 'firefox', '--mv3'], folder: resolve('.output/firefox-mv3') },
};

const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, browser: { type: 'string' } },
});

try {
  await demonstrate(chooseBrowser(values.browser), values.headless);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The browser asked for; else the one that is installed; else Chromium, which is then installed or asked for. */
function chooseBrowser(asked: string | undefined): Kind {
  if (asked === 'firefox' || asked === 'chromium') return asked;
  if (asked !== undefined) throw new Error('--browser takes chromium or firefox.');
  if (findBrowser('chromium') === null && findBrowser('firefox') !== null) return 'firefox';
  return 'chromium';
}

/** Builds Pressmark, opens a sample article with it, and either does the main job or leaves it to you. */
async function demonstrate(kind: Kind, headless: boolean): Promise<void> {
  ensureBrowser(kind);
  if (!headless && process.platform === 'linux' && !hasScreen()) {
    throw new Error('There is no screen here. Run: npm run demo -- --headless');
  }
  const { target, folder } = builds[kind];
  execFileSync(process.execPath, [join('node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', ...target], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const launch = kind === 'chromium' ? launchChromium : launchFirefox;
  const site = await startSite();
  const browser = await launch({
    extensionDir: folder,
    headless,
    isOnOwnScreen: true,
    firstPage: 'welcome.html',
    keepsFirstPage: !headless,
    ...(headless ? { viewport: { width: 1200, height: 900 } } : {}),
  });
  try {
    const url = site.url(site.sampleArticlePath);
    if (headless) {
      await doMainJob(browser, url);
      return;
    }
    await browser.openPage(url);
    console.log(`The sample article is open at ${url}`);
    console.log(
      'Select some words, then click the Pressmark icon in the toolbar (it may be behind the puzzle piece).',
    );
    console.log('Close the browser to end.');
    await browser.closed;
  } finally {
    await browser.close();
    await site.close();
  }
}

function hasScreen(): boolean {
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
