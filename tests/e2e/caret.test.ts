import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import { poll } from '../support/poll.ts';
import { pressButton, readPainted, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers, type Scene } from './scene.ts';

const path = '/2026/11/harbour-levy';
const sentence = 'Smaller boats will pay less, but they will pay.';

/** Starts the caret by its command and waits until it has the keys. */
async function startCaret(scene: Scene, page: Surface): Promise<Surface> {
  await scene.browser.runCommand(scene.browser.name === 'firefox' ? 'caret-mode' : 'focus-toolbar', page);
  return await openedKeys(scene, page);
}

async function openedKeys(scene: Scene, page: Surface): Promise<Surface> {
  const keys = await scene.browser.frameIn(page, 'keys.html');
  await keys.waitFor(() => document.querySelector('.caret-place') !== null && document.hasFocus(), [], {
    what: 'the frame that hears the keys to have the focus',
  });
  return keys;
}

async function press(page: Surface, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.press(key);
}

/** What is selected on the page, as its own scripts could read it. */
async function waitForSelected(page: Surface, words: string): Promise<void> {
  const read = (): string => (getSelection()?.toString() ?? '').replaceAll(/\s+/gu, ' ');
  let selected = '';
  try {
    await poll(async () => (selected = await page.evaluate(read)) === words, { what: 'the selection' });
  } catch (cause) {
    throw new Error(`Selected "${selected}" instead of "${words}".`, { cause });
  }
}

describeInBrowsers('walking the text by keyboard', ['chromium', 'firefox'], (scene) => {
  let page: Surface;
  let before = '';

  it('keeps a sentence with nothing but keys', async () => {
    page = await scene.open(path);
    before = await page.evaluate(() => {
      document.querySelector<HTMLElement>('a[href]')?.focus();
      return document.body.outerHTML;
    });
    const keys = await startCaret(scene, page);
    await waitForText(keys, 'Paragraph');
    await press(page, 'Control+Home', 'Control+ArrowDown', 's');
    await poll(async () => (await page.evaluate(() => getSelection()?.toString() ?? '')) !== '', {
      what: 'a selection',
    });
    const words = await page.evaluate(() => getSelection()?.toString().replaceAll(/\s+/gu, ' ') ?? '');
    await press(page, '2');
    await waitForPainted(page, [words]);
    await scene.browser.waitForOurText(page, 'Highlight saved on this device.');
    await waitForSelected(page, '');
  });
});
