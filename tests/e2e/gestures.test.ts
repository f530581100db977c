import { it } from 'vitest';
import { waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const passage = 'The name has stuck, to the council’s annoyance';
const quote = 'Ships go where the cargo is,';

describeInBrowsers(
  'keys and menus',
  ['chromium', 'firefox'],
  (scene) => {
    it('keeps a highlight by a key chord on a page it was not asked for yet', async () => {
      const page = await scene.open(scene.site.sampleArticlePath);
      await page.selectText(passage);
      await scene.browser.runCommand('keep-highlight', page);
      await waitForPainted(page, [passage]);
      await scene.browser.waitForOurText(page, 'Highlight saved on this device.');
      await page.close();
    });

    it('keeps a quote by another chord, and asks for its speaker', async () => {
      const page = await scene.open(scene.site.sampleArticlePath);
      await page.selectText(quote);
      await scene.browser.runCommand('keep-quote', page);
      await waitForPainted(page, [passage, quote]);
      const card = await scene.browser.frameIn(page, 'card.html');
      await waitForText(card, 'Speaker');
      await page.close();
    });

    it('keeps the selection from the context menu', async () => {
      const page = await scene.open(scene.site.sampleArticlePath);
      await page.selectText('Others want a firmer promise.');
      await scene.browser.clickContextMenu(page, 'Highlight');
      await scene.browser.waitForOurText(page, 'Highlight saved on this device.');
      await scene.withPopup(page, (popup) => waitForKept(popup, 3));
      await page.close();
    });

    it('says in the page that nothing is selected when a chord finds nothing', async () => {
      const page = await scene.open(scene.site.sampleArticlePath);
      await scene.browser.runCommand('keep-highlight', page);
      await scene.browser.waitForOurText(page, 'Nothing is selected on the page.');
      await page.close();
    });
  },
  { needsScreen: true },
);
