import { expect, it } from 'vitest';
import type { Surface } from '../support/driver.ts';
import {
  fillField,
  pressButton,
  pressButtonOf,
  waitForKept,
  waitForPainted,
  waitForText,
} from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const path = '/2026/11/harbour-levy';
const kept = 'I can patch it for two more winters. I cannot patch it for twenty.';
const below = 'Others want a firmer promise.';

/** The marks of the reader view: the words of each, and how it is told to screen readers. */
async function readMarks(panel: Surface): Promise<string[]> {
  return await panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.read mark')].map(
      (mark) => `${mark.dataset['label'] ?? ''}${mark.textContent}`,
    ),
  );
}

async function waitForMarks(panel: Surface, marks: readonly string[]): Promise<void> {
  await panel.waitFor(
    (wanted: string) =>
      [...document.querySelectorAll<HTMLElement>('.read mark')]
        .map((mark) => `${mark.dataset['label'] ?? ''}${mark.textContent}`)
        .join('|') === wanted,
    [marks.join('|')],
    { what: `the marks ${marks.join(' | ')}` },
  );
}

/** Scrolls to words of the reader view and waits until they stay: what comes into view is laid out then. */
async function goTo(panel: Surface, words: string): Promise<void> {
  await panel.waitFor(
    (words: string) => {
      const blocks = [...document.querySelectorAll<HTMLElement>('[data-start]')];
      const block = blocks.find((one) => one.textContent?.includes(words));
      if (block === undefined) return false;
      block.scrollIntoView({ block: 'center', behavior: 'instant' });
      const middle = block.getBoundingClientRect().top + block.offsetHeight / 2;
      const isThere = Math.abs(Number(block.dataset['seenAt']) - middle) < 1;
      block.dataset['seenAt'] = String(middle);
      return isThere;
    },
    [words],
    { what: `"${words}" in the reader view` },
  );
}

/** Whether the words are in the window of the page. */
async function waitForInView(page: Surface, words: string): Promise<void> {
  await page.waitFor(
    (words: string) => {
      const block = [...document.querySelectorAll('p')].find((one) => one.textContent?.includes(words));
      const { top = -1, bottom = Infinity } = block?.getBoundingClientRect() ?? {};
      return bottom > 0 && top < innerHeight;
    },
    [words],
    { what: `"${words}" to be in view on the page` },
  );
}

