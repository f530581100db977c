import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TargetType } from 'puppeteer-core';
import { createRandom } from '../bench/anchoring/page/random.ts';
import setup from '../e2e/build.ts';
import { waitForKept } from '../e2e/reading.ts';
import { launchChromium, type ChromiumBrowser } from '../support/chromium.ts';
import type { Surface } from '../support/driver.ts';
import { poll } from '../support/poll.ts';
import { startSite, type Site } from '../support/site.ts';
import { damages, type Damage } from './damage.ts';
import { readLibrary, startLoad, stopLoad, waitForJournal } from './in-library.ts';

const usage = 'npm run test:faults -- [--rounds N] [--seed N]';

/** What a kind of fault came to. */
type Row = {
  readonly fault: string;
  tried: number;
  acknowledged: number;
  lost: number;
  torn: number;
  shown: number;
};

const passages = ['Others want a firmer promise.', 'The name has stuck, to the council’s annoyance'];

/** A library on a profile that outlives its browsers, and what was acknowledged of it. */
class Trial {
  readonly #site: Site;
  readonly profile: string;
  #isNew = true;
  /** The last number that was acknowledged for each annotation. */
  readonly acknowledged = new Map<string, number>();
  next = 1;

  constructor(site: Site, profile: string) {
    this.#site = site;
    this.profile = profile;
  }

