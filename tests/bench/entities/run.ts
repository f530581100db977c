import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { findDates, suggestEntities } from '../../../utils/entities/index.ts';
import { countWords } from '../../../utils/text/words.ts';
import {
  isJudged,
  joinRows,
  readRows,
  readTexts,
  typeOfGold,
  type CorpusText,
} from '../../../training/entities/corpus.ts';
import { loadCompromise, makeEngines, readTaggers, type Engine } from './engines.ts';
import { isScored, measureLearning, windows, type LearningMode, type LearningText } from './learning.ts';
import {
  addCount,
  countExact,
  countOverlap,
  emptyCount,
  f1Of,
  formatScore,
  type Count,
  type TypedSpan,
} from './score.ts';
import { readSeed, scoreSeed, scoreSeedGroups, scoreSeedPropagation } from './seed.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    out: { type: 'string' },
    models: { type: 'string', default: join(import.meta.dirname, '../../../public/models') },
    seed: { type: 'string' },
    /** Judges only the documents that models trained with `--half` never saw. */
    half: { type: 'boolean', default: false },
    learning: { type: 'string', default: 'none,memory,both' },
    articles: { type: 'string', default: '400' },
  },
});

const modelFiles = ['names.bin', 'en.bin', 'de.bin', 'vi.bin'];
const types = ['person', 'place', 'organisation'] as const;

/** Measures on every set of the corpus folder and on the seed, prints scores, writes one row a text and engine. */
async function main(): Promise<void> {
  const { corpus } = options;
  if (corpus === undefined || !existsSync(join(corpus, 'entities'))) {
    console.log(
      `There is no corpus at ${corpus ?? '(--corpus DIR is missing)'}: a folder with entities/*.jsonl.gz is needed.`,
    );
    process.exitCode = 1;
    return;
  }
  const out = options.out === undefined ? null : createWriteStream(options.out);
  const write = (row: object): void => void out?.write(`${JSON.stringify(row)}\n`);
  const taggers = readTaggers(options.models);
  const compromise = await loadCompromise();
  if (compromise === null) console.log('The peer compromise is not installed, so it is left out.');
  const engines = [...makeEngines(taggers), ...(compromise === null ? [] : [compromise])];
  printSizes(write);
  for (const file of readdirSync(join(corpus, 'entities')).filter((name) => name.endsWith('.jsonl.gz'))) {
    const texts = readTexts(join(corpus, 'entities'), file).filter(
      ({ doc }) => !options.half || isJudged(doc),
    );
    for (const engine of engines) measureSet({ file, texts, engine }, write);
    measureDates(file, texts, write);
  }
  for (const file of readdirSync(join(corpus, 'entities')).filter((name) => name.endsWith('.jsonl.gz'))) {
    const stream = learningStream(join(corpus, 'entities'), file);
    for (const mode of options.learning.split(',') as LearningMode[]) {
      const tagger = taggers.get(stream[0]?.lang ?? '');
      const counts = measureLearning(stream, mode, tagger);
      const scores = windows.flatMap((from) => {
        const count = counts.get(from);
        return count === undefined ? [] : [`${from}+ ${f1Of(count).toFixed(1)}`];
      });
      console.log(`learning ${mode.padEnd(8)} ${file.padEnd(24)} F1 of articles ${scores.join('  ')}`);
      write({ task: 'learning', engine: mode, source: file, windows: Object.fromEntries(counts) });
    }
  }
  const seedFolder = options.seed ?? join(corpus, '../seed');
  if (existsSync(join(seedFolder, 'article.vi.txt'))) measureSeed(seedFolder, engines, write);
  else console.log(`There is no seed article at ${seedFolder}, so it is left out.`);
  out?.end();
}

type Write = (row: object) => void;

function printSizes(write: Write): void {
  let total = 0;
  for (const file of modelFiles) {
    const path = join(options.models, file);
    if (!existsSync(path)) continue;
    const size = gzipSync(readFileSync(path), { level: 9 }).length;
    total += size;
    console.log(`${file.padEnd(10)} ${size} bytes with gzip`);
    write({ task: 'size', file, gzip: size });
  }
  console.log(`models     ${total} bytes with gzip`);
}

type SetRun = { readonly file: string; readonly texts: readonly CorpusText[]; readonly engine: Engine };

