import { sampleArticlePath, type Site } from '../../support/site.ts';
import type { ChromiumBrowser } from '../../support/chromium.ts';
import type { Surface } from '../../support/driver.ts';
import { poll } from '../../support/poll.ts';

/** What a reader waits for, in milliseconds, one number a repetition. */
export type Flow = 'mouse-up to toolbar' | 'press to durably saved' | 'press to painted';
export type PopupTime = 'first content' | 'full content' | 'layout shift';

const passages = [
  'The name has stuck, to the council’s annoyance',
  'Others want a firmer promise.',
  'Ships go where the cargo is,',
  'Haverness Harbour Board',
  'I cannot patch it for twenty.',
];

/** Selects with the mouse and presses a colour, again and again, in the built extension. */
export async function timeKeeping(
  browser: ChromiumBrowser,
  site: Site,
  rounds: number,
): Promise<Record<Flow, number[]>> {
  const times: Record<Flow, number[]> = {
    'mouse-up to toolbar': [],
    'press to durably saved': [],
    'press to painted': [],
  };
  await browser.evaluateInBackground(noteCommits);
  const page = await browser.openPage(site.url(sampleArticlePath));
  // The first click on the icon brings the page side into the page.
  await browser.closePopup(await openPopup(browser, page));
  await page.evaluate(noteEvents);
  for (let round = 0; round < rounds; round++) {
    await page.selectText(passages[round % passages.length] ?? '');
    await page.waitFor(() => Reflect.get(globalThis, 'benchToolbarAt') !== null, [], { what: 'the toolbar' });
    const shown = await page.evaluate(readNotes);
    times['mouse-up to toolbar'].push(shown.toolbarAt - shown.upAt);
    await page.evaluate(forgetNotes);
    await browser.pressOurButton(page, 'Highlight in yellow');
    await page.waitFor(() => Reflect.get(globalThis, 'benchPaintedAt') !== null, [], { what: 'the paint' });
    const { upAt, paintedAt } = await page.evaluate(readNotes);
    const savedAt = await browser.evaluateInBackground(firstCommitAfter, upAt);
    if (savedAt === null) throw new Error('expected a commit after the press');
    times['press to durably saved'].push(savedAt - upAt);
    times['press to painted'].push(paintedAt - upAt);
    await browser.pressOurButton(page, 'Undo');
    await poll(async () => (await page.evaluate(countPainted)) === 0, { what: 'the undo' });
    await page.evaluate(forgetNotes);
  }
  await page.close();
  return times;
}

/** Opens the popup on an article that was read before. */
export async function timePopup(
  browser: ChromiumBrowser,
  site: Site,
  rounds: number,
): Promise<Record<PopupTime, number[]>> {
  const times: Record<PopupTime, number[]> = { 'first content': [], 'full content': [], 'layout shift': [] };
  const page = await browser.openPage(site.url(sampleArticlePath));
  await browser.closePopup(await openPopup(browser, page));
  for (let round = 0; round < rounds; round++) {
    const popup = await openPopup(browser, page);
    const { first, full, shift } = await readPopupTimes(popup);
    times['first content'].push(first);
    times['full content'].push(full);
    times['layout shift'].push(shift);
    await browser.closePopup(popup);
  }
  await page.close();
  return times;
}

async function openPopup(browser: ChromiumBrowser, page: Surface): Promise<Surface> {
  const popup = await browser.clickToolbarIcon(page);
  await popup.waitFor(() => document.querySelector('footer') !== null, [], { what: 'the popup' });
  return popup;
}

async function readPopupTimes(popup: Surface): Promise<{ first: number; full: number; shift: number }> {
  return await popup.evaluate(
    async () =>
      await new Promise((resolve) => {
        const seen: PerformanceEntry[] = [];
        const types = ['largest-contentful-paint', 'layout-shift'];
        for (const type of types) {
          new PerformanceObserver((list) => void seen.push(...list.getEntries())).observe({
            type,
            buffered: true,
          });
        }
        // What is buffered is told before the next task but one; nothing is loaded any more by then.
        requestAnimationFrame(() =>
          setTimeout(() => {
            const [paint] = performance.getEntriesByName('first-contentful-paint');
            const shifts = seen.filter(({ entryType }) => entryType === 'layout-shift');
            const paints = seen.filter(({ entryType }) => entryType === 'largest-contentful-paint');
            resolve({
              first: paint?.startTime ?? Number.NaN,
              full: Math.max(...paints.map(({ startTime }) => startTime)),
              shift: shifts.reduce((sum, entry) => sum + (Reflect.get(entry, 'value') as number), 0),
            });
          }, 100),
        );
      }),
  );
}

// What follows runs in the page or in the worker. Times there are of one clock: `timeOrigin` plus `now`.

type Notes = { upAt: number; toolbarAt: number; paintedAt: number };

function noteEvents(): void {
  const notes = globalThis as unknown as Record<string, number | null>;
  const now = (): number => performance.timeOrigin + performance.now();
  Object.assign(notes, { benchUpAt: null, benchToolbarAt: null, benchPaintedAt: null });
  addEventListener(
    'pointerup',
    (event) => {
      notes['benchUpAt'] = performance.timeOrigin + event.timeStamp;
    },
    true,
  );
  /** Our one element stands beside the body; where it takes the pointer there is something of ours. */
  const isOurs = (x: number, y: number): boolean => {
    const found = document.elementFromPoint(x, y);
    return found !== null && found !== document.body && found.parentElement === document.documentElement;
  };
  const showsToolbar = (): boolean => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed) return false;
    const rect = [...selection.getRangeAt(0).getClientRects()].at(-1);
    if (rect === undefined) return false;
    const places = [rect.left + 12, (rect.left + rect.right) / 2, rect.right - 12];
    return places.some((x) => isOurs(x, rect.bottom + 20) || isOurs(x, rect.top - 20));
  };
  const look = (): void => {
    let size = 0;
    for (const highlight of CSS.highlights.values()) size += highlight.size;
    if (size > 0) notes['benchPaintedAt'] ??= now();
    if (notes['benchUpAt'] !== null && showsToolbar()) notes['benchToolbarAt'] ??= now();
    requestAnimationFrame(look);
  };
  look();
}

function readNotes(): Notes {
  const notes = globalThis as unknown as Record<string, number | null>;
  return {
    upAt: notes['benchUpAt'] ?? Number.NaN,
    toolbarAt: notes['benchToolbarAt'] ?? Number.NaN,
    paintedAt: notes['benchPaintedAt'] ?? Number.NaN,
  };
}

function forgetNotes(): void {
  Object.assign(globalThis, { benchUpAt: null, benchToolbarAt: null, benchPaintedAt: null });
}

function countPainted(): number {
  return [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
}

function noteCommits(): void {
  const commits: number[] = [];
  Object.assign(globalThis, { benchCommits: commits });
  // Dexie takes hold of the method when it opens, so the commits are heard at the transaction itself.
  const heard = new WeakSet<IDBTransaction>();
  const write: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
  IDBObjectStore.prototype.put = function (...args) {
    const { transaction } = this;
    if (!heard.has(transaction)) {
      heard.add(transaction);
      transaction.addEventListener('complete', () => {
        commits.push(performance.timeOrigin + performance.now());
      });
    }
    return write.apply(this, args);
  };
}

function firstCommitAfter(at: number): number | null {
  const commits = Reflect.get(globalThis, 'benchCommits') as number[] | undefined;
  return commits?.find((commit) => commit > at) ?? null;
}
