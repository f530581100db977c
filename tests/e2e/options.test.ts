import { expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import type { ChromiumBrowser } from '../support/chromium.ts';
import type { Surface } from '../support/driver.ts';
import { poll } from '../support/poll.ts';
import {
  pressButton,
  readIcon,
  tabTo,
  waitForBadge,
  waitForKept,
  waitForPainted,
  waitForText,
} from './reading.ts';
import { describeInBrowsers } from './scene.ts';

declare const chrome: typeof browser;

const words = 'Others want a firmer promise.';
const lost = 'Smaller boats will pay less, but they will pay.';
const third = 'Nobody in this room built the wall';
const path = '/2026/11/harbour-levy';
const ink = 'rgb(28, 26, 23)';

/** Presses the button or link, by keyboard. */
async function pressByKey(surface: Surface, name: string): Promise<void> {
  await tabTo(surface, `[aria-label="${name}"]`);
  await surface.press('Enter');
}

/** Waits until a live region says it. */
async function waitForSaid(surface: Surface, words: string): Promise<void> {
  const isSaid = (words: string): boolean =>
    [...document.querySelectorAll('[role=status]')].some((one) => one.textContent === words);
  await surface.waitFor(isSaid, [words], { what: `"${words}" to be said` });
}

async function waitForGround(surface: Surface, colour: string): Promise<void> {
  const isGround = (colour: string): boolean => getComputedStyle(document.body).backgroundColor === colour;
  await surface.waitFor(isGround, [colour], { what: `the ground to be ${colour}` });
}

describeInBrowsers('the settings, by keyboard', ['chromium', 'firefox'], (scene) => {
  let page: Surface;
  let settings: Surface;

  it('open on a page with a kept passage', async () => {
    page = await scene.open(path);
    for (const [index, passage] of [words, lost].entries()) {
      await page.selectText(passage);
      await scene.withPopup(page, async (popup) => {
        await waitForText(popup, passage);
        await pressButton(popup, `Highlight in ${['yellow', 'green'][index]}`);
        await waitForKept(popup, index + 1);
      });
    }
    settings = await scene.browser.openExtensionPage('options.html');
    await waitForText(settings, 'Kept: 1 article, 2 annotations, 0 entities.');
    await settings.setColorScheme('light');
  });

  it('change the language of settings, popup and page at once', async () => {
    await tabTo(settings, '[name=language]');
    await settings.press('ArrowDown');
    await waitForSaid(settings, 'Saved on this device.');
    await settings.press('ArrowDown');
    await waitForText(settings, 'Cài đặt Pressmark');
    await waitForSaid(settings, 'Đã lưu trên thiết bị này.');
    expect(await settings.evaluate(() => document.documentElement.lang)).toBe('vi');
    await scene.withPopup(page, (popup) => waitForText(popup, 'Cài đặt'));
    await page.selectText('The name has stuck');
    await scene.browser.waitForOurText(page, 'Lời trích');
    await poll(async () => (await readIcon(scene.browser, page)).title.includes('2 chú thích'), {
      what: 'the icon to speak Vietnamese',
    });
    await settings.bringToFront();
    await tabTo(settings, '[name=language]');
    await settings.press('ArrowUp');
    await waitForText(settings, 'Pressmark settings');
  });

  it('change the theme of everything', async () => {
    await scene.browser.runCommand('next-annotation', page);
    await scene.browser.pressOurButton(page, 'Edit');
    const card = await scene.browser.frameIn(page, 'card.html');
    await card.setColorScheme('light');
    await settings.bringToFront();
    await tabTo(settings, '[name=theme]');
    await settings.press('ArrowDown');
    await settings.press('ArrowDown');
    await waitForGround(settings, ink);
    await waitForGround(card, ink);
    await scene.withPopup(page, (popup) => waitForGround(popup, ink));
    await settings.reload();
    await waitForGround(settings, ink);
  });

  it('give a colour the reader’s own name, wherever it is named', async () => {
    await settings.bringToFront();
    await tabTo(settings, '[name=colour-pink]');
    await settings.type('to check');
    await settings.press('Enter');
    await waitForSaid(settings, 'Pink is now called “to check”.');
    await page.bringToFront();
    await page.selectText(third);
    await scene.browser.pressOurButton(page, 'Highlight in to check');
    await waitForPainted(page, [words, lost, third]);
  });

  it('show on the icon how many annotations the page has', async () => {
    const face = await waitForBadge(scene.browser, page, '3');
    expect(face).toEqual({ text: '3', title: 'Pressmark: 3 annotations on this page', isRed: false });
    await settings.bringToFront();
    await tabTo(settings, '[name=showsBadge]');
    await settings.press(' ');
    await waitForSaid(settings, 'Number on the icon: off.');
    await waitForBadge(scene.browser, page, '');
    await settings.bringToFront();
    await tabTo(settings, '[name=showsBadge]');
    await settings.press(' ');
    await waitForSaid(settings, 'Number on the icon: on.');
    await waitForBadge(scene.browser, page, '3');
  });

  it('clear the icon when the tab goes on, and fill it when the reader comes back', async () => {
    await page.goto(scene.site.url(scene.site.vietnameseArticlePath));
    const face = await waitForBadge(scene.browser, page, '');
    expect(face.title).toBe('Pressmark: open this article');
    await page.evaluate(() => history.back());
    await page.waitFor((path: string) => location.pathname === path, [path]);
    // Where the browser has not kept the page, a click brings us back.
    await scene.withPopup(page, (popup) => waitForKept(popup, 3));
    await waitForBadge(scene.browser, page, '3');
  });

  it('turn the number red when something is no longer found, and say so', async () => {
    scene.site.setEdition(path, 'cut');
    await page.reload();
    await scene.withPopup(page, (popup) => waitForText(popup, 'Not found on the page'));
    const face = await waitForBadge(scene.browser, page, '3');
    expect(face).toEqual({
      text: '3',
      title: 'Pressmark: 3 annotations on this page, 1 of them no longer found',
      isRed: true,
    });
    scene.site.setEdition(path, 'original');
  });

  it('change single keys, one for each act, and take them back', async () => {
    await settings.bringToFront();
    await pressByKey(settings, 'Change the key for: Highlight in green');
    await settings.press('Control+g');
    await waitForSaid(settings, 'Press one key alone, without Ctrl, Alt or the Windows or Command key.');
    await settings.press('q');
    await waitForSaid(settings, 'Highlight in green: Q. This key no longer does: Keep as quote.');
    await settings.reload();
    // The usual keys are shown until the library has told the reader's.
    await settings.waitFor(() => document.querySelector('.key-rows')?.textContent?.includes('Q') === true);
    expect(await readKeys(settings, 'Highlight in green')).toBe('Q');
    expect(await readKeys(settings, 'Keep as quote')).toBe('not set');
    await pressByKey(settings, 'Change the key for: Keep as quote');
    await settings.press('Escape');
    await waitForSaid(settings, 'Nothing was changed.');
    await pressByKey(settings, 'Switch off the key for: Highlight in green');
    await waitForSaid(settings, 'Highlight in green: no key.');
    await pressByText(settings, 'Back to the usual keys');
    await waitForSaid(settings, 'The usual keys are back.');
    expect(await readKeys(settings, 'Highlight in green')).toBe('2');
  });

  it('add an entity type, and take it away with a way back', async () => {
    await tabTo(settings, '[name=new-type]');
    await settings.type('Ship');
    await settings.press('Enter');
    await waitForSaid(settings, '“Ship” can now be chosen for entities.');
    await settings.type('place');
    await settings.press('Enter');
    await waitForSaid(settings, '“Place” is there already.');
    await pressByText(settings, 'Remove Ship');
    await waitForSaid(settings, '“Ship” is no longer offered. Entities that have this type keep it.');
    expect(await settings.evaluate(() => document.activeElement?.id)).toBe('types-title');
    await pressByText(settings, 'Undo');
    await waitForText(settings, 'Remove Ship');
  });

  it('allow a site by its address, and take it back', async () => {
    const { origin, host, hostname } = new URL(scene.site.url('/'));
    await scene.browser.approveSite(origin);
    await settings.bringToFront();
    await tabTo(settings, '[name=site]');
    await settings.type('harbour');
    await settings.press('Enter');
    await waitForSaid(
      settings,
      'This is no address of a site. Type it as the address bar shows it, such as example.org.',
    );
    await settings.press('Control+a');
    await settings.type(`http://${host}`);
    await settings.press('Enter');
    await waitForSaid(settings, `Highlights now show by themselves on ${hostname}.`);
    await pressByText(settings, `Stop on ${hostname}`);
    await waitForText(settings, 'None. Highlights show when you click the icon on an article.');
  });

  it('tell that everything stays, once the browser has agreed', async () => {
    // Chromium keeps it anyway, since we may store without limit.
    if (scene.browser.name === 'firefox') {
      await pressByText(settings, 'Ask the browser never to clear it');
      await waitForSaid(settings, 'The browser has agreed never to clear it by itself.');
    }
    await waitForText(settings, 'The browser keeps it until you remove it yourself.');
  });
});

describeInBrowsers('the shortcuts of the browser, in the settings', ['firefox'], (scene) => {
  it('are recorded, told apart, and set back', async () => {
    const settings = await scene.browser.openExtensionPage('options.html');
    await waitForText(settings, 'Alt+Shift+M');
    await pressByKey(settings, 'Change the key for: Highlight the selection');
    await settings.press('j');
    await waitForSaid(settings, 'Hold Ctrl or Alt while you press the key.');
    await settings.press('Alt+Shift+j');
    await waitForSaid(settings, 'Highlight the selection: Alt+Shift+J.');
    await pressByKey(settings, 'Change the key for: Keep the selection as a quote');
    await settings.press('Alt+Shift+j');
    await waitForSaid(
      settings,
      'Alt+Shift+J is already the shortcut for: Highlight the selection. Nothing was changed.',
    );
    const shortcut = await scene.browser.evaluateInBackground(async () => {
      const commands = await chrome.commands.getAll();
      return commands.find(({ name }) => name === 'keep-highlight')?.shortcut;
    });
    expect(shortcut).toBe('Alt+Shift+J');
    await pressByKey(settings, 'Usual keys for: Highlight the selection');
    await waitForText(settings, 'Alt+Shift+M');
  });
});

describeInBrowsers('the shortcuts of the browser, in the settings', ['chromium'], (scene) => {
  it('are changed on the browser’s own page, which opens from there', async () => {
    const settings = await scene.browser.openExtensionPage('options.html');
    await pressByText(settings, 'Change them in the browser');
    const { browser } = scene.browser as ChromiumBrowser;
    const opened = await browser.waitForTarget((target) => target.url().startsWith('chrome://extensions'));
    expect(opened.url()).toBe('chrome://extensions/shortcuts');
  });
});

/** Goes to the button with that text and presses it. */
async function pressByText(surface: Surface, text: string): Promise<void> {
  const mark = (text: string): boolean => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent === text);
    button?.setAttribute('data-wanted', text);
    return button !== undefined;
  };
  await surface.waitFor(mark, [text], { what: `the button "${text}"` });
  await tabTo(surface, `[data-wanted="${text}"]`);
  await surface.press('Enter');
}

/** The keys that the table shows for an act. */
async function readKeys(surface: Surface, act: string): Promise<string> {
  await surface.waitFor(() => document.querySelector('.key-rows .key-buttons') !== null);
  return await surface.evaluate((act: string) => {
    const row = [...document.querySelectorAll('.key-rows li')].find(
      (one) => one.querySelector('.key-act')?.textContent === act,
    );
    return row?.querySelector('kbd')?.textContent ?? '';
  }, act);
}
