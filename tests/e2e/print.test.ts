import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { ChromiumBrowser } from '../support/chromium.ts';
import { palette } from '../../utils/painting/palette.ts';
import { pressButton, waitForKept, waitForPainted, waitForText } from './reading.ts';
import { describeInBrowsers } from './scene.ts';

/** A colour as a PDF sets it to fill with. */
function fillOperatorOf(hex: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return `${channels.map((channel) => String(Number(channel.toFixed(4))).replace(/^0(?=\.)/u, '')).join(' ')} rg`;
}

/** What a PDF draws, as text. */
function drawingsOf(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const drawings = [...source.matchAll(/stream\r?\n/gu)].map(({ index, 0: { length } }) => {
    const start = index + length;
    try {
      return inflateSync(pdf.subarray(start, source.indexOf('endstream', start))).toString('latin1');
    } catch {
      // A font or a picture, packed in another way.
      return '';
    }
  });
  return drawings.join('\n');
}

describeInBrowsers('the printed page', ['chromium'], (scene) => {
  it.each(['/2026/11/harbour-levy', '/long-reads/salt-road'])(
    'shows the highlights of %s in colours for paper, without background graphics too',
    async (path) => {
      const page = await scene.open(path);
      const words = await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('article p')];
        const long = paragraphs.find(
          (p) => p.firstChild instanceof Text && p.firstChild.data.trim().length > 60,
        );
        return (long?.firstChild?.textContent ?? '').trim().split(/\s+/u).slice(1, 6).join(' ');
      });
      await page.selectText(words);
      await scene.withPopup(page, async (popup) => {
        await waitForText(popup, words);
        await pressButton(popup, 'Highlight in pink');
        await waitForKept(popup, 1);
      });
      await waitForPainted(page, [words]);
      const browser = scene.browser as ChromiumBrowser;
      const pdf = Buffer.from(await browser.pageOf(page).pdf({ printBackground: false }));
      const drawn = drawingsOf(pdf);
      expect(drawn).toContain(fillOperatorOf(palette.light.pink.fill));
      expect(drawn).not.toContain(fillOperatorOf(palette.dark.pink.fill));
      // The dashes under it, for printers and browsers that leave fills out.
      expect(drawn).toContain(fillOperatorOf(palette.light.pink.line).replace('rg', 'RG'));
      await page.close();
    },
  );
});
