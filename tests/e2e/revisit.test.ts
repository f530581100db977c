import { expect, it } from 'vitest';
import { pressButton, pressButtonOf, readKept, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { poll } from '../support/poll.ts';
import { describeInBrowsers } from './scene.ts';

type Scripting = { getRegisteredContentScripts(): Promise<unknown[]> };

const path = '/2026/11/harbour-levy';
const deleted = 'Smaller boats will pay less, but they will pay.';
const moved = 'Others want a firmer promise.';
const stays = 'The name has stuck, to the council’s annoyance';

describeInBrowsers('another day', ['chromium', 'firefox'], (scene) => {
  it('lists what the publisher took away, with its words, and paints what moved in its new place', async () => {
    const page = await scene.open(path);
    for (const [index, words] of [deleted, moved, stays].entries()) {
      await page.selectText(words);
      await scene.withPopup(page, async (popup) => {
        await waitForText(popup, words);
        await pressButton(popup, `Highlight in ${['yellow', 'green', 'blue'][index]}`);
        await waitForKept(popup, index + 1);
      });
    }
    await page.close();

    scene.site.setEdition(path, 'cut');
    const later = await scene.open(path);
    await scene.withPopup(later, async (popup) => {
      await waitForText(popup, 'Not found on the page');
      const { kept, lost } = await readKept(popup);
      expect(lost).toEqual([deleted]);
      expect(kept).toHaveLength(2);
    });
    await waitForPainted(later, [moved, stays]);
    await later.close();

    scene.site.setEdition(path, 'moved');
    const moving = await scene.open(path);
    await scene.withPopup(moving, (popup) => waitForKept(popup, 3));
    await waitForPainted(moving, [deleted, moved, stays]);
    await moving.close();
  });

  it.each(['ads', 'typography'] as const)('paints everything again in the edition "%s"', async (edition) => {
    scene.site.setEdition(path, edition);
    const page = await scene.open(path);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 3);
      expect((await readKept(popup)).lost).toEqual([]);
    });
    await page.waitFor(
      () => [...CSS.highlights.values()].filter((highlight) => highlight.size > 0).length === 3,
    );
    await page.close();
  });

  it('shows what the publisher changed in a passage, and paints it as it is now', async () => {
    const before = 'I can patch it for two more winters. I cannot patch it for twenty.';
    scene.site.setEdition(path, 'original');
    const page = await scene.open(path);
    await page.selectText(before);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Highlight in pink');
      await waitForKept(popup, 4);
    });
    await page.close();

    scene.site.setEdition(path, 'reworded');
    const later = await scene.open(path);
    await scene.withPopup(later, async (popup) => {
      await waitForText(popup, 'The publisher has changed this passage since:');
      const changes = await popup.evaluate(() =>
        [...document.querySelectorAll('.diff')].map((diff) =>
          [...diff.querySelectorAll('ins, del')].map((part) => part.lastChild?.textContent?.trim()),
        ),
      );
      expect(changes).toContainEqual(['or three']);
      await pressButtonOf(popup, before, 'Delete');
      await waitForKept(popup, 3);
    });
    await later.close();
  });

  it('finds the same article under an address with tracking parameters', async () => {
    scene.site.setEdition(path, 'original');
    const page = await scene.open(`${path}?utm_source=newsletter&fbclid=abc`);
    await scene.withPopup(page, (popup) => waitForKept(popup, 3));
    await waitForPainted(page, [deleted, moved, stays]);
    await page.close();
  });

  it('asks for one site, and shows highlights there without a click once the reader allowed it', async () => {
    const page = await scene.open(path);
    await scene.browser.approveSite('http://127.0.0.1');
    await scene.withPopup(page, async (popup) => {
      await popup.click('.site input');
      await popup.waitFor(() => document.querySelector('.site small') === null, [], {
        what: 'the site to be allowed',
      });
    });
    // The script is registered by an event of the permission, so the first loads may still be too early.
    await poll(
      () =>
        scene.browser.evaluateInBackground(async () => {
          const { scripting } = (globalThis as unknown as { chrome: { scripting: Scripting } }).chrome;
          return (await scripting.getRegisteredContentScripts()).length > 0;
        }),
      { what: 'the page side to be registered for the site' },
    );
    await page.reload();
    await waitForPainted(page, [deleted, moved, stays]);

    // The toolbar comes without a click too, though its script is not there yet.
    const another = 'The consultation closes on 18 December.';
    await page.selectText(another);
    await scene.browser.pressOurButton(page, 'Highlight in purple');
    await waitForPainted(page, [deleted, moved, stays, another]);
    await scene.browser.pressOurButton(page, 'Undo');
    await waitForPainted(page, [deleted, moved, stays]);
    await page.close();
  });

  it('follows an application from article to article without a load', async () => {
    const page = await scene.open('/live/tide-gauge');
    const sentence = 'There are 4,690 sheets.';
    await page.waitFor(() => document.documentElement.dataset['shown'] === '/live/tide-gauge');
    await page.selectText(sentence);
    await scene.browser.pressOurButton(page, 'Highlight in purple');
    await waitForPainted(page, [sentence]);
    await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/live/ferry-cat"]')?.click());
    await page.waitFor(() => document.documentElement.dataset['shown'] === '/live/ferry-cat');
    await waitForPainted(page, []);
    await page.evaluate(() => history.back());
    await waitForPainted(page, [sentence]);
    await page.close();
  });
});
