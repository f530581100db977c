import { expect, it } from 'vitest';
import type { ChromiumBrowser } from '../support/chromium.ts';
import type { Point, Surface } from '../support/driver.ts';
import { poll } from '../support/poll.ts';
import { pressButton, readKept, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers, openActive, type Scene } from './scene.ts';

const path = '/2026/11/harbour-levy';
const first = 'Let us pay in August.';
const second = 'Do those two things and you will not hear another word from the boats.';

/** The card in the page, once it is filled and as tall as what is in it. */
async function openedCard(scene: Scene, page: Surface): Promise<Surface> {
  const card = await scene.browser.frameIn(page, 'card.html');
  await card.waitFor(
    () => document.querySelector('form') !== null && innerHeight >= document.documentElement.offsetHeight,
    [],
    { what: 'the card to be filled and sized' },
  );
  return card;
}

/** Where the words stand in the window, in its middle. */
async function placeOf(page: Surface, words: string): Promise<Point> {
  return await page.evaluateApart((wanted: string) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at === -1 || node.parentElement?.checkVisibility() !== true) continue;
      node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const [rect] = range.getClientRects();
      if (rect !== undefined) return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    }
    throw new Error(`expected the words ${wanted}`);
  }, words);
}

/** Waits until a frame has made place for the next. */
async function untilGone(frame: Surface): Promise<void> {
  const isGone = async (): Promise<boolean> => await frame.evaluate(() => false).catch(() => true);
  await poll(isGone, { what: 'the card to go' });
}

/** Waits until a card shows these words. */
async function waitForCardOn(scene: Scene, page: Surface, words: string): Promise<Surface> {
  await poll(
    async () => {
      const card = await openedCard(scene, page);
      return (await card.evaluate(() => document.querySelector('.item-words')?.textContent)) === words;
    },
    { what: `the card of "${words}"` },
  );
  return await openedCard(scene, page);
}

describeInBrowsers('the card of an annotation', ['chromium', 'firefox'], (scene) => {
  it('makes one quote of two selections, and takes a piece out again', async () => {
    const page = await openActive(scene, path);
    await page.selectText(second);
    await scene.browser.pressOurButton(page, 'Quote');
    await waitForPainted(page, [second]);
    await openedCard(scene, page);
    await page.selectText(first);
    await scene.browser.pressOurButton(page, 'Add to the quote');
    await scene.browser.waitForOurText(page, 'Added to the quote.');
    await waitForPainted(page, [first + second]);
    const card = await waitForCardOn(scene, page, `${first} […] ${second}`);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 1);
      expect((await readKept(popup)).kept).toEqual([`${first} […] ${second}`]);
    });
    await page.reload();
    await scene.withPopup(page, (popup) => waitForKept(popup, 1));
    await waitForPainted(page, [first + second]);
    await page.clickAt(await placeOf(page, first));
    const again = await openedCard(scene, page);
    await pressButton(again, `Take out “${first}”`);
    await waitForPainted(page, [second]);
    await again.evaluate(() => document.querySelector<HTMLElement>('.card-head button')?.click());
    await scene.browser.pressOurButton(page, 'Undo');
    await waitForPainted(page, [first + second]);
    expect(card).toBeDefined();
    await page.close();
  });

  it('goes from one to the next of those that lie over each other', async () => {
    const page = await openActive(scene, scene.site.vietnameseArticlePath);
    const sentence = 'Nhiều hộ dân chưa yên tâm.';
    const words = 'chưa yên tâm';
    await page.selectText(sentence);
    await scene.browser.pressOurButton(page, 'Highlight in yellow');
    await waitForPainted(page, [sentence]);
    await page.selectText(words);
    await scene.browser.pressOurButton(page, 'Highlight in blue');
    await waitForPainted(page, [sentence, words]);
    await page.clickAt(await placeOf(page, words));
    const short = await waitForCardOn(scene, page, words);
    await waitForText(short, '1 of 2 here');
    await pressButton(short, 'Next');
    await untilGone(short);
    const long = await waitForCardOn(scene, page, sentence);
    await waitForText(long, '2 of 2 here');
    await long.waitFor(() => document.activeElement?.closest('.pager') !== null, [], {
      what: 'the focus on the way on',
    });
    await page.close();
  });

  it('shows what the publisher changed in the passage', async () => {
    const page = await openActive(scene, path);
    const quote = 'I can patch it for two more winters. I cannot patch it for twenty.';
    await page.selectText(quote);
    await scene.browser.pressOurButton(page, 'Highlight in green');
    await waitForPainted(page, [first + second, quote]);
    scene.site.setEdition(path, 'reworded');
    await page.reload();
    await scene.withPopup(page, (popup) => popup.waitFor(() => document.querySelector('.diff') !== null));
    await page.clickAt(await placeOf(page, 'I can patch it for'));
    const card = await openedCard(scene, page);
    await card.waitFor(() => document.querySelector('.diff ins')?.textContent?.includes('or three') === true);
    scene.site.setEdition(path, 'original');
    await page.close();
  });
});

describeInBrowsers('a selection of several stretches', ['firefox'], (scene) => {
  it('is kept as one quote of several pieces', async () => {
    const page = await scene.open(path);
    await page.selectText(first);
    await page.evaluate((words: string) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(words);
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        // As with Ctrl held.
        getSelection()?.addRange(range);
        return;
      }
      throw new Error(`expected the words ${words}`);
    }, second);
    await scene.browser.runCommand('keep-quote', page);
    await waitForPainted(page, [first + second]);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 1);
      expect((await readKept(popup)).kept).toEqual([`${first} […] ${second}`]);
    });
    await page.close();
  });
});

describeInBrowsers('the toolbar by touch', ['chromium'], (scene) => {
  it('stays below a selection that a long press made, and keeps by a tap', async () => {
    const page = await openActive(scene, path);
    const { x, y } = await placeOf(page, 'Smaller boats');
    const session = await (scene.browser as ChromiumBrowser).pageOf(page).createCDPSession();
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    // What a long press selects on a phone; on a desktop the browser makes no such gesture of touches.
    await page.evaluate(() => {
      getSelection()?.modify('move', 'backward', 'word');
      getSelection()?.modify('extend', 'forward', 'word');
    });
    await scene.browser.waitForOurText(page, 'Highlight in yellow');
    const words = await page.evaluate(() => getSelection()?.toString().trim() ?? '');
    const gap = await page.evaluate(() => {
      const bottom = getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0;
      const x = (getSelection()?.getRangeAt(0).getBoundingClientRect().right ?? 0) + 4;
      const rows = Array.from({ length: 200 }, (_, row) => bottom + row);
      const top = rows.find((y) => document.elementFromPoint(x, y)?.hasAttribute('popover') === true) ?? -1;
      return top - bottom;
    });
    // Below the handles that hang from the words.
    expect(gap).toBeGreaterThanOrEqual(24);
    await scene.browser.pressOurButton(page, 'Highlight in yellow');
    await waitForPainted(page, [words]);
    await page.close();
  });
});
