import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { launchChromium } from '../../support/chromium.ts';
import { startSite } from '../../support/site.ts';
import setup from '../../e2e/build.ts';
import { bundleForPage } from '../bundle.ts';
import { timeKeeping, timePopup } from './flows.ts';
import type { PaintingRow } from './page/main.ts';

const usage = 'npm run bench:reader -- [--rounds N] [--words N] [--highlights N]';

/**
 * Prints what a reader waits for in the built extension in real Chromium, and what painting costs against wrapping
 * the text in elements.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '20' },
      words: { type: 'string', default: '20000' },
      highlights: { type: 'string', default: '1000' },
    },
  });
  const [rounds, words, highlights] = [values.rounds, values.words, values.highlights].map(Number);
  if (!(rounds && words && highlights)) throw new Error(`expected ${usage}`);
  setup();
  const site = await startSite();
  const browser = await launchChromium({
    firstPage: 'welcome.html',
    extensionDir: resolve('.output/chrome-mv3'),
    viewport: { width: 1200, height: 900 },
  });
  try {
    console.log(`what a reader waits for, of ${rounds} times        median    95 %`);
    const kept = await timeKeeping(browser, site, rounds);
    for (const [flow, times] of Object.entries(kept)) printTimes(flow, times, 'ms');
    const { 'layout shift': shifts, ...opened } = await timePopup(browser, site, rounds);
    for (const [what, times] of Object.entries(opened)) printTimes(`popup, ${what}`, times, 'ms');
    console.log(`popup, layout shift while it fills: at most ${Math.max(...shifts).toFixed(3)}`);

    const page = await browser.browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    await page.bringToFront();
    await page.evaluate(
      await bundleForPage({ entry: join(import.meta.dirname, 'page/main.ts'), name: 'benchReader' }),
    );
    const rows = await page.evaluate(
      async (words, highlights) =>
        await (
          globalThis as unknown as {
            benchReader: { runPainting: (words: number, highlights: number) => Promise<PaintingRow[]> };
          }
        ).benchReader.runPainting(words, highlights),
      words,
      highlights,
    );
    printPainting(rows, words, highlights);
  } finally {
    await browser.close();
    await site.close();
  }
}

function printTimes(name: string, times: readonly number[], unit: string): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
  console.log(`${name.padEnd(46)}${at(0.5).padStart(8)} ${at(0.95).padStart(7)} ${unit}`);
}

function printPainting(rows: readonly PaintingRow[], words: number, highlights: number): void {
  console.log(`\n${highlights} highlights on ${words} words, ms; frames while scrolling from top to end`);
  console.log('way         paint   drawn  remove    hit   frame  95 %  over 50 ms');
  for (const row of rows) {
    const { paint, drawn, remove, hit, frame, frame95, slow, frames } = row;
    console.log(
      [
        row.way.padEnd(10),
        ...[paint, drawn, remove].map((ms) => ms.toFixed(1).padStart(7)),
        hit.toFixed(3).padStart(7),
        frame.toFixed(1).padStart(7),
        frame95.toFixed(1).padStart(5),
        `${slow} of ${frames}`.padStart(11),
      ].join(' '),
    );
  }
  const [, own, elements] = rows;
  if (own === undefined || elements === undefined) return;
  const ratio = (a: number, b: number): string => `${(a / b).toFixed(1)} x`;
  console.log(
    `wrapping in elements takes ${ratio(elements.paint + elements.drawn, own.paint + own.drawn)} as long to paint and draw, ${ratio(elements.remove, own.remove)} to remove`,
  );
}

await main();
