import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import {
  chooseOption,
  fillField,
  pressButton,
  readClipboard,
  waitForKept,
  waitForPainted,
  waitForText,
} from './reading.ts';
import { describeInBrowsers, openActive, type Scene } from './scene.ts';

const first = 'Nobody in this room built the wall and everybody in this room lives behind it,';
const second = 'The name has stuck, to the council’s annoyance';
const speaker = 'Amara Nwosu-Finch';

/** The frame in the page, once it is filled and as tall as what is in it. */
async function openedFrame(scene: Scene, page: Surface): Promise<Surface> {
  const frame = await scene.browser.frameIn(page, 'card.html');
  await frame.waitFor(
    () => document.querySelector('form') !== null && innerHeight >= document.documentElement.offsetHeight,
    [],
    { what: 'the frame to be filled and sized' },
  );
  return frame;
}

/** The same, once the field has the focus. */
async function frameWithFocusIn(scene: Scene, page: Surface, selector: string): Promise<Surface> {
  const frame = await openedFrame(scene, page);
  await frame.waitFor((wanted: string) => document.activeElement?.matches(wanted) === true, [selector], {
    what: `the focus in ${selector}`,
  });
  return frame;
}

describeInBrowsers('the toolbar by a selection', ['chromium', 'firefox'], (scene) => {
  it('keeps a highlight and goes on with its note', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await page.selectText(first);
    await scene.browser.pressOurButton(page, 'Highlight with a note');
    await waitForPainted(page, [first]);
    const card = await frameWithFocusIn(scene, page, 'textarea');
    await card.type('Ask *her* about [August](https://example.org/august)');
    await pressButton(card, 'Save');
    await scene.browser.waitForOurText(page, 'Changes saved on this device.');
    await page.close();
  });

  it('shows the note as what its Markdown means, in the card and in the popup', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 1);
      await waitForText(popup, 'Ask her about August');
      const link = await popup.evaluate(() => document.querySelector('.note a')?.outerHTML);
      expect(link).toContain('rel="noopener noreferrer"');
    });
    await scene.browser.runCommand('next-annotation', page);
    await scene.browser.waitForOurText(page, '1 of 1');
    await page.press('Enter');
    const card = await openedFrame(scene, page);
    await waitForText(card, 'Ask her about August');
    // Not by the mouse: the page may still be scrolling to the words.
    await card.evaluate(() => document.querySelector<HTMLElement>('.note-head button')?.click());
    await card.waitFor(() => document.querySelector('textarea') === document.activeElement);
    leave(card);
    await page.close();
  });

  it('keeps a highlight and goes on with its tags', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await page.selectText(second);
    await scene.browser.pressOurButton(page, 'Highlight with tags');
    const card = await frameWithFocusIn(scene, page, 'input[name=tags]');
    await card.type('harbour');
    await card.press('Enter');
    await scene.browser.waitForOurText(page, 'Changes saved on this device.');
    await scene.withPopup(page, (popup) => waitForText(popup, 'harbour'));
    await page.close();
  });

  it('copies the words and a link that leads to them, and keeps nothing', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await page.selectText('Smaller boats will pay less, but they will pay.');
    await scene.browser.pressOurButton(page, 'Copy the words');
    await scene.browser.waitForOurText(page, 'The words are copied.');
    expect(await readClipboard(scene.browser)).toBe('Smaller boats will pay less, but they will pay.');
    await page.bringToFront();
    await scene.browser.pressOurButton(page, 'Copy a link to the passage');
    await scene.browser.waitForOurText(page, 'The link leads to this passage.');
    expect(await readClipboard(scene.browser)).toMatch(/harbour-levy#:~:text=.*Smaller/u);
    await page.close();
  });

  it('copies where the page forbids the clipboard, and the page gets to see nothing of it', async () => {
    const page = await openActive(scene, '/hostile/listens?policy=clipboard');
    const words = await firstSentence(page);
    await page.selectText(words);
    await scene.browser.pressOurButton(page, 'Copy a link to the passage');
    await scene.browser.waitForOurText(page, 'The link leads to this passage.');
    expect(await readClipboard(scene.browser)).toContain('#:~:text=');
    await page.close();
  });

  it('names an entity by what is typed, of which the page hears nothing', async () => {
    const page = await openActive(scene, '/hostile/listens');
    const words = await firstSentence(page);
    await page.selectText(words);
    await page.evaluate(() => void ((window as unknown as { heard: unknown[] }).heard.length = 0));
    await scene.browser.pressOurButton(page, 'Entity');
    await scene.browser.pressOurButton(page, 'Find or name…');
    const namer = await frameWithFocusIn(scene, page, '[role=combobox]');
    expect(await namer.evaluate(() => document.querySelector('.item-words')?.textContent)).toBe(words);
    await waitForPainted(page, []);
    await fillField(namer, '[role=combobox]', 'Quartz Zebra');
    await waitForText(namer, 'No known entity fits.');
    await chooseOption(namer, 'select[name=type]', 'organisation');
    await namer.press('Enter');
    await waitForPainted(page, [words]);
    const heard = await page.evaluate(
      () => (window as unknown as { heard: { type: string; key?: string; data?: string }[] }).heard,
    );
    expect(heard.filter(({ type }) => /^key|input$|^composition/u.test(type))).toEqual([]);
    expect(JSON.stringify(heard)).not.toMatch(/quartz|zebra/iu);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 1);
      await waitForText(popup, 'Quartz Zebra');
    });
    await page.close();
  });

  it('finds a known entity by a part of its name, by keyboard alone', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await page.selectText('Others want a firmer promise.');
    await scene.browser.runCommand('focus-toolbar', page);
    await page.waitFor(() => document.activeElement?.hasAttribute('popover') === true);
    // To "Entity", the seventh, and to the first behind it.
    for (let step = 0; step < 6; step += 1) await page.press('ArrowRight');
    await page.press('Enter');
    await page.press('Enter');
    const namer = await frameWithFocusIn(scene, page, '[role=combobox]');
    await fillField(namer, '[role=combobox]', 'zeb');
    await namer.press('ArrowDown');
    await namer.waitFor(() => document.querySelector('[aria-selected=true]') !== null);
    await namer.press('Enter');
    await scene.browser.waitForOurText(page, 'Entity saved');
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 3);
      await waitForText(popup, 'Organisation');
    });
    await page.close();
  });

  it('comes into view by its key when the words are out of view', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    const words = await page.evaluate(() => {
      const node = [...document.querySelectorAll('article p')].at(-1)?.firstChild;
      if (!(node instanceof Text)) throw new Error('expected a last paragraph');
      scrollTo(0, 0);
      const start = node.data.search(/\S/u);
      getSelection()?.setBaseAndExtent(node, start, node, start + 20);
      return node.data.slice(start, start + 20).trim();
    });
    await scene.browser.runCommand('focus-toolbar', page);
    await page.waitFor(() => document.activeElement?.hasAttribute('popover') === true, [], {
      what: 'the focus in our toolbar',
    });
    await page.press('Enter');
    await scene.browser.waitForOurText(page, 'Highlight saved');
    expect(words).not.toBe('');
    await page.close();
  });

  it('leaves the naming with Escape, and nothing is kept', async () => {
    const page = await openActive(scene, scene.site.sampleArticlePath);
    await page.selectText(speaker);
    await scene.browser.pressOurButton(page, 'Entity');
    await scene.browser.pressOurButton(page, 'Find or name…');
    const namer = await frameWithFocusIn(scene, page, '[role=combobox]');
    leave(namer);
    await page.waitFor(() => document.activeElement === document.body, [], { what: 'the focus to be back' });
    await scene.withPopup(page, (popup) => waitForKept(popup, 4));
    await page.close();
  });
});

/** Closes a frame by Escape. Chromium never answers for a key whose frame goes away with it. */
function leave(frame: Surface): void {
  frame.press('Escape').catch(() => {});
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
