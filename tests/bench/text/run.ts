import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { bundleForPage } from '../bundle.ts';

type Timing = { readonly length: number; readonly buildMs: number; readonly foldMs: number };

const lengths = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 600_000, 1_000_000];

/** Prints how long building and folding the page text takes as pages grow: it has to be linear. */
async function main(): Promise<void> {
  const script = await bundleForPage({
    entry: join(import.meta.dirname, 'page-side.ts'),
    name: 'benchText',
  });
  const browser = await launch({
    executablePath: process.env['PRESSMARK_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.evaluate(script);
    console.log('characters  build ms  fold ms  build µs per 1000  fold µs per 1000');
    for (const length of lengths) {
      const timing = await page.evaluate(
        (length) =>
          (globalThis as unknown as { benchText: { run: (length: number) => Timing } }).benchText.run(length),
        length,
      );
      console.log(formatLine(timing));
    }
  } finally {
    await browser.close();
  }
}

function formatLine({ length, buildMs, foldMs }: Timing): string {
  const perThousand = (ms: number) => ((ms * 1_000_000) / length).toFixed(0);
  return [
    String(length).padStart(10),
    buildMs.toFixed(1).padStart(8),
    foldMs.toFixed(1).padStart(7),
    perThousand(buildMs).padStart(17),
    perThousand(foldMs).padStart(16),
  ].join('  ');
}

await main();
