import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { ensureBrowser } from '../../support/browsers.ts';
import { bundlePageSide } from './bundle.ts';
import type { PageOptions, TrialRow } from './page/run-page.ts';
import type { SpeedOptions, SpeedRow } from './page/run-speed.ts';
import { summarise, summariseSpeed } from './report.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    highlights: { type: 'string', default: '24' },
    singles: { type: 'string', default: '6' },
    scenarios: { type: 'string' },
    engines: { type: 'string' },
    /** `0/2`: every second page from the first. */
    pages: { type: 'string', default: '0/1' },
    /** The part of the trials that the other engines take. */
    peers: { type: 'string', default: '0.15' },
    /** Also writes what was found, and what the verdict was made of. */
    details: { type: 'boolean', default: false },
    'no-speed': { type: 'boolean', default: false },
    'no-accuracy': { type: 'boolean', default: false },
  },
});

/** One other engine on one page. */
const peerMs = 10_000;
/** A trial of the slowest engine on the largest page. */
const protocolTimeout = 600_000;

const here = dirname(fileURLToPath(import.meta.url));

type BenchPage = { readonly id: string; readonly html: string; readonly newer?: string };

function readPages(): BenchPage[] {
  const fixtures = join(here, '../../fixtures/pages');
  const own = readdirSync(fixtures)
    .filter((name) => name.endsWith('.html') && !name.includes('fragment'))
    .map((name) => ({
      id: `own-${name.replace('.html', '')}`,
      html: readFileSync(join(fixtures, name), 'utf8'),
    }));
  if (values.corpus === undefined) {
    console.log('Only our own fixtures: pass --corpus with a folder that has pages/ and revisions/ in it.');
    return own;
  }
  const folder = join(values.corpus, 'pages');
  if (!existsSync(folder)) throw new Error(`expected pages/ in the corpus, found none in ${values.corpus}`);
  const files = readdirSync(folder).filter((name) => name.endsWith('.html.gz'));
  return [
    ...files.map((name) => ({ id: name.replace('.html.gz', ''), html: unzip(join(folder, name)) })),
    ...own,
    ...readRevisions(join(values.corpus, 'revisions', 'pairs.jsonl.gz')),
  ];
}

function readRevisions(file: string): BenchPage[] {
  if (!existsSync(file)) return [];
  return unzip(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; a: string; b: string })
    .map(({ id, a, b }) => ({ id, html: a, newer: b }));
}

function unzip(file: string): string {
  return gunzipSync(readFileSync(file)).toString('utf8');
}

function selectPages(pages: readonly BenchPage[]): BenchPage[] {
  const [rest = 0, parts = 1] = values.pages.split('/').map(Number);
  return pages.filter((_, at) => at % parts === rest);
}

/** Words to edit with: those of the next page, so that they are of the kind and, mostly, of the language. */
function vocabularyFor({ id, html }: BenchPage, all: readonly BenchPage[]): string[] {
  const alike = all.filter((other) => other.id.slice(0, 2) === id.slice(0, 2));
  const next = alike[(alike.findIndex((other) => other.id === id) + 1) % alike.length];
  const text = (next?.html ?? html).replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>|&\w+;/gu, ' ');
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word).slice(0, 4_000);
}

async function openPage(browser: Browser, bundle: string, html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => void request.abort());
  await page.setContent(html.replace(/<script[\s\S]*?<\/script>|<meta[^>]+http-equiv[^>]*>/giu, ''), {
    waitUntil: 'domcontentloaded',
  });
  await page.evaluate(bundle);
  return page;
}

/** Calls a function of `page/main.ts` in the page. */
async function call<T>(page: Page, name: string, given: readonly unknown[]): Promise<T> {
  const found = await page.evaluate(
    (name, given) => {
      const bench = Reflect.get(globalThis, 'pressmarkBench') as Record<
        string,
        (...given: unknown[]) => unknown
      >;
      return bench[name]?.(...given);
    },
    name,
    given,
  );
  return found as T;
}

async function measureAccuracy(browser: Browser, bundle: string): Promise<TrialRow[]> {
  const all = readPages();
  const rows: TrialRow[] = [];
  for (const { id, html, newer } of selectPages(all)) {
    const options: PageOptions = {
      page: id,
      seed: Number(values.seed),
      highlights: Number(values.highlights),
      singles: Number(values.singles),
      scenarios: values.scenarios?.split(',') ?? null,
      engines: values.engines?.split(',') ?? null,
      vocabulary: vocabularyFor({ id, html }, all),
      peerShare: Number(values.peers),
      peerMs,
    };
    const page = await openPage(browser, bundle, newer === undefined ? html : '');
    const found = await (newer === undefined
      ? call<TrialRow[]>(page, 'runPage', [options])
      : call<TrialRow[]>(page, 'runRevision', [options, { older: html, newer }]));
    for (const row of found) rows.push(row);
    await page.close();
  }
  return rows;
}

/** Highlights and words of the page: a page of 45,000 characters, and a book. */
const sizes: readonly SpeedOptions[] = [
  { words: 7_500, highlights: 1, withPeer: true },
  { words: 7_500, highlights: 100, withPeer: true },
  { words: 7_500, highlights: 1_000, withPeer: true },
  { words: 25_000, highlights: 1_000, withPeer: false },
  { words: 50_000, highlights: 1_000, withPeer: false },
  { words: 100_000, highlights: 1, withPeer: true },
  { words: 100_000, highlights: 100, withPeer: true },
  { words: 100_000, highlights: 250, withPeer: false },
  { words: 100_000, highlights: 500, withPeer: false },
  { words: 100_000, highlights: 1_000, withPeer: true },
];

async function measureSpeed(browser: Browser, bundle: string): Promise<SpeedRow[]> {
  const rows: SpeedRow[] = [];
  for (const options of sizes) {
    const page = await openPage(browser, bundle, '<!doctype html><title>Speed</title>');
    rows.push(...(await call<SpeedRow[]>(page, 'runSpeed', [options])));
    await page.close();
  }
  return rows;
}

function writeRows(file: string, rows: readonly TrialRow[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const lines = rows.map((row) => {
    const { page, scenario, engine, truth, isTwin, answer, ms } = row;
    const told = { page, scenario, engine, truth, answer, ms, ...(isTwin ? { isTwin } : {}) };
    return JSON.stringify(values.details ? row : told);
  });
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
}

const bundle = await bundlePageSide();
const browser = await launch({
  executablePath: ensureBrowser('chromium'),
  headless: true,
  protocolTimeout,
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  if (!values['no-accuracy']) {
    const rows = await measureAccuracy(browser, bundle);
    if (values.out !== undefined) writeRows(values.out, rows);
    console.log(summarise(rows));
  }
  if (!values['no-speed']) console.log(summariseSpeed(await measureSpeed(browser, bundle)));
} finally {
  await browser.close();
}
