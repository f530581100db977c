import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  chooseOption,
  fillField,
  pressButton,
  pressButtonOf,
  readClipboard,
  waitForKept,
  waitForPainted,
  waitForText,
} from '../e2e/reading.ts';
import type { ReaderBrowser, Surface } from '../support/driver.ts';

const quote = 'I can patch it for two more winters. I cannot patch it for twenty.';
const board = 'Haverness Harbour Board';
const passage = 'Opponents have taken to calling the charge “tide money”';

/**
 * The whole product in one go, on the sample article, through the real toolbar icon: keep a quote with its
 * speaker, tag an entity, highlight a passage with a note, reload, find everything again, export. Prints the
 * exported Markdown and where the screenshots are.
 */
export async function doMainJob(browser: ReaderBrowser, url: string): Promise<void> {
  const folder = resolve('.output', 'demo');
  await mkdir(folder, { recursive: true });
  const page = await browser.openPage(url);

  await withPopup(browser, page, quote, async (popup) => {
    await pressButton(popup, 'Quote');
    await fillField(popup, '.panel input', 'Desmond Achterberg');
    await pressButton(popup, 'Keep quote');
    await waitForKept(popup, 1);
  });
  await withPopup(browser, page, board, async (popup) => {
    await pressButton(popup, 'Entity');
    await chooseOption(popup, '.panel select', 'organisation');
    await pressButton(popup, 'Tag entity');
    await waitForKept(popup, 2);
  });
  await withPopup(browser, page, passage, async (popup) => {
    await pressButton(popup, 'Highlight in yellow');
    await waitForKept(popup, 3);
    await pressButtonOf(popup, passage, 'Edit');
    await fillField(popup, 'textarea', 'Who was the *port reeve*? Ask the harbour archive.');
    await fillField(popup, 'input[name=tags]', 'levy, history');
    await pressButton(popup, 'Save');
    await waitForText(popup, 'Changes saved on this device.');
  });

  await page.reload();
  const popup = await browser.clickToolbarIcon(page);
  await waitForKept(popup, 3);
  await waitForPainted(page, [quote, board, passage]);
  await popup.screenshot(`${folder}/popup.png`);
  await page.evaluate(() =>
    document.querySelector('article h2, article h3')?.scrollIntoView({ block: 'center' }),
  );
  await page.screenshot(`${folder}/page.png`);
  await pressButton(popup, 'Export');
  await pressButton(popup, 'Copy');
  await waitForText(popup, 'Copied to the clipboard.');
  await browser.closePopup(popup);

  console.log(await readClipboard(browser));
  console.log(`The annotated page: ${folder}/page.png`);
  console.log(`The popup: ${folder}/popup.png`);
}

async function withPopup(
  browser: ReaderBrowser,
  page: Surface,
  words: string,
  act: (popup: Surface) => Promise<void>,
): Promise<void> {
  await page.selectText(words);
  const popup = await browser.clickToolbarIcon(page);
  await waitForText(popup, words);
  await act(popup);
  await browser.closePopup(popup);
}
