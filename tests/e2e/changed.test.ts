import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import { pressButton, waitForKept, waitForText } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const path = '/2026/11/harbour-levy';
const patched = 'I can patch it for two more winters. I cannot patch it for twenty.';
const deleted = 'Smaller boats will pay less, but they will pay.';

/** The sentence of the notice, without the day or time; `null` when there is no notice. */
async function readNews(popup: Surface): Promise<string | null> {
  const sentence = await popup.evaluate(() => document.querySelector('#changed-title')?.textContent ?? null);
  return sentence?.replace(/^Since .*?: /u, '') ?? null;
}

type Shown = { readonly title: string; readonly parts: readonly string[] };

/** What the disclosure lists: of each change its title and what was added and removed. */
async function readChanges(popup: Surface): Promise<Shown[]> {
  await pressButton(popup, 'What changed');
  return await popup.evaluate(() =>
    [...document.querySelectorAll('.changes li')].map((item) => ({
      title: item.querySelector('.diff-title')?.textContent ?? '',
      parts: [...item.querySelectorAll('ins, del')].map(
        (part) => `${part.localName} ${part.lastChild?.textContent?.trim()}`,
      ),
    })),
  );
}

describeInBrowsers('what changed since last time', ['chromium', 'firefox'], (scene) => {
  it('has nothing to tell on the first visit, nor after advertising and typography', async () => {
    const page = await scene.open(path);
    for (const [index, words] of [patched, deleted].entries()) {
      await page.selectText(words);
      await scene.withPopup(page, async (popup) => {
        await waitForText(popup, words);
        await pressButton(popup, `Highlight in ${['yellow', 'green'][index]}`);
        await waitForKept(popup, index + 1);
        expect(await readNews(popup)).toBeNull();
      });
    }
    for (const edition of ['original', 'ads', 'typography'] as const) {
      scene.site.setEdition(path, edition);
      await page.reload();
      await scene.withPopup(page, async (popup) => {
        await waitForKept(popup, 2);
        expect([edition, await readNews(popup)]).toEqual([edition, null]);
      });
    }
    await page.close();
  });

  it('says what changed and what of it was kept, with the words, until the reader has seen it', async () => {
    scene.site.setEdition(path, 'reworded');
    const page = await scene.open(path);
    const news = '6 paragraphs changed and 1 of your annotations altered.';
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 2);
      expect(await readNews(popup)).toBe(news);
      const changes = await readChanges(popup);
      expect(new Set(changes.map(({ title }) => title))).toEqual(new Set(['Changed']));
      expect(changes.flatMap(({ parts }) => parts)).toContain('ins or three');
    });
    await page.reload();
    await scene.withPopup(page, async (popup) => {
      expect(await readNews(popup)).toBe(news);
      await pressButton(popup, 'Seen');
      await popup.waitFor(() => document.querySelector('.changed') === null, [], { what: 'no notice' });
      await pressButton(popup, 'Undo');
      await popup.waitFor(() => document.querySelector('.changed') !== null, [], {
        what: 'the notice again',
      });
      await pressButton(popup, 'Seen');
      await popup.waitFor(() => document.querySelector('.changed') === null, [], { what: 'no notice' });
      await waitForText(popup, 'Noted.');
    });
    await page.reload();
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 2);
      expect(await readNews(popup)).toBeNull();
    });
    await page.close();
  });

  it('compares the next change with what the reader has seen, and leads to it', async () => {
    scene.site.setEdition(path, 'cut');
    const page = await scene.open(path);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 2);
      expect(await readNews(popup)).toBe(
        '6 paragraphs changed, 1 paragraph removed, and 1 of your annotations no longer found.',
      );
      const changes = await readChanges(popup);
      expect(changes.filter(({ title }) => title === 'Removed')).toHaveLength(1);
      const bottom = await page.evaluate(() => {
        scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
        return scrollY;
      });
      // The first of that name stands in the notice, below the first paragraph that changed.
      await pressButton(popup, 'Show on the page');
      await page.waitFor((bottom: number) => scrollY < bottom / 2, [bottom], {
        what: 'the page to show the changed paragraph',
      });
    });
    await page.close();
  });

  it('tells in the panel what changed while the page was away', async () => {
    scene.site.setEdition(path, 'original');
    const page = await scene.open(path);
    const popup = await scene.openPopup(page);
    await pressButton(popup, 'Open beside the page');
    const panel = await scene.browser.findExtensionPage('sidepanel.html');
    await waitForText(panel, '6 paragraphs changed.');
    await pressButton(panel, 'Seen');
    await waitForText(panel, 'Noted.');
    await page.close();
  });
});