  async launch(): Promise<ChromiumBrowser> {
    const browser = await launchChromium({
      extensionDir: resolve('.output/chrome-mv3'),
      viewport: { width: 1000, height: 700 },
      userDataDir: this.profile,
      ...(this.#isNew ? { firstPage: 'welcome.html' } : {}),
    });
    if (this.#isNew) await this.#keepSome(browser);
    this.#isNew = false;
    return browser;
  }

  async #keepSome(browser: ChromiumBrowser): Promise<void> {
    const page = await browser.openPage(this.#site.url('/2026/11/harbour-levy'));
    const first = await browser.clickToolbarIcon(page);
    await first.waitFor(() => document.querySelector('footer') !== null, [], { timeoutMs: 30_000 });
    await browser.closePopup(first);
    for (const passage of passages) {
      await page.selectText(passage);
      await browser.pressOurButton(page, 'Highlight in yellow');
    }
    const popup = await browser.clickToolbarIcon(page);
    await waitForKept(popup, passages.length);
    await browser.closePopup(popup);
    const view = await browser.openExtensionPage('options.html');
    for (const { id } of (await view.evaluate(readLibrary)).rows) this.acknowledged.set(id, 0);
    await view.close();
    await page.close();
  }

  /** Writes as fast as it goes; what comes back is heard of even when the browser dies. */
  async load(browser: ChromiumBrowser): Promise<Surface> {
    const view = await browser.openExtensionPage('options.html');
    await browser.pageOf(view).exposeFunction('acknowledged', (id: string, value: number) => {
      this.acknowledged.set(id, Math.max(value, this.acknowledged.get(id) ?? 0));
      this.next = Math.max(this.next, value + 1);
    });
    await view.evaluate(startLoad, [...this.acknowledged.keys()], this.next, '');
    return view;
  }

  async check(browser: ChromiumBrowser, row: Row): Promise<void> {
    const view = await browser.openExtensionPage('options.html');
    const { rows, torn } = await view.evaluate(readLibrary);
    const found = new Map(rows.map(({ id, note }) => [id, Number(note || 0)]));
    for (const [id, value] of this.acknowledged) {
      const there = found.get(id);
      if (there === undefined || there < value) row.lost += 1;
    }
    row.torn += torn.length;
    for (const problem of torn) console.error(problem);
    this.next = Math.max(this.next, ...found.values()) + 1;
    await view.close();
  }
}

const sum = (trial: Trial): number =>
  [...trial.acknowledged.values()].reduce((all, one) => Math.max(all, one), 0);

async function killAtRandom(trial: Trial, rounds: number, random: () => number): Promise<Row> {
  const row = newRow('browser killed while it writes');
  let browser = await trial.launch();
  const before = sum(trial);
  for (let round = 0; round < rounds; round++) {
    const from = trial.next;
    await trial.load(browser);
    const until = from + Math.floor(random() * 60);
    await poll(() => trial.next > until, { what: 'writes to be acknowledged', timeoutMs: 30_000 });
    const { closed } = browser;
    browser.browser.process()?.kill('SIGKILL');
    await closed;
    browser = await trial.launch();
    row.tried += 1;
    await trial.check(browser, row);
  }
  row.acknowledged = sum(trial) - before;
  await browser.close();
  return row;
}

async function stopWorkerAtRandom(trial: Trial, rounds: number, random: () => number): Promise<Row> {
  const row = newRow('background stopped while it writes');
  const browser = await trial.launch();
  const before = sum(trial);
  const view = await trial.load(browser);
  for (let round = 0; round < rounds; round++) {
    const until = trial.next + Math.floor(random() * 20);
    await poll(() => trial.next > until, { what: 'writes to be acknowledged', timeoutMs: 30_000 });
    // It is started again at once by the next call, so nobody can wait until there is none.
    const worker = browser.browser.targets().find((target) => target.type() === TargetType.SERVICE_WORKER);
    await (await worker?.worker())?.close();
    row.tried += 1;
  }
  const failures = await view.evaluate(stopLoad);
  for (const failure of failures) console.error(failure);
  row.shown += failures.length;
  await trial.check(browser, row);
  row.acknowledged = sum(trial) - before;
  await browser.close();
  return row;
}

/** Two pages of ours write to the same annotations at once: one notes, the other tags. */
async function editWar(trial: Trial, writes: number): Promise<Row> {
  const row = newRow('two pages edit the same annotations');
  const browser = await trial.launch();
  const tags = new Map<string, number>();
  const first = await trial.load(browser);
  const second = await browser.openExtensionPage('options.html');
  await browser.pageOf(second).exposeFunction('acknowledged', (id: string, value: number) => {
    tags.set(id, value);
    row.acknowledged += 1;
  });
  await second.evaluate(startLoad, [...trial.acknowledged.keys()], 1, 'tag');
  await poll(() => row.acknowledged >= writes, { what: 'writes to be acknowledged', timeoutMs: 60_000 });
  for (const view of [first, second]) row.shown += (await view.evaluate(stopLoad)).length;
  await trial.check(browser, row);
  const { rows } = await first.evaluate(readLibrary);
  const tagOf = new Map(rows.map(({ id, tag }) => [id, Number(tag.slice(3))]));
  for (const [id, value] of tags) if ((tagOf.get(id) ?? 0) < value) row.lost += 1;
  row.tried = row.acknowledged;
  await browser.close();
  return row;
}

async function damageFiles(trial: Trial, damage: Damage): Promise<Row> {
  const row = newRow(damage.name);
  let browser = await trial.launch();
  const { extensionId } = browser;
  const view = await trial.load(browser);
  const until = trial.next + 40;
  await poll(() => trial.next > until, { what: 'writes to be acknowledged', timeoutMs: 30_000 });
  row.shown += (await view.evaluate(stopLoad)).length;
  await view.evaluate(waitForJournal);
  await browser.close();
  row.acknowledged = 40;
  await damage.work(trial.profile, extensionId);
  browser = await trial.launch();
  row.tried = 1;
  await trial.check(browser, row);
  await browser.close();
  return row;
}

function newRow(fault: string): Row {
  return { fault, tried: 0, acknowledged: 0, lost: 0, torn: 0, shown: 0 };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
  });
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
  if (!(rounds > 0 && seed >= 0)) throw new Error(`expected ${usage}`);
  setup();
  const random = createRandom(seed).next;
  const site = await startSite();
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-faults-'));
  const trial = new Trial(site, profile);
  const rows: Row[] = [];
  try {
    rows.push(await killAtRandom(trial, rounds, random));
    rows.push(await stopWorkerAtRandom(trial, rounds, random));
    rows.push(await editWar(trial, rounds * 5));
    for (const damage of damages) rows.push(await damageFiles(trial, damage));
  } finally {
    await site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`${'fault'.padEnd(38)}  tried  writes acknowledged  lost  torn  failures shown`);
  for (const row of rows) {
    const numbers = [
      String(row.tried).padStart(5),
      String(row.acknowledged).padStart(19),
      String(row.lost).padStart(4),
      String(row.torn).padStart(4),
      String(row.shown).padStart(14),
    ];
    console.log(`${row.fault.padEnd(38)}  ${numbers.join('  ')}`);
  }
  if (rows.some(({ lost, torn, shown }) => lost + torn + shown > 0)) process.exitCode = 1;
}

await main();