describeInBrowsers('the reader view', ['chromium', 'firefox'], (scene) => {
  let page: Surface;
  let panel: Surface;

  it('shows the article with what is kept of it', async () => {
    page = await scene.open(path);
    await page.selectText(kept);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Quote');
      await pressButton(popup, 'Keep quote');
      await waitForKept(popup, 1);
    });
    const popup = await scene.openPopup(page);
    await pressButton(popup, 'Open beside the page');
    panel = await scene.browser.findExtensionPage('sidepanel.html');
    await waitForKept(panel, 1);
    await pressButton(panel, 'Read');
    await waitForText(panel, 'Haverness votes to charge ships');
    await waitForMarks(panel, [`Quote: ${kept}`]);
    const article = await panel.evaluate(() => {
      const read = document.querySelector<HTMLElement>('.read');
      const names = [...(read?.querySelectorAll('h1,h2,blockquote,figcaption') ?? [])].map(
        ({ localName }) => localName,
      );
      return { lang: read?.lang, dir: read?.dir, names: [...new Set(names)] };
    });
    expect(article).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(article.names).toEqual(expect.arrayContaining(['h1', 'h2', 'figcaption']));
    const shown = await panel.evaluate(() => document.querySelector('.read')?.textContent ?? '');
    const expected = await scene.site.expectations(path);
    for (const { first } of expected?.paragraphs ?? [])
      expect(shown.replaceAll(/\s+/gu, ' ')).toContain(first);
    for (const text of expected?.boilerplate ?? []) expect(shown).not.toContain(text);
  });

  it('begins where the reader is on the page, and goes along', async () => {
    await pressButton(panel, 'Annotations');
    await pressButtonOf(panel, kept, 'Show on the page');
    await waitForInView(page, kept);
    await pressButton(panel, 'Read');
    const isInView = (words: string): boolean => {
      const blocks = [...document.querySelectorAll('[data-start]')];
      const block = blocks.find((one) => one.textContent?.includes(words));
      const { top = -1, bottom = Infinity } = block?.getBoundingClientRect() ?? {};
      return bottom > 0 && top < innerHeight;
    };
    await panel.waitFor(isInView, [kept], { what: 'the quote in the panel' });
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await panel.waitFor(
      (words: string) => {
        const blocks = [...document.querySelectorAll('[data-start]')];
        const block = blocks.find((one) => one.textContent?.includes(words));
        return (block?.getBoundingClientRect().bottom ?? 0) < 0;
      },
      [kept],
    );
  });

  it('leads the page, from a paragraph and from a highlight', async () => {
    await goTo(panel, below);
    await panel.evaluate((words: string) => {
      const blocks = [...document.querySelectorAll<HTMLElement>('[data-start]')];
      blocks.find((one) => one.textContent?.includes(words))?.focus();
    }, below);
    await pressButton(panel, 'Show this paragraph on the page');
    await waitForInView(page, below);
    await goTo(panel, kept);
    await panel.click('.read mark [role=button]');
    await waitForInView(page, kept);
    await panel.waitFor(() => document.querySelector('.sheet .editor') !== null, [], { what: 'the editor' });
  });

  it('edits in place what a highlight holds', async () => {
    await fillField(panel, 'textarea[name=note]', 'Ai trả phần còn lại?');
    await pressButton(panel, 'Save');
    await waitForText(panel, 'Changes saved on this device.');
    await panel.waitFor(() => document.querySelector('.sheet') === null, [], { what: 'the sheet to close' });
  });

  it('keeps what is selected in it, paints it on the page at once, and takes it back', async () => {
    await goTo(panel, below);
    await panel.selectText(below);
    await waitForText(panel, 'Selected here');
    await pressButton(panel, 'Highlight in pink');
    await waitForText(panel, 'Highlight saved on this device.');
    await waitForPainted(page, [kept, below]);
    await waitForMarks(panel, [`Quote: ${kept}`, `Highlight: ${below}`]);
    await pressButton(panel, 'Undo');
    await waitForPainted(page, [kept]);
    await waitForMarks(panel, [`Quote: ${kept}`]);
  });

  it('keeps as a quote with its speaker, and as an entity', async () => {
    await goTo(panel, below);
    await panel.selectText('The Quayside Traders’ Guild');
    await pressButton(panel, 'Entity');
    await pressButton(panel, 'Tag entity');
    await waitForText(panel, 'Entity saved on this device.');
    await waitForMarks(panel, [`Quote: ${kept}`, 'Entity: The Quayside Traders’ Guild']);
    await waitForPainted(page, [kept, 'The Quayside Traders’ Guild']);
  });

  it('lets the keyboard select words and keep them', async () => {
    await goTo(panel, below);
    await panel.evaluate((words: string) => {
      const blocks = [...document.querySelectorAll<HTMLElement>('[data-start]')];
      blocks.find((one) => one.textContent?.includes(words))?.focus();
    }, below);
    await panel.press('Shift+ArrowDown');
    await waitForText(panel, 'Selected here');
    await panel.press('Enter');
    await panel.waitFor(() => document.activeElement?.matches('.sheet') === true, [], { what: 'the sheet' });
    await panel.press('Tab');
    await panel.press('Enter');
    await waitForMarks(panel, [
      `Quote: ${kept}`,
      `Highlight: ${below}`,
      'Entity: The Quayside Traders’ Guild',
    ]);
    await pressButton(panel, 'Undo');
    await waitForMarks(panel, [`Quote: ${kept}`, 'Entity: The Quayside Traders’ Guild']);
  });

  it('follows the page when its text and what is kept of it change', async () => {
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent =
        'The vote was streamed to 1,200 people, more than had ever followed a meeting in the town.';
      const first = [...document.querySelectorAll('p')].find((one) =>
        one.textContent?.startsWith('The charge, set at'),
      );
      first?.before(paragraph);
    });
    // What is not near the window is not laid out, and has no `innerText`.
    await panel.waitFor(
      () => document.querySelector('.read')?.textContent?.includes('The vote was streamed to 1,200 people'),
      [],
      { what: 'the new paragraph' },
    );
    await page.selectText(below);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Highlight in blue');
      await waitForKept(popup, 3);
    });
    await waitForMarks(panel, [
      `Quote: ${kept}`,
      `Highlight: ${below}`,
      'Entity: The Quayside Traders’ Guild',
    ]);
    expect(await readMarks(panel)).toHaveLength(3);
  });

  it('remembers how the reader wants it to look', async () => {
    await pressButton(panel, 'Text and colours');
    await panel.click('.choice-theme-sepia');
    await panel.click('.choice-size-large');
    const size = (): string => getComputedStyle(document.querySelector('.read') ?? document.body).fontSize;
    await panel.waitFor(() => document.documentElement.dataset['readtheme'] === 'sepia');
    expect(await panel.evaluate(size)).toBe('19.5px');
    await panel.reload();
    await pressButton(panel, 'Read');
    await waitForText(panel, 'Haverness votes to charge ships');
    expect(await panel.evaluate(size)).toBe('19.5px');
    await pressButton(panel, 'Annotations');
    await panel.waitFor(() => document.documentElement.dataset['readtheme'] === undefined);
  });

  it('says so where there is no article', async () => {
    await pressButton(panel, 'Read');
    const front = await scene.open('/');
    await scene.withPopup(front, (popup) => waitForText(popup, 'No article was found'));
    await waitForText(panel, 'There is no article on this page');
    await front.close();
  });
});
