import { expect, it } from 'vitest';
import {
  pressButton,
  readColourBehind,
  readKept,
  readPainted,
  waitForKept,
  waitForPainted,
  waitForText,
} from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const words = 'The name has stuck, to the council’s annoyance';
const path = '/2026/11/harbour-levy';
/** Stands once in the article that every hostile page carries. */
const hostileSentence = 'He was asked to send it again in triplicate.';

describeInBrowsers('when things go wrong', ['chromium', 'firefox'], (scene) => {
  it('says that nothing was saved when storage fails, paints nothing, and saves once it works again', async () => {
    const page = await scene.open(path);
    await page.selectText(words);
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, words);
      await scene.browser.evaluateInBackground(() => {
        const store = IDBObjectStore.prototype;
        Object.assign(store, { real: Reflect.get(store, 'put') });
        store.put = () => {
          throw new DOMException('The disk is full', 'QuotaExceededError');
        };
      });
      await pressButton(popup, 'Highlight in yellow');
      await waitForText(popup, 'The disk is full, so this was not saved.');
      expect(await readPainted(page)).toEqual([]);
      expect(await readKept(popup)).toEqual({ kept: [], lost: [] });
      await scene.browser.evaluateInBackground(() => {
        const store = IDBObjectStore.prototype as IDBObjectStore & { real: IDBObjectStore['put'] };
        Object.assign(store, { put: Reflect.get(store, 'real') });
      });
      await pressButton(popup, 'Highlight in yellow');
      await waitForKept(popup, 1);
    });
    await waitForPainted(page, [words]);
    await page.close();
  });

  it('goes on after the background was stopped', async () => {
    const page = await scene.open(path);
    await scene.withPopup(page, (popup) => waitForKept(popup, 1));
    await scene.browser.stopWorker();
    await page.selectText('Others want a firmer promise.');
    await scene.browser.pressOurButton(page, 'Highlight in green');
    await waitForPainted(page, [words, 'Others want a firmer promise.']);
    await page.close();
  });

  it('says that the selected words are gone when the page took them away before the press', async () => {
    const page = await scene.open('/hostile/deletes');
    await page.selectText(hostileSentence);
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, hostileSentence);
      await page.evaluate(() => (window as unknown as { emptyArticle(): void }).emptyArticle());
      await pressButton(popup, 'Highlight in yellow');
      await waitForText(popup, 'the selected words are gone');
    });
    expect(await readPainted(page)).toEqual([]);
    await page.close();
  });

  it('keeps the selected words when the page put new nodes with the same words in their place', async () => {
    const page = await scene.open('/hostile/deletes');
    await page.selectText(hostileSentence);
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, hostileSentence);
      await page.evaluate(() => (window as unknown as { replaceArticle(): void }).replaceArticle());
      await pressButton(popup, 'Highlight in yellow');
      await waitForKept(popup, 1);
    });
    await waitForPainted(page, [hostileSentence]);
    await page.close();
  });

  it('says what kind of page it is on where nothing can be done', async () => {
    const page = await scene.browser.openPage(
      scene.browser.name === 'firefox' ? 'about:license' : 'chrome://version/',
    );
    await scene.withPopup(page, (popup) => waitForText(popup, 'Browsers let no extension work on this page'));
    await page.close();
    const empty = await scene.browser.openPage('about:blank');
    await scene.withPopup(empty, (popup) =>
      waitForText(popup, 'Open a news article and click the icon there.'),
    );
    await empty.close();
    const pdf = await scene.open('/pdf');
    await scene.withPopup(pdf, (popup) =>
      waitForText(popup, 'Open a news article and click the icon there.'),
    );
    await pdf.close();
  });

  it('says that a front page is no article and keeps what is selected there all the same', async () => {
    const page = await scene.open('/');
    const headline = 'Nobody has seen it done. Everybody has heard it.';
    await page.selectText(headline);
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, 'No article was found on this page.');
      await pressButton(popup, 'Highlight in pink');
      await waitForKept(popup, 1);
    });
    await waitForPainted(page, [headline]);
    await page.close();
  });

  it.each(['redefines', 'clobbers'])('works on a page that %s what scripts rely on', async (name) => {
    const page = await scene.open(`/hostile/${name}`);
    await page.selectText(hostileSentence);
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, hostileSentence);
      await pressButton(popup, 'Highlight in blue');
      await waitForText(popup, 'Highlight saved on this device.');
    });
    // What the page's own scripts would say of it cannot be trusted here; its pixels can.
    expect(await readColourBehind(page, hostileSentence.slice(0, 20))).toEqual([191, 223, 247]);
    await scene.withPopup(page, async (popup) => {
      // The same story at two addresses is one article, so more may be kept of it by now.
      await waitForText(popup, hostileSentence);
      const { kept, lost } = await readKept(popup);
      expect(kept).toContain(hostileSentence);
      expect(lost).toEqual([]);
    });
    await page.close();
  });
});

// Generating and laying out such a page takes longer than everything else; one browser is enough.
describeInBrowsers('a page of 200,000 elements', ['chromium'], (scene) => {
  it('is annotated all the same, and the reader is told that its article was not looked for', async () => {
    const page = await scene.open('/generated/huge?elements=200000');
    const sentence = await page.evaluate(() =>
      (document.querySelector('p')?.textContent ?? '').trim().slice(0, 60),
    );
    await page.selectText(sentence);
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, 'too large');
      await pressButton(popup, 'Highlight in yellow');
      await waitForKept(popup, 1);
    });
    expect(await page.evaluate(() => document.title)).not.toBe('');
    await page.close();
  });
});
