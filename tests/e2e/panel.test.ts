import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import {
  fillField,
  pressButton,
  pressButtonOf,
  readKept,
  waitForKept,
  waitForPainted,
  waitForText,
} from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const path = '/2026/11/harbour-levy';
const first = 'Councillors back a harbour levy worth £3.4m a year';
const lost = 'Smaller boats will pay less, but they will pay.';
const last = 'Others want a firmer promise.';
const colours = ['yellow', 'green', 'blue'] as const;

/** Waits until the panel marks one annotation as in view and the other as not. */
async function waitForView(panel: Surface, inView: string, out: string): Promise<void> {
  await panel.waitFor(
    (inView: string, out: string) => {
      const current = [...document.querySelectorAll('.item-visible .item-words')];
      const words = new Set(current.map((quote) => quote.textContent));
      return words.has(inView) && !words.has(out);
    },
    [inView, out],
    { what: `"${inView}" to be marked as in view` },
  );
}

describeInBrowsers('the side panel', ['chromium', 'firefox'], (scene) => {
  let page: Surface;
  let panel: Surface;

  it('opens from the popup and lists what is kept as it stands in the article', async () => {
    page = await scene.open(path);
    for (const [index, words] of [last, first, lost].entries()) {
      await page.selectText(words);
      await scene.withPopup(page, async (popup) => {
        await waitForText(popup, words);
        await pressButton(popup, `Highlight in ${colours[index]}`);
        await waitForKept(popup, index + 1);
      });
    }
    const popup = await scene.openPopup(page);
    await pressButton(popup, 'Open beside the page');
    panel = await scene.browser.findExtensionPage('sidepanel.html');
    await waitForKept(panel, 3);
    expect((await readKept(panel)).kept).toEqual([first, lost, last]);
  });

  it('leads the page, and follows it', async () => {
    await pressButtonOf(panel, first, 'Show on the page');
    await waitForView(panel, first, last);
    await pressButtonOf(panel, last, 'Show on the page');
    await waitForView(panel, last, first);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await waitForView(panel, first, last);
  });

  it('finds among what is kept, and orders it', async () => {
    await fillField(panel, '[name=filter]', 'SMALLER bóats');
    await waitForKept(panel, 1);
    await fillField(panel, '[name=filter]', 'nowhere');
    await waitForText(panel, 'Nothing kept here contains these words.');
    await panel.click('[name=filter]');
    await panel.press('Control+a');
    await panel.press('Delete');
    await waitForKept(panel, 3);
    await panel.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('[name=order]');
      if (select !== null) select.value = 'time';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await panel.waitFor(
      (latest: string) => document.querySelector('.item-words')?.textContent === latest,
      [lost],
      { what: 'the latest to come first' },
    );
  });

  it('keeps what is selected on the page, and edits in place', async () => {
    const words = 'The name has stuck, to the council’s annoyance';
    await page.selectText(words);
    await waitForText(panel, words);
    await pressButton(panel, 'Highlight in purple');
    await waitForKept(panel, 4);
    await waitForPainted(page, [first, lost, last, words]);
    // The selection is gone from the page, and its part of the panel with it.
    await waitForText(panel, 'Select words on the page');
    await pressButton(panel, 'Close');
    await pressButtonOf(panel, words, 'Edit');
    await fillField(panel, 'textarea[name=note]', 'Ai gọi thế?');
    await pressButton(panel, 'Save');
    await waitForText(panel, 'Changes saved on this device.');
    await pressButtonOf(panel, words, 'Delete');
    await waitForKept(panel, 3);
    await waitForPainted(page, [first, lost, last]);
    await pressButton(panel, 'Undo');
    await waitForKept(panel, 4);
    await waitForPainted(page, [first, lost, last, words]);
  });

  it('attaches a lost annotation to the words that the reader selects, and undoes it', async () => {
    const now = 'The consultation closes on 18 December.';
    scene.site.setEdition(path, 'cut');
    await page.reload();
    await scene.withPopup(page, (popup) => waitForText(popup, 'Not found on the page'));
    await waitForText(panel, 'Not found on the page');
    expect((await readKept(panel)).lost).toEqual([lost]);
    await page.selectText(now);
    await waitForText(panel, now);
    await pressButtonOf(panel, lost, 'Edit');
    await pressButton(panel, 'Attach to the selected words');
    await waitForText(panel, 'Attached to these words.');
    await panel.waitFor(() => document.querySelector('.lost') === null, [], { what: 'nothing to be lost' });
    expect((await readKept(panel)).kept).toContain(now);
    await pressButton(panel, 'Undo');
    await waitForText(panel, 'Not found on the page');
    expect((await readKept(panel)).lost).toEqual([lost]);
  });

  it('goes along when the reader goes to another tab', async () => {
    const other = await scene.open('/kinh-te/cau-cang-123.html');
    await scene.withPopup(other, (popup) => waitForKept(popup, 0));
    const expected = await scene.site.expectations('/kinh-te/cau-cang-123.html');
    await waitForText(panel, expected?.title ?? '');
    await waitForKept(panel, 0);
    await page.bringToFront();
    await waitForKept(panel, 4);
    await other.close();
  });
});
