import { chooseOption, fillField, pressButton, waitForKept, waitForText } from '../e2e/reading.ts';
import type { ReaderBrowser, Surface } from '../support/driver.ts';
import type { Site } from '../support/site.ts';

export type EntityShots = {
  readonly browser: ReaderBrowser;
  readonly site: Site;
  readonly lang: string;
  readonly take: (surface: Surface, name: string) => Promise<void>;
};

const path = '/2026/11/harbour-levy';
const named = 'Piers Lowndes';
const other = 'Imogen Tarrant';
const narrow = { width: 320, height: 1000 };
const wide = { width: 400, height: 900 };

/** The list of names and the card of one of them, with each of the tools that it has. */
export async function takeEntities({ browser, site, lang, take }: EntityShots): Promise<void> {
  const isVietnamese = lang === 'vi';
  const page = await browser.openPage(site.url(path));
  for (const words of [named, other]) {
    await page.selectText(words);
    await page.bringToFront();
    const popup = await browser.clickToolbarIcon(page);
    await waitForText(popup, words);
    const before = await popup.evaluate(() => document.querySelectorAll('.item').length);
    await pressButton(popup, isVietnamese ? 'Thực thể' : 'Entity');
    await chooseOption(popup, '.selection select', 'person');
    await popup.click('.panel button[type=submit]');
    await waitForKept(popup, before + 1);
    await browser.closePopup(popup);
  }
  const names = await browser.openExtensionPage('sidepanel.html#names');
  await names.setViewport(wide);
  await waitForText(names, named);
  await take(names, 'names');
  await pressButton(names, named);
  await names.waitFor(() => document.querySelector('.registry-passages') !== null);
  await pressButton(names, isVietnamese ? 'Sửa' : 'Edit');
  await fillField(names, '[name=entity-aliases]', 'Mr Lowndes\nP. Lowndes');
  await fillField(names, '[name=entity-note]', 'Runs the *ferries*.');
  await take(names, 'entity-edit');
  await names.click('.registry-form button[type=submit]');
  await waitForText(names, 'Mr Lowndes');
  await take(names, 'entity');
  await pressButton(names, isVietnamese ? 'Gộp với' : 'Join with');
  await fillField(names, '[name=other]', 'tarr');
  await names.press('Enter');
  await take(names, 'entity-merge');
  await pressButton(names, isVietnamese ? 'Tách' : 'Split');
  await take(names, 'entity-split');
  await names.setViewport(narrow);
  await take(names, 'entity-narrow');
  await names.close();
  await page.close();
}
