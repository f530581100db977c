import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countWords } from '../../../utils/text/words.ts';
import { findTexts, halfOf, readSeed, readTexts } from './corpus.ts';
import { engines } from './engines.ts';
import { printReport, type Scored } from './report.ts';
import type { GoldText, Row } from './rows.ts';
import { scoreText } from './score.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    engines: { type: 'string', default: Object.keys(engines).join(',') },
    set: { type: 'string' },
    halves: { type: 'boolean', default: false },
    runs: { type: 'string', default: '2' },
  },
});

/** Prints how well quotes are found and attributed, ours beside the peers, and writes a row a text and engine. */
function main(): void {
  const { corpus } = options;
  const folder = findTexts(corpus);
  if (corpus === undefined || folder === null) {
    console.log(
      `There is no corpus at ${corpus ?? '(--corpus DIR is missing)'}: a folder with quotes/*.jsonl.gz is needed.`,
    );
    process.exitCode = 1;
    return;
  }
  const out = options.out === undefined ? null : createWriteStream(options.out);
  const seed = readSeed(options.seed ?? join(corpus, '..', 'seed'));
  if (seed === null) console.log('The seed article is not there, so it is left out (--seed DIR).');
  const scored: Scored[] = [];
  for (const gold of [...readTexts(folder), ...(seed === null ? [] : [seed])]) {
    if (options.set !== undefined && gold.set !== options.set) continue;
    for (const engine of options.engines.split(',')) {
      const row = runOn(gold, engine);
      out?.write(`${JSON.stringify(row)}\n`);
      const { counts, outcomes } = scoreText(row, gold);
      scored.push({ group: gold.set, engine, counts, outcomes });
      if (options.halves)
        scored.push({ group: `${gold.set} (${halfOf(gold.id)})`, engine, counts, outcomes });
    }
  }
  out?.end();
  printReport(scored);
}

/** The better of the runs counts: the machine has other work to do. */
function runOn(gold: GoldText, engine: string): Row {
  const find = engines[engine];
  if (find === undefined)
    throw new Error(`expected one of ${Object.keys(engines).join(', ')}, got ${engine}`);
  const { set, id, lang, text } = gold;
  let ms = Infinity;
  let quotes = find({ text, lang });
  for (let run = 0; run < Number(options.runs); run++) {
    const started = performance.now();
    quotes = find({ text, lang });
    ms = Math.min(ms, performance.now() - started);
  }
  return { set, id, lang, engine, ms, words: countWords(text), quotes };
}

main();
