import { expect, it } from 'vitest';
import type { Point, Surface } from '../support/driver.ts';
import { poll } from '../support/poll.ts';
import { pressButton, waitForInView, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers, type Scene } from './scene.ts';

const path = '/2026/11/harbour-levy';
const first = 'Councillors back a harbour levy worth £3.4m a year';
const last = 'Others want a firmer promise.';

/** Keeps the words through the popup. */
async function keep(scene: Scene, page: Surface, words: string, count: number): Promise<void> {
  await page.selectText(words);
  await scene.withPopup(page, async (popup) => {
    await waitForText(popup, words);
    await pressButton(popup, 'Highlight in yellow');
    await waitForKept(popup, count);
  });
}

/** Where our element takes presses at that edge of the window, as heights; the page sees no more of it. */
async function readTicks(page: Surface, side: 'left' | 'right' = 'right'): Promise<number[]> {
  return await page.evaluate((side: string) => {
    const x = side === 'right' ? document.documentElement.clientWidth - 3 : 3;
    const rows = Array.from({ length: innerHeight }, (_, y) => y);
    const taken = rows.filter((y) => document.elementFromPoint(x, y)?.hasAttribute('popover') === true);
    const starts = taken.filter((y) => !taken.includes(y - 1));
    return starts.map((start) => {
      let end = start;
      while (taken.includes(end + 1)) end += 1;
      return (start + end) / 2;
    });
  }, side);
}

async function waitForTicks(page: Surface, count: number): Promise<number[]> {
  let ticks: number[] = [];
  await poll(
    async () => {
      ticks = await readTicks(page);
      return ticks.length === count;
    },
    { what: `${count} ticks` },
  );
  return ticks;
}

const edgeOf = async (page: Surface, y: number): Promise<Point> => ({
  x: (await page.evaluate(() => document.documentElement.clientWidth)) - 3,
  y,
});

describeInBrowsers('the strip beside the scrollbar', ['chromium', 'firefox'], (scene) => {
  it('shows where annotations are on the page, and goes there by a press', async () => {
    const page = await scene.open(path);
    expect(await readTicks(page)).toEqual([]);
    await keep(scene, page, first, 1);
    await keep(scene, page, last, 2);
    const [top = 0, bottom = 0] = await waitForTicks(page, 2);
    const shares = await page.evaluate((words: string) => {
      const element = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(words));
      const y = (element?.getBoundingClientRect().top ?? 0) + scrollY;
      return y / document.documentElement.scrollHeight;
    }, last);
    const height = await page.evaluate(() => innerHeight);
    expect(Math.abs(bottom / height - shares)).toBeLessThan(0.05);
    await page.clickAt(await edgeOf(page, top));
    await waitForInView(page, first);
    await page.clickAt(await edgeOf(page, bottom));
    await waitForInView(page, last);
    // Scrolling moves none of it.
    expect(await readTicks(page)).toEqual([top, bottom]);
    await page.close();
  });

  it('has targets of 24 pixels, and leaves the page between them alone', async () => {
    const page = await scene.open(path);
    await scene.withPopup(page, (popup) => waitForKept(popup, 2));
    const [top = 0, bottom = 0] = await waitForTicks(page, 2);
    const isOurs = async (y: number, inset: number): Promise<boolean> =>
      await page.evaluate(
        (y: number, inset: number) =>
          document
            .elementFromPoint(document.documentElement.clientWidth - inset, y)
            ?.hasAttribute('popover') === true,
        y,
        inset,
      );
    expect(await isOurs(top + 10, 3)).toBe(true);
    expect(await isOurs(top, 22)).toBe(true);
    expect(await isOurs((top + bottom) / 2, 3)).toBe(false);
    await page.close();
  });

  it('follows the element that a page scrolls in the place of the document', async () => {
    const page = await scene.open(path);
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent =
        'html,body{height:100%;overflow:hidden!important}main,#main{display:block;height:100vh;overflow-y:auto!important}';
      document.head.append(style);
      if (document.querySelector('main,#main') === null) throw new Error('expected a main element');
    });
    await scene.withPopup(page, (popup) => waitForKept(popup, 2));
    await waitForPainted(page, [`${first}${last}`]);
    const scrolled = (): Promise<number> =>
      page.evaluate(() => document.querySelector('main,#main')?.scrollTop ?? 0);
    await page.evaluate(() => document.querySelector('main,#main')?.scrollTo(0, 0));
    let ticks: number[] = [];
    await poll(
      async () => {
        const x = await page.evaluate(() => {
          const main = document.querySelector<HTMLElement>('main,#main');
          const rect = main?.getBoundingClientRect();
          return (rect?.left ?? 0) + (main?.clientWidth ?? 0) - 3;
        });
        ticks = await page.evaluate((x: number) => {
          const taken = Array.from({ length: innerHeight }, (_, y) => y).filter(
            (y) => document.elementFromPoint(x, y)?.hasAttribute('popover') === true,
          );
          return taken.length === 0 ? [] : [x, taken.at(-1) ?? 0];
        }, x);
        return ticks.length === 2;
      },
      { what: 'ticks beside the element' },
    );
    const [x = 0, y = 0] = ticks;
    await page.clickAt({ x, y: y - 10 });
    await waitForInView(page, last);
    expect(await scrolled()).toBeGreaterThan(0);
    await page.close();
  });

  it('goes when highlights are hidden, and when the reader does not want it', async () => {
    const page = await scene.open(path);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 2);
      await pressButton(popup, 'Hide highlights');
      await waitForText(popup, 'Nothing was deleted.');
    });
    await waitForTicks(page, 0);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Show highlights');
      await waitForText(popup, 'Highlights are shown.');
    });
    await waitForTicks(page, 2);
    const settings = await scene.browser.openExtensionPage('options.html');
    await settings.evaluate(async () => {
      type Runtime = { sendMessage(message: unknown): Promise<unknown> };
      const { browser, chrome } = globalThis as unknown as Record<string, { runtime: Runtime } | undefined>;
      const { runtime } = browser ?? chrome ?? { runtime: null };
      await runtime?.sendMessage({ call: 'changeSettings', input: { showsStrip: false } });
    });
    await waitForTicks(page, 0);
    await settings.close();
    await page.close();
  });
});
