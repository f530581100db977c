import { expect, it } from 'vitest';
import { pressButton, pressButtonOf, readKept, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const first = 'Others want a firmer promise.';
const second = 'The name has stuck, to the council’s annoyance';

describeInBrowsers('undo over the whole session', ['chromium', 'firefox'], (scene) => {
  it('goes back over acts of several openings of the popup, and forth again, by key and by button', async () => {
    const page = await scene.open(scene.site.sampleArticlePath);
    for (const [words, count] of [
      [first, 1],
      [second, 2],
    ] as const) {
      await page.selectText(words);
      await scene.withPopup(page, async (popup) => {
        await pressButton(popup, 'Highlight in yellow');
        await waitForKept(popup, count);
      });
    }
    await scene.withPopup(page, async (popup) => {
      await pressButtonOf(popup, first, 'Delete');
      await waitForKept(popup, 1);
    });
    await scene.withPopup(page, async (popup) => {
      await popup.waitFor(() => document.querySelector('[aria-label^="Undo deleting"]') !== null, [], {
        what: 'the step back',
      });
      // Firefox's popup hears keys once it was clicked into, when it was opened by a script.
      await popup.click('h1');
      await popup.press('Control+z');
      await waitForText(popup, `Undone: deleting “${first}”.`);
      await waitForKept(popup, 2);
      await popup.press('Control+z');
      await waitForText(popup, 'Undone: keeping “The name has stuck');
      await waitForKept(popup, 1);
      await waitForPainted(page, [first]);
      await popup.press('Control+Shift+z');
      await waitForText(popup, 'Done again: keeping “The name has stuck');
      await waitForKept(popup, 2);
      await pressButton(popup, 'Redo deleting');
      await waitForKept(popup, 1);
      expect((await readKept(popup)).kept).toEqual([second]);
    });
    await waitForPainted(page, [second]);
    await page.close();
  });
});
