import { expect, it } from 'vitest';
import {
  chooseOption,
  fillField,
  pressButton,
  readClipboard,
  readColourBehind,
  readKept,
  readPainted,
  waitForKept,
  waitForPainted,
  waitForText,
} from './reading.ts';
import { describeInBrowsers } from './scene.ts';
import { describeSeedArticle } from './seed-article.ts';

const quote = 'I can patch it for two more winters. I cannot patch it for twenty.';
const passage = 'Opponents have taken to calling the charge “tide money”';
const board = 'Haverness Harbour Board';
const all = [board, quote, passage];

describeInBrowsers('the main job', ['chromium', 'firefox'], (scene) => {
  it('tells which article this is', async () => {
    const page = await scene.open(scene.site.sampleArticlePath);
    const expected = await scene.site.expectations(scene.site.sampleArticlePath);
    const { title, facts } = await scene.withPopup(page, (popup) =>
      popup.evaluate(() => ({
        title: document.querySelector('h1')?.textContent,
        facts: document.querySelector('.article-facts')?.textContent ?? '',
      })),
    );
    expect(title).toBe(expected?.title);
    for (const author of expected?.authors ?? []) expect(facts).toContain(author);
    expect(facts).toContain('2026');
    expect(facts).toMatch(/\d min read/u);
    await page.close();
  });

  it('keeps a quote with its speaker, an entity and a highlight, and leaves the page’s DOM alone', async () => {
    const page = await scene.open(scene.site.sampleArticlePath);
    const before = await page.evaluate(() => document.documentElement.outerHTML);

    await page.selectText(quote);
    await scene.withPopup(page, async (popup) => {
      await waitForText(popup, quote);
      await pressButton(popup, 'Quote');
      await fillField(popup, '.panel input', 'Desmond Achterberg');
      await pressButton(popup, 'Keep quote');
      await waitForText(popup, 'Quote saved on this device.');
      await waitForKept(popup, 1);
    });
    await page.selectText(board);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Entity');
      await chooseOption(popup, '.panel select', 'organisation');
      await pressButton(popup, 'Tag entity');
      await waitForKept(popup, 2);
    });
    await page.selectText(passage);
    await scene.withPopup(page, async (popup) => {
      await pressButton(popup, 'Highlight in yellow');
      await waitForKept(popup, 3);
    });

    await waitForPainted(page, all);
    const after = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      // Our one element, which holds the strip beside the scrollbar as long as there are annotations.
      copy.querySelector(':scope > [popover]')?.remove();
      return copy.outerHTML;
    });
    expect(after).toBe(before);
    await page.close();
  });

  it('finds everything again after a reload, in its colours', async () => {
    const page = await scene.open(scene.site.sampleArticlePath);
    expect(await readPainted(page)).toEqual([]);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 3);
      await waitForPainted(page, all);
      const { kept, lost } = await readKept(popup);
      expect(new Set(kept)).toEqual(new Set(all));
      expect(lost).toEqual([]);
    });
    expect(await readColourBehind(page, 'taken to calling')).toEqual([253, 235, 138]);
    expect(await readColourBehind(page, 'I can patch it')).toEqual([191, 223, 247]);
    await page.close();
  });

  it('names what it paints in a way that tells the page nothing about the reader', async () => {
    const page = await scene.open(scene.site.sampleArticlePath);
    await scene.withPopup(page, (popup) => waitForKept(popup, 3));
    await waitForPainted(page, all);
    const names = await page.evaluate(() => [...CSS.highlights.keys()]);
    for (const name of names) expect(name).toMatch(/^h[0-9a-z]+$/u);
    await page.reload();
    await scene.withPopup(page, (popup) => waitForKept(popup, 3));
    await waitForPainted(page, all);
    const later = await page.evaluate(() => [...CSS.highlights.keys()]);
    expect(later.filter((name) => names.includes(name))).toEqual([]);
    await page.close();
  });

  it('exports the article as Markdown to the clipboard', async () => {
    const page = await scene.open(scene.site.sampleArticlePath);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 3);
      await pressButton(popup, 'Export');
      await pressButton(popup, 'Copy');
      await waitForText(popup, 'Copied to the clipboard.');
    });
    const markdown = await readClipboard(scene.browser);
    const expected = await scene.site.expectations(scene.site.sampleArticlePath);
    expect(markdown.startsWith(`# ${expected?.title}\n\n`)).toBe(true);
    expect(markdown).toContain(`> ${quote}\n>\n> — Desmond Achterberg\n`);
    expect(markdown).toContain(`> ${passage}`);
    expect(markdown).toMatch(/- \*\*Haverness Harbour Board\*\* \(organisation\), \d+ mentions?\n {2}- /u);
    expect(markdown).toContain(`<${scene.site.url(scene.site.sampleArticlePath)}>`);
    await page.close();
  });

  it('exports everything as Web Annotation JSON-LD to a file', async () => {
    const page = await scene.open(scene.site.sampleArticlePath);
    await scene.withPopup(page, async (popup) => {
      await waitForKept(popup, 3);
      await pressButton(popup, 'Export');
      await chooseOption(popup, 'select[name=scope]', 'all');
      await chooseOption(popup, 'select[name=format]', 'jsonld');
      await pressButton(popup, 'Save file');
      await waitForText(popup, 'Saved as Pressmark.jsonld.');
    });
    const file = JSON.parse(await scene.browser.readDownload('Pressmark.jsonld')) as {
      type: string;
      first: { items: { motivation: string; target: { selector: { exact?: string }[] } }[] };
    };
    expect(file.type).toBe('AnnotationCollection');
    const exacts = file.first.items.map((item) => item.target.selector[0]?.exact);
    expect(new Set(exacts)).toEqual(new Set(all));
    expect(file.first.items.map((item) => item.motivation).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'highlighting',
      'highlighting',
      'identifying',
    ]);
    await page.close();
  });
});

describeSeedArticle();
