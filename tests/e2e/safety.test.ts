import { expect, it } from 'vitest';
import { waitForJournal } from '../faults/in-library.ts';
import { pressButton, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers, type Scene } from './scene.ts';

const path = '/2026/11/harbour-levy';
const passage = 'Others want a firmer promise.';
const another = 'The name has stuck, to the council’s annoyance';

/** As a browser does that clears what it keeps for an extension, or finds it damaged. */
async function deleteLibrary(scene: Scene): Promise<void> {
  await scene.browser.evaluateInBackground(async () => {
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('pressmark').addEventListener('success', resolve);
    });
  });
}

describeInBrowsers('a library that the browser lost', ['chromium', 'firefox'], (scene) => {
  it('is put back at the next start, and the reader is told so once', async () => {
    const page = await scene.open(path);
    await page.selectText(passage);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Highlight in yellow');
      await waitForKept(popup, 1);
    });
    await scene.browser.evaluateInBackground(waitForJournal);
    await deleteLibrary(scene);
    await scene.browser.stopWorker();
    await page.reload();
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, 'Your library was found damaged');
      await waitForText(popup, 'Nothing is missing.');
      await waitForKept(popup, 1);
      await pressButton(popup, 'Seen');
      await popup.waitFor(() => !document.body.innerText.includes('found damaged'));
    });
    await waitForPainted(page, [passage]);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 1);
      expect(await popup.evaluate(() => document.body.textContent)).not.toContain('found damaged');
    });
    await page.close();
  });

  it('is put back while it is in use', async () => {
    const page = await scene.open(path);
    await scene.withPopup(page, (popup) => waitForKept(popup, 1));
    await scene.browser.evaluateInBackground(waitForJournal);
    await deleteLibrary(scene);
    await page.selectText(another);
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, another);
      await pressButton(popup, 'Highlight in green');
      await waitForText(popup, 'could not write to its storage');
      await waitForKept(popup, 1);
      await pressButton(popup, 'Highlight in green');
      await waitForKept(popup, 2);
    });
    await waitForPainted(page, [passage, another]);
    await page.close();
  });

  it('has copies that the settings tell of, and make', async () => {
    const options = await scene.browser.openExtensionPage('options.html#storage');
    await waitForText(options, 'The latest change in it');
    await pressButton(options, 'Make a copy now');
    await waitForText(options, 'Copy made.');
    await waitForText(options, 'Whole copy of');
    await options.close();
  });
});
