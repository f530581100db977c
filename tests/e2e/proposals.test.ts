import { expect, it } from 'vitest';
import { fillField, pressButton, readKept, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const words = 'I can patch it for two more winters. I cannot patch it for twenty.';

describeInBrowsers('quotes found in the article', ['chromium', 'firefox'], (scene) => {
  it('are kept by one press with their speaker, and are not proposed again', async () => {
    const page = await scene.open(scene.site.sampleArticlePath);
    const expected = await scene.site.expectations(scene.site.sampleArticlePath);
    const popup = await scene.openPopup(page);
    await waitForText(popup, 'quotes found in the article');
    await popup.waitFor(
      () => document.querySelector('.proposals button.button-quiet')?.textContent !== undefined,
      [],
      { what: 'the rest of the list' },
    );
    await pressButton(popup, `Keep quote: ${words}`);
    await waitForKept(popup, 1);
    await waitForPainted(page, [words]);
    await waitForText(popup, 'Desmond Achterberg');
    await popup.waitFor(
      (wanted: string) => !document.querySelector('.proposals')?.textContent?.includes(wanted),
      [words],
      { what: 'the kept quote to leave the proposals' },
    );
    expect((await readKept(popup)).kept).toEqual([words]);
    expect(expected?.quotes.length).toBeGreaterThan(1);
    await scene.browser.closePopup(popup);
    await page.close();
  });

  it('take another speaker by two presses', async () => {
    const page = await scene.open(scene.site.vietnameseArticlePath);
    const popup = await scene.openPopup(page);
    await pressButton(popup, 'Correct the speaker');
    await fillField(popup, '.proposal input', 'Trần Thị Bình');
    await popup.press('Enter');
    await waitForKept(popup, 1);
    await popup.waitFor(() => document.querySelector('.item')?.textContent?.includes('Trần Thị Bình'), [], {
      what: 'the speaker in the list',
    });
    await scene.browser.closePopup(popup);
    await page.close();
  });
});