function measureSet({ file, texts, engine }: SetRun, write: Write): void {
  const sums = {
    typed: emptyCount(),
    mention: emptyCount(),
    near: emptyCount(),
    byType: new Map<string, Count>(),
  };
  let ms = 0;
  let words = 0;
  for (const text of texts) {
    const started = performance.now();
    const all = engine.find(text.text, text.lang);
    const took = performance.now() - started;
    if (all === null) return;
    ms += took;
    words += countWords(text.text);
    const gold = goldOf(text);
    const isUntyped = text.gold.some(({ tag }) => tag === 'NAME');
    const found = all.filter((span) => isScored(span));
    write({
      task: 'suggest',
      engine: engine.name,
      source: text.source,
      lang: text.lang,
      doc: text.doc,
      ms: Number(took.toFixed(3)),
      found: all,
    });
    addCount(sums.mention, countExact(found, gold, false));
    const { precision, recall } = countOverlap(found, gold);
    addCount(sums.near, {
      hits: (precision.hits + recall.hits) / 2,
      found: precision.found,
      gold: precision.gold,
    });
    if (isUntyped) continue;
    addCount(sums.typed, countExact(found, gold, true));
    for (const type of types) {
      const count = sums.byType.get(type) ?? emptyCount();
      addCount(
        count,
        countExact(
          found.filter((span) => span.type === type),
          gold.filter((span) => span.type === type),
          true,
        ),
      );
      sums.byType.set(type, count);
    }
  }
  const byType = types
    .map((type) => `${type} ${f1Of(sums.byType.get(type) ?? emptyCount()).toFixed(1)}`)
    .join(' ');
  console.log(
    `${engine.name.padEnd(11)}${file.padEnd(24)} typed ${formatScore(sums.typed).padEnd(15)} mention ${formatScore(sums.mention).padEnd(15)} overlap ${f1Of(sums.near).toFixed(1)}  ${byType}  ${((ms / words) * 1000).toFixed(1)} ms per 1,000 words`,
  );
}

function goldOf({ gold }: CorpusText): TypedSpan[] {
  return gold.flatMap(({ start, end, tag }) => {
    const type = tag === 'MISC' ? null : typeOfGold(tag);
    return type === null ? [] : [{ start, end, type }];
  });
}

/** Dates, where a set tags them. */
function measureDates(file: string, texts: readonly CorpusText[], write: Write): void {
  const count = emptyCount();
  let recalled = 0;
  for (const text of texts) {
    const gold = text.gold
      .filter(({ tag }) => /^(?:DATE|DATETIME|TIME)/u.test(tag))
      .map(({ start, end }) => ({ start, end, type: 'date' }));
    if (gold.length === 0) continue;
    const found = findDates(text.text, text.lang).map(({ start, end }) => ({ start, end, type: 'date' }));
    const { precision, recall } = countOverlap(found, gold);
    addCount(count, precision);
    recalled += recall.hits;
    write({ task: 'dates', engine: 'pressmark', source: text.source, doc: text.doc, found });
  }
  if (count.gold > 0)
    console.log(
      `dates      ${file}: precision ${((count.hits / count.found) * 100).toFixed(1)}, recall ${((recalled / count.gold) * 100).toFixed(1)}`,
    );
}

/** A set as a stream of articles: documents, or ten sentences where a document is one sentence. */
function learningStream(folder: string, file: string): LearningText[] {
  const rows = readRows(join(folder, file));
  const docs = [...Map.groupBy(rows, ({ doc }) => doc).values()];
  const articles =
    docs.length * 3 > rows.length
      ? Array.from({ length: Math.ceil(rows.length / 10) }, (_, i) => rows.slice(i * 10, i * 10 + 10))
      : docs;
  return articles
    .map((article) => joinRows(article))
    .filter(({ doc }) => !options.half || isJudged(doc))
    .slice(0, Number(options.articles))
    .map((text) => ({
      text: text.text,
      lang: text.lang,
      gold: goldOf(text).map(({ start, end, type }) => ({
        start,
        end,
        type: type === 'other' ? 'person' : type,
      })),
    }));
}

function measureSeed(folder: string, engines: readonly Engine[], write: Write): void {
  const seed = readSeed(folder);
  for (const engine of engines) {
    const started = performance.now();
    const found = engine.find(seed.text, 'vi');
    const ms = performance.now() - started;
    if (found === null) continue;
    write({ task: 'suggest', engine: engine.name, source: 'seed', lang: 'vi', doc: 'seed', ms, found });
    const { mention, typed, missed, wrong } = scoreSeed(seed, found, types);
    console.log(
      `${engine.name.padEnd(11)}seed  typed ${formatScore(typed)} mention ${formatScore(mention)}  ${ms.toFixed(1)} ms`,
    );
    console.log(`           missed: ${missed.join(' | ')}\n           wrong: ${wrong.join(' | ')}`);
    const dates = scoreSeed(seed, found, ['date', 'amount']);
    console.log(
      `           dates and amounts ${formatScore(dates.mention)}; traps taken: ${
        seed.traps
          .filter((trap) => found.some(({ start, end }) => start === trap.start && end === trap.end))
          .map(({ text }) => text)
          .join(' | ') || 'none'
      }`,
    );
  }
  const groups = scoreSeedGroups(seed);
  console.log(`grouping   seed  B3 ${groups.map((score) => score.toFixed(1)).join('/')}`);
  const propagation = scoreSeedPropagation(seed, suggestEntities(seed.text, { lang: 'vi' }));
  console.log(`other mentions seed ${formatScore(propagation)}`);
  write({ task: 'seed', groups, propagation });
}

await main();
