import { it } from 'vitest';
import type { ChromiumBrowser } from '../support/chromium.ts';
import type { Point, Surface } from '../support/driver.ts';
import { openedKeys, pressAll, startCaret, waitForMarks, waitForNoCaret } from './caret-moves.ts';
import { pressButton, waitForKept, waitForText } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const path = '/2026/11/harbour-levy';
const passage = 'votes to charge ships';
const wider = 'votes to charge ships by the tonne';
const narrower = 'charge ships by the tonne';

type Side = 'start' | 'end';

/** Where the words begin or end in the window: a little inside them, in the middle of their line. */
async function locate(page: Surface, words: string, side: Side): Promise<Point & { bottom: number }> {
  const find = (words: string, side: Side): Point & { bottom: number } => {
    const heading = document.querySelector('h1')?.firstChild;
    const at = heading?.textContent?.indexOf(words) ?? -1;
    if (!(heading instanceof Text) || at === -1) throw new Error(`expected "${words}" in the headline`);
    const range = document.createRange();
    const from = side === 'start' ? at : at + words.length - 1;
    range.setStart(heading, from);
    range.setEnd(heading, from + 1);
    const rect = range.getBoundingClientRect();
    const x = side === 'start' ? rect.left : rect.right;
    return { x, y: rect.top + rect.height / 2, bottom: rect.bottom };
  };
  return await page.evaluate(find, words, side);
}

/** The middle of a handle: they hang below the line, away from the words. */
async function locateHandle(page: Surface, words: string, side: Side): Promise<Point> {
  const { x, bottom } = await locate(page, words, side);
  return { x: side === 'start' ? x - 10 : x + 10, y: bottom + 14 };
}

type Place = { readonly words: string; readonly side: Side };

/** The way of a handle from an end of the passage to another place of the headline, in whichever line that is. */
async function aim(page: Surface, from: Place, to: Place): Promise<{ from: Point; to: Point }> {
  const handle = await locateHandle(page, from.words, from.side);
  const edge = await locate(page, from.words, from.side);
  const target = await locate(page, to.words, to.side);
  return { from: handle, to: { x: handle.x + target.x - edge.x, y: handle.y + target.y - edge.y } };
}

const startOf = (words: string): Place => ({ words, side: 'start' });
const endOf = (words: string): Place => ({ words, side: 'end' });

describeInBrowsers('changing the passage of a highlight', ['chromium', 'firefox'], (scene) => {
  let page: Surface;

  async function openCard(words: string): Promise<Surface> {
    const { x, y } = await locate(page, words, 'start');
    await page.clickAt({ x: x + 20, y });
    const card = await scene.browser.frameIn(page, 'card.html');
    await waitForText(card, 'Change the passage');
    // Its button moves until the card has its size.
    const isSized = (): boolean => innerHeight >= document.documentElement.offsetHeight;
    await card.waitFor(isSized, [], { what: 'the card to be sized' });
    return card;
  }

  it('begins from the card, and keeps where an end was dragged to', async () => {
    page = await scene.open(path);
    await page.selectText(passage);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Highlight in yellow');
      await waitForKept(popup, 1);
    });
    await waitForMarks(page, [passage]);
    const card = await openCard(passage);
    await pressButton(card, 'Change the passage');
    const keys = await openedKeys(scene.browser, page);
    await waitForText(keys, `New passage: “${passage}”`);
    const way = await aim(page, endOf(passage), endOf(wider));
    // Two characters short: the end goes to the border of the word.
    await page.drag(way.from, { x: way.to.x - 12, y: way.to.y });
    await scene.browser.waitForOurText(page, 'Changes saved on this device.');
    await waitForMarks(page, [wider]);
  });

  it('drags the other end, and takes that back', async () => {
    const way = await aim(page, startOf(wider), startOf(narrower));
    await page.drag(way.from, way.to);
    await waitForMarks(page, [narrower]);
    await scene.browser.pressOurButton(page, 'Undo');
    await waitForMarks(page, [wider]);
  });

  it('lets no end pass the other', async () => {
    const backwards = await aim(page, endOf(wider), startOf('Haverness'));
    await page.drag(backwards.from, backwards.to);
    await waitForMarks(page, ['votes']);
    await page.press('Control+z');
    await waitForMarks(page, [wider]);
    const forwards = await aim(page, startOf(wider), endOf('sea wall'));
    await page.drag(forwards.from, forwards.to);
    await waitForMarks(page, ['tonne']);
    await page.press('Control+z');
    await waitForMarks(page, [wider]);
  });

  it('ends with Escape, and the page is as it was', async () => {
    await page.press('Escape');
    await waitForNoCaret(page);
    await waitForMarks(page, [wider]);
  });

  it('gives up with the button what was changed by keys', async () => {
    const card = await openCard(wider);
    await pressButton(card, 'Change the passage');
    const keys = await openedKeys(scene.browser, page);
    await pressAll(page, 'Alt+Shift+ArrowLeft', 'Shift+ArrowLeft');
    await waitForText(keys, 'New passage: “votes to charge ships by th”');
    await pressButton(keys, 'Cancel');
    await waitForNoCaret(page);
    await waitForMarks(page, [wider]);
  });

  it('saves with the button what was changed by keys', async () => {
    const card = await openCard(wider);
    await pressButton(card, 'Change the passage');
    const keys = await openedKeys(scene.browser, page);
    await pressAll(page, 'Control+Alt+Shift+ArrowRight', 'Control+Alt+Shift+ArrowRight');
    await waitForText(keys, `New passage: “${narrower}”`);
    await pressButton(keys, 'Save');
    await waitForMarks(page, [narrower]);
    await waitForNoCaret(page);
  });

  it('drags while the text is walked, and goes on walking', async () => {
    const keys = await startCaret(scene, page);
    await pressAll(page, ']', 'r');
    await waitForText(keys, 'New passage');
    const way = await aim(page, endOf(narrower), endOf('charge ships'));
    await page.drag(way.from, way.to);
    await waitForMarks(page, ['charge ships']);
    await pressAll(page, 'Enter');
    await waitForText(keys, 'Highlight, 1 of 1');
    await page.press('Escape');
    await waitForNoCaret(page);
  });

  it('drags from the card again, by touch where the driver has a finger', async () => {
    const card = await openCard('charge ships');
    await pressButton(card, 'Change the passage');
    await openedKeys(scene.browser, page);
    const { from, to } = await aim(page, endOf('charge ships'), endOf(narrower));
    if (scene.browser.name === 'chromium')
      await dragByTouch(scene.browser as ChromiumBrowser, page, from, to);
    else await page.drag(from, to);
    await waitForMarks(page, [narrower]);
    await page.close();
  });
});

async function dragByTouch(browser: ChromiumBrowser, page: Surface, ...way: [Point, Point]): Promise<void> {
  const [from, to] = way;
  const touch = await browser.pageOf(page).touchscreen.touchStart(from.x, from.y);
  for (const part of [0.2, 0.5, 0.8, 1]) {
    await touch.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
  }
  await touch.end();
}
