import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip, gunzipSync } from 'node:zlib';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { bundleForPage } from '../bundle.ts';
import { printReport } from './report.ts';
import type { CorpusPage, EngineRow } from './rows.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    out: { type: 'string' },
    engines: { type: 'string', default: 'pressmark,readability,defuddle,extractus' },
    set: { type: 'string' },
    ids: { type: 'string' },
    runs: { type: 'string', default: '2' },
    now: { type: 'string', default: new Date().toISOString() },
  },
});

const entries: Record<string, string> = {
  pressmark: 'page-side.ts',
  readability: 'peer-readability.ts',
  defuddle: 'peer-defuddle.ts',
  extractus: 'peer-extractus.ts',
};
/** A page that takes longer is given up: the peers have no bound of their own. */
const longestMs = 20_000;

type Row = EngineRow & { readonly corpus: string; readonly id: string };

async function main(): Promise<void> {
  const { corpus } = options;
  if (corpus === undefined || !existsSync(join(corpus, 'manifest.jsonl.gz'))) {
    console.log(
      `There is no corpus at ${corpus ?? '(--corpus DIR is missing)'}: a folder with manifest.jsonl.gz is needed.`,
    );
    process.exitCode = 1;
    return;
  }
  const engines = options.engines.split(',');
  const scripts = new Map<string, string>();
  for (const engine of engines) scripts.set(engine, await bundle(engine));
  const out = options.out === undefined ? null : createWriteStream(options.out);
  const rows: Row[] = [];
  const truths = new Map<string, CorpusPage>();

  const browser = await launch({
    executablePath: process.env['PRESSMARK_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  try {
    for await (const page of readManifest(corpus)) {
      truths.set(`${page.corpus}/${page.id}`, page);
      const html = gunzipSync(readFileSync(join(corpus, page.html)));
      const best = new Map<string, EngineRow>();
      for (let run = 0; run < Number(options.runs); run++) {
        // Who comes first changes, and the better of the runs counts: the machine has other work to do.
        const order = run % 2 === 0 ? [...scripts] : [...scripts].toReversed();
        for (const [engine, script] of order) {
          const row = await runOn({ browser, page, html, engine, script });
          const known = best.get(engine);
          if (known === undefined || known.error !== undefined || row.ms < known.ms) best.set(engine, row);
        }
      }
      for (const engine of scripts.keys()) {
        const row = best.get(engine);
        if (row === undefined) continue;
        rows.push({ corpus: page.corpus, id: page.id, ...row });
        out?.write(`${JSON.stringify(rows.at(-1))}\n`);
      }
    }
  } finally {
    await browser.close();
    out?.end();
  }
  printReport(rows, truths);
}

async function* readManifest(corpus: string): AsyncGenerator<CorpusPage> {
  const lines = createInterface({
    input: createReadStream(join(corpus, 'manifest.jsonl.gz')).pipe(createGunzip()),
  });
  const ids = options.ids?.split(',');
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const page = JSON.parse(line) as CorpusPage;
    if (options.set !== undefined && page.corpus !== options.set) continue;
    if (ids === undefined || ids.some((id) => page.id.startsWith(id))) yield page;
  }
}

/** The engine as one script, apart from the others so that none warms another's code. */
async function bundle(engine: string): Promise<string> {
  const entry = entries[engine];
  if (entry === undefined)
    throw new Error(`expected one of ${Object.keys(entries).join(', ')}, got ${engine}`);
  return await bundleForPage({
    entry: join(import.meta.dirname, entry),
    name: 'benchEngine',
    config: { build: { minify: false } },
  });
}

async function runOn({
  browser,
  page,
  html,
  engine,
  script,
}: {
  readonly browser: Browser;
  readonly page: CorpusPage;
  readonly html: Buffer;
  readonly engine: string;
  readonly script: string;
}): Promise<EngineRow> {
  const tab = await browser.newPage();
  try {
    await serve(tab, html);
    await tab.goto(page.url, { waitUntil: 'domcontentloaded', timeout: longestMs });
    await tab.evaluate(script);
    const answer = tab.evaluate(
      (url, now) =>
        (
          globalThis as unknown as { benchEngine: { run: (url: string, now: string) => unknown } }
        ).benchEngine.run(url, now),
      page.url,
      options.now,
    );
    return { engine, ...((await withinTime(answer)) as Omit<EngineRow, 'engine'>) };
  } catch (error) {
    return {
      engine,
      text: '',
      blocks: [],
      title: null,
      authors: [],
      published: null,
      site: null,
      lang: null,
      canonical: null,
      mappedShare: null,
      coverage: null,
      ms: 0,
      error: String(error),
    };
  } finally {
    await tab.close();
  }
}

/** The page from the corpus and nothing else; its scripts are not run. */
async function serve(tab: Page, html: Buffer): Promise<void> {
  await tab.setRequestInterception(true);
  let isFirst = true;
  tab.on('request', (request) => {
    const isPage = isFirst && request.isNavigationRequest() && request.frame() === tab.mainFrame();
    isFirst = false;
    const answered = isPage
      ? request.respond({
          status: 200,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
          body: html,
        })
      : request.abort();
    answered.catch(() => {
      // The tab was closed meanwhile.
    });
  });
}

async function withinTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`gave up after ${longestMs} ms`)), longestMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

await main();
