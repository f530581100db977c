import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { launch, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { ensureBrowser } from '../../support/browsers.ts';
import type { PageOptions, TrialRow } from './page/run-page.ts';
import { summarise } from './report.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    highlights: { type: 'string', default: '24' },
    singles: { type: 'string', default: '6' },
    scenarios: { type: 'string' },
    engines: { type: 'string' },
    /** `0/2`: every second page from the first. */
    pages: { type: 'string', default: '0/1' },
  },
});

const here = dirname(fileURLToPath(import.meta.url));

async function bundlePageSide(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      lib: { entry: join(here, 'page/main.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('expected a bundle');
  return output.output[0].code;
}

type BenchPage = { readonly id: string; readonly html: string };

function readPages(): BenchPage[] {
  const folder = join(values.corpus, 'pages');
  if (!existsSync(folder)) {
    console.log(
      `No corpus at ${values.corpus}: pass --corpus with the folder that has pages/ in it. Using our fixtures only.`,
    );
  }
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html.gz')) : [];
  const fixtures = join(here, '../../fixtures/pages');
  return [
    ...files.map((name) => ({
      id: name.replace('.html.gz', ''),
      html: gunzipSync(readFileSync(join(folder, name))).toString('utf8'),
    })),
    ...readdirSync(fixtures)
      .filter((name) => name.endsWith('.html') && !name.includes('fragment'))
      .map((name) => ({
        id: `own-${name.replace('.html', '')}`,
        html: readFileSync(join(fixtures, name), 'utf8'),
      })),
  ];
}

function selectPages(pages: readonly BenchPage[]): BenchPage[] {
  const [rest = 0, parts = 1] = values.pages.split('/').map(Number);
  return pages.filter((_, at) => at % parts === rest);
}

/** Words to edit with: those of the next page, so that they are of the kind and, mostly, of the language. */
function vocabularyOf(html: string): string[] {
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>|&\w+;/gu, ' ');
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word).slice(0, 4_000);
}

async function load(page: Page, html: string): Promise<void> {
  await page.setContent(html.replace(/<script[\s\S]*?<\/script>|<meta[^>]+http-equiv[^>]*>/giu, ''), {
    waitUntil: 'domcontentloaded',
  });
}

async function main(): Promise<void> {
  const bundle = await bundlePageSide();
  const all = readPages();
  const browser = await launch({
    executablePath: ensureBrowser('chromium'),
    headless: true,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const rows: TrialRow[] = [];
  for (const { id, html } of selectPages(all)) {
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void request.abort());
    const sameLanguage = all.filter((other) => other.id.slice(0, 2) === id.slice(0, 2));
    const next = sameLanguage[(sameLanguage.findIndex((other) => other.id === id) + 1) % sameLanguage.length];
    try {
      await load(page, html);
      await page.evaluate(bundle);
      const options: PageOptions = {
        page: id,
        seed: Number(values.seed),
        highlights: Number(values.highlights),
        singles: Number(values.singles),
        scenarios: values.scenarios?.split(',') ?? null,
        engines: values.engines?.split(',') ?? null,
        vocabulary: vocabularyOf(next?.html ?? html),
      };
      const found = await page.evaluate((given) => {
        const bench = Reflect.get(globalThis, 'pressmarkBench') as { runPage: (options: unknown) => unknown };
        return bench.runPage(given);
      }, options);
      rows.push(...(found as TrialRow[]));
    } catch (error) {
      console.error(`${id}: ${String(error)}`);
    }
    await page.close();
  }
  await browser.close();
  if (values.out !== undefined) {
    mkdirSync(dirname(values.out), { recursive: true });
    writeFileSync(values.out, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  console.log(summarise(rows));
}

await main();
