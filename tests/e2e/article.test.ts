import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import {
  fillField,
  pressButton,
  readClipboard,
  waitForKept,
  waitForPainted,
  waitForText,
} from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const path = '/2026/11/harbour-levy';
const sentence = 'Others want a firmer promise.';

async function waitForTitle(popup: Surface, title: string): Promise<void> {
  await popup.waitFor((title: string) => document.querySelector('h1')?.textContent === title, [title], {
    what: `the headline "${title}"`,
  });
}

describeInBrowsers('which article this is', ['chromium', 'firefox'], (scene) => {
  it('lets the reader set the details right before anything is kept, and remembers that', async () => {
    const page = await scene.open(path);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Correct the details');
      await fillField(popup, '[name=title]', 'Haverness: ai trả tiền đê biển?');
      await fillField(popup, '[name=authors]', 'Hester Quill');
      await pressButton(popup, 'Save');
      await waitForTitle(popup, 'Haverness: ai trả tiền đê biển?');
    });
    await page.reload();
    await page.selectText(sentence);
    await scene.withPopup(page, async (popup) => {
      await waitForTitle(popup, 'Haverness: ai trả tiền đê biển?');
      await pressButton(popup, 'Highlight in green');
      await waitForKept(popup, 1);
    });
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Export');
      await pressButton(popup, 'Copy');
      await waitForText(popup, 'Copied');
    });
    const markdown = await readClipboard(scene.browser);
    expect(
      markdown.startsWith('# Haverness: ai trả tiền đê biển?\n\nThe Haverness Ledger · Hester Quill · '),
    ).toBe(true);
    await page.close();
  });

  it('brings back what was typed into the details and not saved', async () => {
    const page = await scene.open(path);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Correct the details');
      await fillField(popup, '[name=publisher]', 'The Ledger');
    });
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, 'It is not saved yet.');
      await pressButton(popup, 'Discard changes');
      expect(await popup.evaluate(() => document.querySelector('.article-facts')?.textContent)).toContain(
        'The Haverness Ledger',
      );
    });
    await page.close();
  });

  it('finds the article again under an address that does not name it', async () => {
    const copy = await scene.open(`/copy${path}`);
    await scene.withPopup(copy, (popup) => waitForKept(popup, 1));
    await waitForPainted(copy, [sentence]);
    await copy.close();
  });

  it('asks before it joins what looks alike, and can part it again', async () => {
    const copy = await scene.open(`/copy/renamed${path}`);
    await scene.withPopup(copy, async (popup) => {
      await waitForText(popup, 'Is it the same article?');
      await waitForKept(popup, 0);
      await pressButton(popup, 'Same article');
      await waitForText(popup, 'Joined into one article.');
      await waitForKept(popup, 1);
    });
    await waitForPainted(copy, [sentence]);
    await scene.withPopup(copy, async (popup) => {
      await pressButton(popup, 'Correct the details');
      await pressButton(popup, 'Addresses of this article');
      await pressButton(popup, `Separate ${scene.site.url('/copy/renamed').replace('http:', 'https:')}`);
      await waitForText(popup, 'Separated.');
      await waitForKept(popup, 0);
    });
    await waitForPainted(copy, []);
    await copy.close();
    const original = await scene.open(path);
    await scene.withPopup(original, (popup) => waitForKept(popup, 1));
    await original.close();
  });
});
