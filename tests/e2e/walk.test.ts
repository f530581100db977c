import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import {
  pressButton,
  pressButtonOf,
  readClipboard,
  waitForInView,
  waitForKept,
  waitForPainted,
  waitForText,
} from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const path = '/2026/11/harbour-levy';
const first = 'Councillors back a harbour levy worth £3.4m a year';
const middle = 'Smaller boats will pay less, but they will pay.';
const last = 'Others want a firmer promise.';
const all = [first, middle, last];

describeInBrowsers('going through the annotations of a page', ['chromium', 'firefox'], (scene) => {
  let page: Surface;

  it('goes from one to the next by keyboard, and opens the one at hand', async () => {
    page = await scene.open(path);
    for (const [index, words] of [last, first, middle].entries()) {
      await page.selectText(words);
      await scene.withPopup(page, async (popup) => {
        await waitForText(popup, words);
        await pressButton(popup, `Highlight in ${['yellow', 'green', 'blue'][index]}`);
        await waitForKept(popup, index + 1);
      });
    }
    await scene.browser.runCommand('next-annotation', page);
    await scene.browser.waitForOurText(page, '1 of 3');
    await page.press('ArrowDown');
    await scene.browser.waitForOurText(page, '2 of 3');
    await page.press('ArrowUp');
    await page.press('ArrowUp');
    await scene.browser.waitForOurText(page, '3 of 3');
    await page.press('Enter');
    const card = await scene.browser.frameIn(page, 'card.html');
    await waitForText(card, last);
    await card.press('Escape');
    await page.waitFor(() => document.activeElement === document.body, [], { what: 'the focus to be back' });
  });

  it('copies a link that leads to the passage', async () => {
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 3);
      await pressButtonOf(popup, last, 'Copy a link to the passage');
      await waitForText(popup, 'The link leads to this passage.');
    });
    const link = await readClipboard(scene.browser);
    expect(link).toContain('#:~:text=');
    const led = await scene.browser.openPage(link);
    await waitForInView(led, last);
    expect(await led.evaluate(() => scrollY)).toBeGreaterThan(0);
    await led.close();
  });

  it('hides everything and shows it again, and deletes nothing', async () => {
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Hide highlights');
      await waitForText(popup, 'Nothing was deleted.');
    });
    await waitForPainted(page, []);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 3);
      await pressButton(popup, 'Show highlights');
      await waitForText(popup, 'Highlights are shown.');
    });
    await waitForPainted(page, all);
    await page.close();
  });
});
