import { expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Surface } from '../support/driver.ts';
import { fillField, pressButton, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers, type Scene } from './scene.ts';

declare const chrome: typeof browser;

const words = 'The county council voted 19 to 8';
const others = 'The crossing takes five hours and forty minutes.';
const options = { keepsFirstPage: true };

/** How many tabs show the practice article. */
async function countWelcomes(scene: Scene): Promise<number> {
  return await scene.browser.evaluateInBackground(async () => {
    const contexts = await chrome.runtime.getContexts({ contextTypes: ['TAB'] });
    return contexts.filter(({ documentUrl = '' }) => documentUrl.includes('welcome.html')).length;
  });
}

async function openedCard(page: Surface): Promise<void> {
  await page.waitFor(
    () =>
      document.querySelector('.practice-card form, .practice-card textarea, .practice-card .note') !== null,
    [],
    {
      what: 'the card in the page',
    },
  );
}

describeInBrowsers(
  'the first page',
  ['chromium', 'firefox'],
  (scene) => {
    let page: Surface;

    it('opens once, when Pressmark is new', async () => {
      page = await scene.browser.findExtensionPage('welcome.html');
      await page.bringToFront();
      await page.setViewport({ width: 1200, height: 900 });
      await waitForText(page, 'Pressmark is ready');
      await scene.browser.stopWorker();
      expect(await countWelcomes(scene)).toBe(1);
    });

    it('tells the shortcuts, of which browsers have taken none for themselves', async () => {
      const keys = await page.evaluate(() =>
        Array.from(document.querySelectorAll('dl > div'), (row) => [
          row.querySelector('dt')?.textContent,
          row.querySelector('dd')?.textContent,
        ]),
      );
      expect(keys).toEqual(
        expect.arrayContaining([
          ['Pressmark: open this article', 'Alt+Shift+U'],
          ['Highlight the selection', 'Alt+Shift+M'],
          ['Keep the selection as a quote', 'Alt+Shift+Q'],
          ['Go to the Pressmark toolbar by the selection', 'Alt+Shift+K'],
        ]),
      );
    });

    it('highlights with the mouse what is selected there', async () => {
      await page.selectText(words);
      await scene.browser.pressOurButton(page, 'Highlight in green');
      await waitForPainted(page, [words]);
      await scene.browser.waitForOurText(page, 'In a news article this would now be saved');
    });

    it('takes it back, and does it again by keyboard', async () => {
      await scene.browser.pressOurButton(page, 'Undo');
      await waitForPainted(page, []);
      await page.selectText(words);
      await scene.browser.runCommand('focus-toolbar', page);
      await page.waitFor(() => document.activeElement?.hasAttribute('popover') === true, [], {
        what: 'the focus in our toolbar',
      });
      await page.press('Enter');
      await waitForPainted(page, [words]);
    });

    it('keeps a note typed in place, as long as the page is open', async () => {
      await scene.browser.pressOurButton(page, 'Note');
      await openedCard(page);
      await fillField(page, '.practice-card textarea', 'Ask about the cabins');
      await pressButton(page, 'Save');
      await page.waitFor(() => document.querySelector('.practice-card') === null);
      await waitForPainted(page, [words]);
      await scene.browser.runCommand('next-annotation', page);
      await scene.browser.pressOurButton(page, 'Edit');
      await openedCard(page);
      expect(
        await page.evaluate(() => document.querySelector('.practice-card .note')?.textContent?.trim()),
      ).toBe('Ask about the cabins');
      await page.press('Escape');
      await page.waitFor(() => document.querySelector('.practice-card') === null);
    });

    it('tells in the popup what this page is', async () => {
      await scene.withPopup(page, (popup) => waitForText(popup, 'This is the practice article.'));
    });

    it('deletes, and starts over', async () => {
      await page.selectText(others);
      await scene.browser.pressOurButton(page, 'Quote');
      await openedCard(page);
      await waitForPainted(page, [words, others]);
      await pressButton(page, 'Delete');
      await waitForPainted(page, [words]);
      await pressButton(page, 'Start over');
      await waitForPainted(page, []);
    });

    it('leaves the library empty', async () => {
      const settings = await scene.browser.openExtensionPage('options.html');
      await waitForText(settings, 'Kept: 0 articles, 0 annotations, 0 entities.');
      await settings.close();
    });

    it('opens again from the settings', async () => {
      await page.close();
      const settings = await scene.browser.openExtensionPage('options.html');
      await pressButton(settings, 'Try it on a practice article');
      page = await scene.browser.findExtensionPage('welcome.html');
      await waitForText(page, 'Night ferry to return');
      await settings.close();
    });
  },
  options,
);

describeInBrowsers(
  'the first page of a Vietnamese reader',
  ['chromium'],
  (scene) => {
    it('has an article in Vietnamese to try', async () => {
      const page = await scene.browser.findExtensionPage('welcome.html');
      await page.bringToFront();
      await page.selectText('Tàu đi mất năm giờ bốn mươi phút.');
      await scene.browser.pressOurButton(page, 'Tô màu vàng');
      await waitForPainted(page, ['Tàu đi mất năm giờ bốn mươi phút.']);
    });
  },
  { ...options, lang: 'vi' },
);
