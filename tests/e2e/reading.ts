import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { browser } from 'wxt/browser';
import type { ReaderBrowser, Surface } from '../support/driver.ts';
import { poll } from '../support/poll.ts';

declare const chrome: typeof browser;

/** The texts painted on a page, one a colour and kind; read from the page's world, as its scripts could. */
export async function readPainted(page: Surface): Promise<string[]> {
  const painted = await page.evaluate(() =>
    [...CSS.highlights.values()].map((highlight) =>
      [...highlight].map((range) => (range as Range).toString()).join(''),
    ),
  );
  return painted
    .filter((text) => text !== '')
    .map((text) => text.replaceAll(/\s+/gu, ' ').trim())
    .toSorted(compareText);
}

/** Waits until exactly these texts are painted, in any order; texts in one colour and kind are joined. */
export async function waitForPainted(page: Surface, texts: readonly string[]): Promise<void> {
  const wanted = texts.toSorted(compareText).join('\n');
  await poll(async () => (await readPainted(page)).join('\n') === wanted, {
    timeoutMs: 10_000,
    what: `to be painted: ${wanted}`,
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What the popup lists as kept and as lost, by its words. */
export async function readKept(popup: Surface): Promise<{ kept: string[]; lost: string[] }> {
  return await popup.evaluate(() => {
    const quotes = (selector: string): string[] =>
      [...document.querySelectorAll(`${selector} .item-words`)].map((quote) => quote.textContent ?? '');
    return { kept: quotes('.kept:not(.lost)'), lost: quotes('.lost') };
  });
}

/** Waits until the popup lists so many annotations, found and lost ones together. */
export async function waitForKept(popup: Surface, count: number): Promise<void> {
  await popup.waitFor((wanted: number) => document.querySelectorAll('.item').length === wanted, [count], {
    what: `${count} kept annotations in the popup`,
  });
}

/** Waits until the document shows the words. */
export async function waitForText(surface: Surface, words: string): Promise<void> {
  await surface.waitFor((wanted: string) => document.body.innerText.includes(wanted), [words], {
    what: `the words "${words}"`,
  });
}

/** Waits until the words stand in the window, from their first line to their last. */
export async function waitForInView(page: Surface, words: string): Promise<void> {
  await page.waitFor(
    (words: string) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() !== null) {
        const node = walker.currentNode as Text;
        const at = node.data.indexOf(words);
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const { top, bottom } = range.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }
      return false;
    },
    [words],
    { what: `"${words}" to be in view` },
  );
}

/** Presses the button with that name or text, else one that begins with the words. */
export async function pressButton(surface: Surface, words: string): Promise<void> {
  await surface.waitFor(markButton, [words], { what: `the button "${words}"` });
  await surface.click('[data-pressed-by-test]');
}

/** Marks the button for `click`, which takes selectors only. */
function markButton(words: string): boolean {
  for (const marked of document.querySelectorAll('[data-pressed-by-test]')) {
    delete (marked as HTMLElement).dataset['pressedByTest'];
  }
  const nameOf = (one: HTMLElement): string =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').trim();
  const buttons = [...document.querySelectorAll<HTMLElement>('button,summary')].filter(
    (one) => nameOf(one).startsWith(words) && !one.matches(':disabled'),
  );
  const button = buttons.find((one) => nameOf(one) === words) ?? buttons[0];
  if (button !== undefined) button.dataset['pressedByTest'] = '';
  return button !== undefined;
}

/** Presses the button of that name in the item of a list that holds the words. */
export async function pressButtonOf(surface: Surface, words: string, name: string): Promise<void> {
  await surface.waitFor(markButtonOf, [words, name], { what: `the button "${name}" of "${words}"` });
  await surface.click('[data-pressed-by-test]');
}

function markButtonOf(words: string, name: string): boolean {
  for (const marked of document.querySelectorAll('[data-pressed-by-test]')) {
    delete (marked as HTMLElement).dataset['pressedByTest'];
  }
  // Other lists may hold the same words, such as that of what the publisher changed.
  const button = [...document.querySelectorAll('li')]
    .filter((one) => one.textContent?.includes(words))
    .map((one) => one.querySelector<HTMLElement>(`button[aria-label="${name}"]`))
    .find((one) => one !== null);
  if (button) button.dataset['pressedByTest'] = '';
  return Boolean(button);
}

/** Replaces what a field holds, as a reader does: click, select all, type. */
export async function fillField(surface: Surface, selector: string, value: string): Promise<void> {
  await surface.click(selector);
  const hasFocus = (selector: string): boolean =>
    document.activeElement !== null && document.activeElement === document.querySelector(selector);
  await surface.waitFor(hasFocus, [selector], { what: `the focus in ${selector}` });
  await surface.press('Control+a');
  await surface.type(value);
}

/** Chooses an entry of a drop-down list by its value. */
export async function chooseOption(surface: Surface, selector: string, value: string): Promise<void> {
  await surface.waitFor((wanted: string) => document.querySelector(wanted) !== null, [selector], {
    what: selector,
  });
  await surface.evaluate(
    (selector: string, value: string) => {
      const select = document.querySelector<HTMLSelectElement>(selector);
      if (select === null) throw new Error(`expected ${selector}`);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    value,
  );
}

/** Red, green and blue of the most frequent colour behind the words, read off a screenshot. */
export async function readColourBehind(page: Surface, words: string): Promise<[number, number, number]> {
  const box = await page.evaluateApart((wanted: string) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at === -1 || node.parentElement?.checkVisibility() !== true) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      const [rect] = range.getClientRects();
      if (rect !== undefined) return { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
    }
    throw new Error(`expected the words ${wanted}`);
  }, words);
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-shot-'));
  const path = join(folder, 'page.png');
  await page.screenshot(path);
  const image = PNG.sync.read(await readFile(path));
  await rm(folder, { recursive: true });
  return mostFrequentColour(image, box);
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function mostFrequentColour(image: PNG, box: Box): [number, number, number] {
  const counts = new Map<string, number>();
  for (let y = Math.ceil(box.y) + 4; y < box.y + box.height - 4; y++) {
    for (let x = Math.ceil(box.x); x < box.x + box.width; x++) {
      const at = (y * image.width + x) * 4;
      const key = [...image.data.subarray(at, at + 3)].join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const [most = '0,0,0'] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const [red = 0, green = 0, blue = 0] = most.split(',').map(Number);
  return [red, green, blue];
}

/** What the clipboard holds, read as a reader reads it: by pasting into a field. */
export async function readClipboard(browser: ReaderBrowser): Promise<string> {
  const page = await browser.openExtensionPage('options.html');
  await page.waitFor(() => document.querySelector('h1') !== null, [], { what: 'the settings page' });
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    area.id = 'paste';
    document.body.prepend(area);
  });
  await page.click('#paste');
  await page.press('Control+v');
  await page.waitFor(() => document.querySelector<HTMLTextAreaElement>('#paste')?.value !== '', [], {
    what: 'the clipboard to be pasted',
  });
  const text = await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#paste')?.value ?? '');
  await page.close();
  return text;
}

/** What our icon shows on the tab in front. */
export type IconFace = { readonly text: string; readonly title: string; readonly isRed: boolean };

/** The badge, its colour and the title of our icon on a page, which comes to the front for it. */
export async function readIcon(browser: ReaderBrowser, page: Surface): Promise<IconFace> {
  await page.bringToFront();
  return await browser.evaluateInBackground(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const of = tab?.id === undefined ? {} : { tabId: tab.id };
    const [text, title, colour] = await Promise.all([
      chrome.action.getBadgeText(of),
      chrome.action.getTitle(of),
      chrome.action.getBadgeBackgroundColor(of),
    ]);
    const [red, green] = colour;
    return { text, title, isRed: red > 2 * green };
  });
}

/** Waits until the icon shows that text on the page; what it shows then. */
export async function waitForBadge(browser: ReaderBrowser, page: Surface, text: string): Promise<IconFace> {
  return await poll(
    async () => {
      const face = await readIcon(browser, page);
      return face.text === text ? face : null;
    },
    { what: `the badge "${text}"` },
  );
}

/** Presses Tab, or Shift and Tab, until the element has the focus, as somebody without a mouse does. */
export async function tabTo(surface: Surface, selector: string): Promise<void> {
  await surface.waitFor((wanted: string) => document.querySelector(wanted) !== null, [selector], {
    what: selector,
  });
  for (let press = 0; press < 120; press += 1) {
    const way = await surface.evaluate((selector: string) => {
      const active = document.activeElement;
      if (active === null || active.matches(selector)) return null;
      const target = document.querySelector(selector);
      if (target === null) throw new Error(`expected ${selector}`);
      const isBefore = target.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isBefore !== 0 ? 'Shift+Tab' : 'Tab';
    }, selector);
    if (way === null) return;
    await surface.press(way);
  }
  throw new Error(`Tab never came to ${selector}.`);
}
