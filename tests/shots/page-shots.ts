import { readFileSync } from 'node:fs';
import type { MessageKey } from '../../utils/i18n/translator.ts';
import type { ReaderBrowser, Surface } from '../support/driver.ts';
import { poll } from '../support/poll.ts';
import type { Site } from '../support/site.ts';

export type PageShots = {
  readonly browser: ReaderBrowser;
  readonly site: Site;
  readonly lang: string;
  readonly take: (surface: Surface, name: string) => Promise<void>;
};

const path = '/2026/11/harbour-levy';
const promise = 'Others want a firmer promise.';
const sentence = 'Smaller boats will pay less, but they will pay.';
const part = 'boats will pay less';
const saying = 'Let us pay in August.';
const rest = 'Do those two things and you will not hear another word from the boats.';

/** Pictures of what Pressmark shows in pages: toolbar, naming, cards and strip, on light, dark and leftward pages. */
export async function takeInPages(shots: PageShots): Promise<void> {
  const page = await openActive(shots, path);
  await takeToolbars(shots, page);
  await takeNaming(shots, page);
  await takeCards(shots, page);
  await page.close();
  await takeForeignPages(shots);
}

async function takeToolbars({ browser, take, lang }: PageShots, page: Surface): Promise<void> {
  const name = namesIn(lang);
  await page.selectText(promise);
  await browser.waitForOurText(page, name('kind_quote'));
  await take(page, 'toolbar');
  await page.setViewport({ width: 320, height: 640 });
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.selectText('Others want');
  await browser.waitForOurText(page, name('toolbarMore'));
  await take(page, 'toolbar-narrow');
  await browser.pressOurButton(page, name('toolbarMore'));
  await browser.waitForOurText(page, name('toolbarCopy'));
  await take(page, 'toolbar-more');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.setViewport({ width: 1200, height: 900 });
}

async function takeNaming({ browser, take, lang }: PageShots, page: Surface): Promise<void> {
  const name = namesIn(lang);
  await page.selectText('Haverness Harbour Board');
  await browser.pressOurButton(page, name('kind_entity'));
  await browser.waitForOurText(page, name('toolbarName'));
  await take(page, 'toolbar-types');
  await browser.pressOurButton(page, name('toolbarName'));
  const first = await openedFrame(browser, page);
  await take(page, 'naming-new');
  await submit(first);
  await browser.waitForOurText(page, name('savedEntity'));
  await page.selectText('Amara Nwosu-Finch');
  await browser.pressOurButton(page, name('kind_entity'));
  await browser.pressOurButton(page, name('toolbarName'));
  const second = await openedFrame(browser, page);
  await second.type('h');
  await second.press('ArrowDown');
  await take(page, 'naming-known');
  await leave(second);
}

async function takeCards({ browser, take, lang }: PageShots, page: Surface): Promise<void> {
  const name = namesIn(lang);
  await page.selectText(sentence);
  await browser.pressOurButton(page, name('toolbarNote'));
  const noted = await openedFrame(browser, page);
  await noted.type('Ask **her** about [August](https://example.org/august)');
  await submit(noted);
  await browser.waitForOurText(page, name('savedChanges'));
  await page.selectText(part);
  await browser.pressOurButton(page, name('toolbarTag'));
  const tagged = await openedFrame(browser, page);
  await tagged.type('boats, levy');
  await submit(tagged);
  await browser.waitForOurText(page, name('savedChanges'));
  await page.selectText(rest);
  await browser.pressOurButton(page, name('kind_quote'));
  const quoted = await openedFrame(browser, page);
  // Closed or not, the next selection can join the quote; open, the card may lie on the words.
  await leave(quoted);
  await page.selectText(saying);
  await browser.waitForOurText(page, name('toolbarPiece'));
  await take(page, 'toolbar-piece');
  await browser.pressOurButton(page, name('toolbarPiece'));
  await browser.waitForOurText(page, name('pieceAdded'));
  const joined = await openedFrame(browser, page);
  await take(page, 'card-pieces');
  await leave(joined);
  await clickText(page, part);
  const pile = await openedFrame(browser, page);
  await take(page, 'card-pile');
  await leave(pile);
}

async function takeForeignPages(shots: PageShots): Promise<void> {
  const { browser, take, lang } = shots;
  const name = namesIn(lang);
  for (const [place, title] of [
    ['/ar/local/reading-room', 'rtl'],
    ['/long-reads/salt-road', 'dark-page'],
    ['/kinh-te/cau-cang-123.html', 'vietnamese-page'],
  ] as const) {
    const page = await openActive(shots, place);
    // By keys: a hand that goes from the left to the right selects upwards in Arabic.
    await selectSomeWords(page);
    await browser.runCommand('focus-toolbar', page);
    await browser.waitForOurText(page, name('kind_quote'));
    await take(page, `toolbar-${title}`);
    await page.press('Enter');
    await browser.waitForOurText(page, name('savedHighlight'));
    await take(page, `strip-${title}`);
    await page.close();
  }
}

async function selectSomeWords(page: Surface): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node !== null && !(node.parentElement?.matches('p') === true && (node as Text).length > 60)) {
      node = walker.nextNode();
    }
    if (!(node instanceof Text)) throw new Error('expected a paragraph');
    const end = node.data.indexOf(' ', 40);
    const start = node.data.search(/\S/u);
    getSelection()?.setBaseAndExtent(node, start, node, end);
  });
}

async function openActive({ browser, site }: PageShots, place: string): Promise<Surface> {
  const page = await browser.openPage(site.url(place));
  const popup = await browser.clickToolbarIcon(page);
  await popup.waitFor(() => document.querySelector('footer') !== null);
  await browser.closePopup(popup);
  return page;
}

/** Closes a frame by its button: for a key whose frame goes away with it Chromium waits, and takes no other. */
async function leave(frame: Surface): Promise<void> {
  await frame.evaluate(() => document.querySelector<HTMLElement>('.card-head button')?.click());
}

async function submit(frame: Surface): Promise<void> {
  await frame.evaluate(() => document.querySelector<HTMLElement>('form [type=submit]')?.click());
}

/** The frame of ours in the page that is there now, filled and sized. */
async function openedFrame(browser: ReaderBrowser, page: Surface): Promise<Surface> {
  let frame = await browser.frameIn(page, 'card.html');
  await poll(
    async () => {
      frame = await browser.frameIn(page, 'card.html');
      return await frame.evaluate(
        () => document.querySelector('form') !== null && innerHeight >= document.documentElement.offsetHeight,
      );
    },
    { what: 'the frame to be filled and sized' },
  );
  return frame;
}

async function clickText(page: Surface, words: string): Promise<void> {
  const place = await page.evaluate((wanted: string) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at === -1 || node.parentElement?.checkVisibility() !== true) continue;
      node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`expected the words ${wanted}`);
  }, words);
  await page.clickAt(place);
}

/** What a catalogue calls things: buttons are found by their names. */
function namesIn(lang: string): (key: MessageKey) => string {
  const file = readFileSync(`public/_locales/${lang}/messages.json`, 'utf8');
  const messages = JSON.parse(file) as Record<string, { readonly message: string }>;
  return (key) => messages[key]?.message ?? key;
}
