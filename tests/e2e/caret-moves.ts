import type { ReaderBrowser, Surface } from '../support/driver.ts';
import { poll } from '../support/poll.ts';
import { readPainted } from './reading.ts';
import type { Scene } from './scene.ts';

/** Starts the caret by its command and waits until it has the keys. */
export async function startCaret(scene: Scene, page: Surface): Promise<Surface> {
  await scene.browser.runCommand('caret-mode', page);
  return await openedKeys(scene.browser, page);
}

/** The frame that hears the keys, once it does. */
export async function openedKeys(browser: ReaderBrowser, page: Surface): Promise<Surface> {
  const keys = await browser.frameIn(page, 'keys.html');
  const isReady = (): boolean =>
    document.querySelector('.caret-place') !== null &&
    document.hasFocus() &&
    innerHeight >= document.documentElement.offsetHeight;
  await keys.waitFor(isReady, [], { what: 'the frame that hears the keys to have the focus' });
  return keys;
}

/** Presses keys one after the other, as fast as they go. */
export async function pressAll(page: Surface, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.press(key);
}

/** What is selected on the page, as its own scripts could read it. */
export async function readSelected(page: Surface): Promise<string> {
  return await page.evaluate(() => (getSelection()?.toString() ?? '').replaceAll(/\s+/gu, ' '));
}

/** Waits until exactly these words are selected on the page. */
export async function waitForSelected(page: Surface, words: string): Promise<void> {
  let selected = '';
  const isSelected = async (): Promise<boolean> => (selected = await readSelected(page)) === words;
  await poll(isSelected, { what: 'the selection' }).catch((cause: unknown) => {
    throw new Error(`Selected "${selected}" instead of "${words}".`, { cause });
  });
}

/** As `waitForPainted`, while one of them may be emphasised or shown as it would be, which paints it twice. */
export async function waitForMarks(page: Surface, texts: readonly string[]): Promise<void> {
  let painted: string[] = [];
  const isPainted = async (): Promise<boolean> => {
    painted = [...new Set(await readPainted(page))];
    return painted.join('\n') === texts.toSorted().join('\n');
  };
  await poll(isPainted, { what: 'the marks' }).catch((cause: unknown) => {
    throw new Error(`Painted "${painted.join('", "')}" instead of "${texts.join('", "')}".`, { cause });
  });
}

/** Waits until the frame that hears the keys has given the focus back. */
export async function waitForNoCaret(page: Surface): Promise<void> {
  await page.waitFor(
    () => document.hasFocus() && document.activeElement?.hasAttribute('popover') !== true,
    [],
    {
      what: 'the focus to be back in the page',
    },
  );
}
