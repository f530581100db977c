import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import { poll } from '../support/poll.ts';
import { fillField, pressButton, readKept, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers, openActive, type Scene } from './scene.ts';

const first = 'Nobody in this room built the wall and everybody in this room lives behind it,';
const second = 'The name has stuck, to the council’s annoyance';

describeInBrowsers('in the page', ['chromium', 'firefox'], (scene) => {
  it('keeps the selection with one press on the toolbar beside it', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await page.selectText(first);
    await scene.browser.pressOurButton(page, 'Highlight in green');
    await waitForPainted(page, [first]);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 1);
      expect((await readKept(popup)).kept).toEqual([first]);
    });
    await page.close();
  });

  it('deletes and restores from the card of a highlight', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await waitForPainted(page, [first]);
    await clickText(page, 'Nobody in this room');
    const card = await openedCard(scene, page);
    await pressButton(card, 'Delete');
    await waitForPainted(page, []);
    await scene.browser.pressOurButton(page, 'Undo');
    await waitForPainted(page, [first]);
    await page.close();
  });

  it('gives back from the settings what was deleted, long after the toast is gone', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 1);
      await pressButton(popup, 'Delete');
      await waitForKept(popup, 0);
    });
    await waitForPainted(page, []);
    const settings = await scene.browser.openExtensionPage('options.html');
    await waitForText(settings, first);
    await pressButton(settings, `Restore “${first}”`);
    await waitForText(settings, 'Restored.');
    await waitForText(settings, 'Nothing was deleted lately.');
    await settings.close();
    await waitForPainted(page, [first]);
    await page.close();
  });

  it('lets the page hear nothing of a note typed into the card', async () => {
    const page = await openActive(scene, '/hostile/listens');
    const words = await firstSentence(page);
    await page.selectText(words);
    await scene.browser.pressOurButton(page, 'Highlight in yellow');
    await waitForPainted(page, [words]);
    await clickText(page, words.slice(0, 20));
    const card = await openedCard(scene, page);
    await page.evaluate(() => void ((window as unknown as { heard: unknown[] }).heard.length = 0));
    await fillField(card, 'textarea', 'zebra quartz');
    await fillField(card, 'input[name=tags]', 'xylophone');
    await pressButton(card, 'Save');
    await scene.browser.waitForOurText(page, 'Changes saved on this device.');
    const heard = await page.evaluate(
      () => (window as unknown as { heard: { type: string; key?: string; data?: string }[] }).heard,
    );
    const typed = heard.filter(({ type }) => /^key|input$|^composition/u.test(type));
    expect(typed).toEqual([]);
    expect(JSON.stringify(heard)).not.toMatch(/zebra|xylophone/u);
    await scene.withPopup(page, (popup) => waitForText(popup, 'zebra quartz'));
    await page.close();
  });

  it('keeps a draft when the card or the popup closes before saving', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await waitForPainted(page, [first]);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 1);
      await pressButton(popup, 'Edit');
      await fillField(popup, 'textarea', 'Ask him about August');
    });
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 1);
      await pressButton(popup, 'Edit');
      await waitForText(popup, 'What you had typed is back.');
      expect(await popup.evaluate(() => document.querySelector('textarea')?.value)).toBe(
        'Ask him about August',
      );
      await pressButton(popup, 'Save');
      await waitForText(popup, 'Changes saved on this device.');
    });
    await scene.withPopup(page, (popup) => waitForText(popup, 'Ask him about August'));
    await page.close();
  });

  it('shows a change at once in every tab with the article', async () => {
    const left = await openActive(scene, scene.site.sampleArticlePath);
    const right = await openActive(scene, scene.site.sampleArticlePath);
    await waitForPainted(left, [first]);
    await waitForPainted(right, [first]);
    await right.selectText(second);
    await scene.browser.pressOurButton(right, 'Highlight in pink');
    await waitForPainted(right, [first, second]);
    await waitForPainted(left, [first, second]);
    await scene.withPopup(left, async (popup) => {
      await waitForKept(popup, 2);
      await popup.click('.item:last-child .item-acts button:last-child');
      await waitForKept(popup, 1);
      await waitForPainted(right, [first]);
      await pressButton(popup, 'Undo');
      await waitForKept(popup, 2);
    });
    await waitForPainted(right, [first, second]);
    await left.close();
    await right.close();
  });

  it('goes through highlights that lie over each other', async () => {
    const page = await openActive(scene, scene.site.vietnameseArticlePath);
    const sentence = 'Nhiều hộ dân chưa yên tâm.';
    const word = 'chưa yên tâm';
    await page.selectText(sentence);
    await scene.browser.pressOurButton(page, 'Highlight in yellow');
    await waitForPainted(page, [sentence]);
    await page.selectText(word);
    await scene.browser.pressOurButton(page, 'Highlight in blue');
    await waitForPainted(page, [sentence, word]);
    // Two clicks at one point would be a double click, which selects.
    await clickText(page, 'chưa', sentence);
    await waitForCardOn(scene, page, word);
    await clickText(page, 'tâm', sentence);
    await waitForCardOn(scene, page, sentence);
    await page.close();
  });

  it('keeps by keyboard alone: command, toolbar, arrows, Enter', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await page.selectText('Smaller boats will pay less, but they will pay.');
    await scene.browser.runCommand('focus-toolbar', page);
    await page.waitFor(() => document.activeElement?.hasAttribute('popover') === true, [], {
      what: 'the focus in our toolbar',
    });
    await page.press('ArrowRight');
    await page.press('ArrowRight');
    await page.press('Enter');
    await waitForPainted(page, [first, second, 'Smaller boats will pay less, but they will pay.']);
    await page.close();
  });
});

/** Waits until the card shows the annotation of exactly these words. */
async function waitForCardOn(scene: Scene, page: Surface, words: string): Promise<void> {
  const isShown = async (): Promise<boolean> => {
    const card = await scene.browser.frameIn(page, 'card.html');
    return (await card.evaluate(() => document.querySelector('.item-words')?.textContent)) === words;
  };
  await poll(isShown, { what: `the card of "${words}"` });
}

/** The card in the page, once it shows its annotation at its full size. */
async function openedCard(scene: Scene, page: Surface): Promise<Surface> {
  const card = await scene.browser.frameIn(page, 'card.html');
  await card.waitFor(
    () => document.querySelector('form') !== null && innerHeight >= document.documentElement.offsetHeight,
    [],
    { what: 'the card to be filled and sized' },
  );
  return card;
}

/** The first sentence of the page's first long paragraph. */
async function firstSentence(page: Surface): Promise<string> {
  return await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('article p')].find(
      (p) => (p.textContent ?? '').trim().length > 120,
    );
    const text = (paragraph?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return text.slice(0, text.indexOf('.') + 1);
  });
}

/** A plain click onto the words, where they first stand in the sentence around them. */
async function clickText(page: Surface, words: string, around = words): Promise<void> {
  const place = (wanted: string, around: string) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = (node as Text).data.indexOf(around);
      const at = start + around.indexOf(wanted);
      if (start === -1 || node.parentElement?.checkVisibility() !== true) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      const [rect] = range.getClientRects();
      if (rect !== undefined) return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    }
    throw new Error(`expected the words ${wanted}`);
  };
  await page.clickAt(await page.evaluate(place, words, around));
}
