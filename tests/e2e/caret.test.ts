import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import {
  openedKeys,
  pressAll,
  readSelected,
  startCaret,
  waitForMarks,
  waitForNoCaret,
  waitForSelected,
} from './caret-moves.ts';
import { pressButton, readClipboard, waitForKept, waitForText } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const standfirst =
  'Councillors back a harbour levy worth £3.4m a year after a night of argument over who should pay for a wall that has kept the town dry since 1894.';

describeInBrowsers('walking the text by keyboard', ['chromium', 'firefox'], (scene) => {
  let page: Surface;
  let keys: Surface;
  let before = '';

  it('keeps a sentence with nothing but keys', async () => {
    page = await scene.open(scene.site.sampleArticlePath);
    before = await page.evaluate(() => {
      document.querySelector<HTMLElement>('header a[href]')?.focus();
      return document.body.outerHTML;
    });
    keys = await startCaret(scene, page);
    await waitForText(keys, 'Paragraph');
    await pressAll(page, 'Control+Home', 'Control+ArrowDown', 's');
    await waitForSelected(page, standfirst);
    await waitForText(keys, '29 words selected');
    await page.press('2');
    await waitForMarks(page, [standfirst]);
    await scene.browser.waitForOurText(page, 'Highlight saved on this device.');
    await waitForSelected(page, '');
  });

  it('says which annotation it walked to, and takes the next colour', async () => {
    await pressAll(page, 'Control+Home', ']');
    await waitForText(keys, 'Highlight, 1 of 1');
    const isSaid = (words: string): boolean => document.querySelector('.said[lang]')?.textContent === words;
    await keys.waitFor(isSaid, [standfirst], { what: 'the words of the annotation to be told' });
    await page.press('4');
    await scene.browser.waitForOurText(page, 'Changes saved on this device.');
    await waitForMarks(page, [standfirst]);
  });

  it('walks and selects by character, word and line', async () => {
    await pressAll(page, 'Control+Home', 'Control+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await waitForSelected(page, 'Co');
    await page.press('Control+Shift+ArrowRight');
    await waitForSelected(page, 'Councillors');
    await page.press('Control+Shift+ArrowRight');
    await waitForSelected(page, 'Councillors back');
    await page.press('Control+Shift+ArrowLeft');
    await waitForSelected(page, 'Councillors ');
    await page.press('Shift+End');
    const isLine = (): boolean => {
      const selection = getSelection();
      if (selection === null || selection.rangeCount === 0) return false;
      const range = selection.getRangeAt(0);
      const block = range.startContainer.parentElement?.getBoundingClientRect();
      const { height, width } = range.getBoundingClientRect();
      return block !== undefined && height < block.height && width > block.width * 0.6;
    };
    await page.waitFor(isLine, [], { what: 'the whole first line to be selected' });
    const line = await readSelected(page);
    expect(standfirst.startsWith(line.trim())).toBe(true);
    await pressAll(page, 'ArrowDown', 'Home', 'Shift+ArrowDown');
    await page.waitFor(() => getSelection()?.isCollapsed === false);
    // One line further stands what begins where the first line ends.
    expect(standfirst.slice(line.trim().length).trim()).toContain(
      (await readSelected(page)).trim().slice(0, 10),
    );
    await page.press('Escape');
    await waitForSelected(page, '');
  });

  it('does keys that come fast in their order', async () => {
    await pressAll(page, 'Control+Home', 'Control+ArrowDown');
    await pressAll(page, ...Array.from({ length: 25 }, () => 'Shift+ArrowRight'), 'Shift+ArrowLeft');
    await waitForSelected(page, standfirst.slice(0, 24));
    await page.press('Escape');
    await waitForSelected(page, '');
  });

  it('copies the selected words', async () => {
    await pressAll(page, 'Control+Home', 'Control+ArrowDown', 'Control+Shift+ArrowRight', 'c');
    await waitForText(keys, 'The words are copied.');
    await page.press('Escape');
    await waitForSelected(page, '');
  });

  it('changes the passage by keys, and takes the change back', async () => {
    await pressAll(page, ']', 'r');
    await waitForText(keys, 'New passage');
    await pressAll(page, 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowLeft', 'Control+Alt+Shift+ArrowRight');
    await page.press('Enter');
    await waitForMarks(page, [standfirst.replace('Councillors ', '').replace(' since 1894.', '')]);
    await scene.browser.waitForOurText(page, 'Changes saved on this device.');
    await page.press('Control+z');
    await waitForMarks(page, [standfirst]);
  });

  it('gives a change up with Escape, and goes on walking', async () => {
    await pressAll(page, ']', 'r');
    await waitForText(keys, 'New passage');
    await pressAll(page, 'Alt+Shift+ArrowLeft', 'Escape');
    await waitForText(keys, 'Highlight, 1 of 1');
    await waitForMarks(page, [standfirst]);
  });

  it('deletes, and takes that back', async () => {
    await pressAll(page, ']', 'Delete');
    await waitForMarks(page, []);
    await scene.browser.waitForOurText(page, 'Deleted.');
    await waitForText(keys, 'Paragraph');
    await page.press('Control+z');
    await waitForMarks(page, [standfirst]);
  });

  it('opens the card, and has the keys again when it closes', async () => {
    await pressAll(page, ']', 'Enter');
    const card = await scene.browser.frameIn(page, 'card.html');
    await waitForText(card, standfirst);
    await card.waitFor(() => document.hasFocus() && document.querySelector('form') !== null);
    await card.press('Escape');
    await openedKeys(scene.browser, page);
    await page.press('Shift+ArrowRight');
    await waitForSelected(page, 'C');
  });

  it('tags an entity of the type that is chosen', async () => {
    await pressAll(page, 'Control+Shift+ArrowRight', 'e');
    await keys.waitFor(() => document.activeElement?.textContent === 'Person');
    await pressAll(page, 'ArrowRight', 'Enter');
    await waitForMarks(page, [standfirst, 'Councillors']);
    await waitForText(keys, 'Entity, 2 of 2');
    await pressAll(page, 'Delete');
    await waitForMarks(page, [standfirst]);
  });

  it('stays where it was when the page renders its article anew', async () => {
    await pressAll(page, 'Control+Home', 'Control+ArrowDown', 'Control+ArrowRight');
    await page.evaluate(() => {
      const article = document.querySelector('article');
      if (article !== null) article.innerHTML = `<p>Something new on top.</p>${article.innerHTML}`;
    });
    await page.press('Control+Shift+ArrowRight');
    await waitForSelected(page, ' back');
    await page.reload();
  });

  it('peels with Escape: the selection, then the caret, and the focus is where it was', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('header a[href]')?.focus());
    keys = await startCaret(scene, page);
    await pressAll(page, 'Control+Home', 'Control+ArrowDown', 's');
    await waitForSelected(page, standfirst);
    await page.press('Escape');
    await waitForSelected(page, '');
    await waitForText(keys, 'Highlight, 1 of 1');
    await page.press('Escape');
    await waitForNoCaret(page);
    expect(
      await page.evaluate(() => document.activeElement === document.querySelector('header a[href]')),
    ).toBe(true);
    await waitForMarks(page, [standfirst]);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
  });

  it('ends when the reader presses into the page', async () => {
    await startCaret(scene, page);
    await page.click('h1');
    await waitForNoCaret(page);
    await page.close();
  });

  it('begins with the key of the toolbar where nothing is selected', async () => {
    page = await scene.open(scene.site.sampleArticlePath);
    await scene.browser.runCommand('focus-toolbar', page);
    keys = await openedKeys(scene.browser, page);
    await pressButton(keys, 'Close');
    await waitForNoCaret(page);
    await page.close();
  });

  it('begins from the popup, at what is selected', async () => {
    page = await scene.open(scene.site.sampleArticlePath);
    await page.selectText('Others want a firmer promise.');
    const popup = await scene.openPopup(page);
    await waitForKept(popup, 1);
    await pressButton(popup, 'Walk the text by keyboard');
    keys = await openedKeys(scene.browser, page);
    await waitForText(keys, '5 words selected');
    await pressAll(page, '1');
    await waitForMarks(page, ['Others want a firmer promise.', standfirst]);
    await page.close();
  });

  it('goes left and right as the page reads, from right to left', async () => {
    page = await scene.open('/ar/local/reading-room');
    keys = await startCaret(scene, page);
    await pressAll(page, 'Control+Home', 'Control+Shift+ArrowLeft');
    const heading = await page.evaluate(() => document.querySelector('h1')?.textContent.trim() ?? '');
    await page.waitFor(() => getSelection()?.isCollapsed === false);
    const word = await readSelected(page);
    expect(word).not.toBe('');
    expect(
      await page.evaluate(() => document.body.innerText.includes(getSelection()?.toString() ?? '?')),
    ).toBe(true);
    expect(heading.length).toBeGreaterThan(0);
    await page.press('Control+Shift+ArrowRight');
    await waitForSelected(page, '');
    await page.close();
  });

  it('lets the page hear none of the keys, and sets off none of its shortcuts', async () => {
    page = await scene.open('/hostile/listens');
    keys = await startCaret(scene, page);
    await page.evaluate(() => void ((window as unknown as { heard: unknown[] }).heard.length = 0));
    await pressAll(page, 'Control+Home', '.', 'ArrowDown', 'Control+ArrowRight', 's', 'Shift+S', 'c', 'q');
    const card = await scene.browser.frameIn(page, 'card.html');
    await card.waitFor(() => document.hasFocus() && document.querySelector('form') !== null);
    await card.press('Escape');
    await openedKeys(scene.browser, page);
    await pressAll(page, 'r', 'Alt+Shift+ArrowLeft', 'Enter', 'Delete', 'Control+z', 'Escape', 'Escape');
    await waitForNoCaret(page);
    const heard = await page.evaluate(
      () => (window as unknown as { heard: { type: string; key?: string }[] }).heard,
    );
    const forbidden = /^key|input$|^composition|^copy|^cut|^paste|^message$|^animation|^transition|^toggle/u;
    expect(heard.filter(({ type }) => forbidden.test(type))).toEqual([]);
    await page.close();
    expect(await readClipboard(scene.browser)).not.toBe('');
  });
});
