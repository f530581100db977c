import { expect, it } from 'vitest';
import type { ChromiumBrowser } from '../support/chromium.ts';
import { fillField, pressButton, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers, type Scene } from './scene.ts';

const passage = 'Others want a firmer promise.';
const strict = (path: string): string => `${path}?strict`;

async function showToolbar(scene: Scene, path: string): ReturnType<Scene['open']> {
  const page = await scene.open(path);
  await scene.withPopup(page, async () => {});
  await page.selectText(passage);
  return page;
}

describeInBrowsers(
  'a page with a strict policy and rules for everything',
  ['chromium', 'firefox'],
  (scene) => {
    it('has its toolbar and its card all the same, and a note can be written', async () => {
      const page = await showToolbar(scene, strict(scene.site.sampleArticlePath));
      const before = await page.evaluate(() => document.body.outerHTML);
      await scene.browser.pressOurButton(page, 'Highlight in green');
      await waitForPainted(page, [passage]);
      await scene.browser.pressOurButton(page, 'Note');
      const card = await scene.browser.frameIn(page, 'card.html');
      await waitForText(card, 'Note');
      await fillField(card, 'textarea', 'Who promised?');
      await pressButton(card, 'Save');
      await scene.browser.waitForOurText(page, 'Changes saved on this device.');
      expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
      await scene.withPopup(page, async (popup) => {
        await waitForKept(popup, 1);
        await waitForText(popup, 'Who promised?');
      });
      await page.close();
    });
  },
);

describeInBrowsers('our parts on such a page', ['chromium'], (scene) => {
  it('are as large as on any other, and in the same order', async () => {
    const browser = scene.browser as ChromiumBrowser;
    const sizes: unknown[] = [];
    for (const path of [scene.site.sampleArticlePath, strict(scene.site.sampleArticlePath)]) {
      const page = await showToolbar(scene, path);
      const boxes = await Promise.all(
        ['Highlight in yellow', 'Quote'].map(async (name) => {
          const button = await browser.pageOf(page).waitForSelector(`aria/${name}[role="button"]`);
          return await button?.boundingBox();
        }),
      );
      const [first, second] = boxes;
      sizes.push([first?.width, second?.width, second?.height, (second?.x ?? 0) - (first?.x ?? 0)]);
      await page.close();
    }
    expect(sizes[0]).toEqual(Array.from({ length: 4 }, () => expect.any(Number)));
    expect(sizes[1]).toEqual(sizes[0]);
  });
});
