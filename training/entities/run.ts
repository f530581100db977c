import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { labelCount } from '../../utils/entities/tagger/labels.ts';
import { encodeModel } from '../../utils/entities/tagger/model-file.ts';
import { decodeNameSets, encodeNameSets } from '../../utils/entities/tagger/name-sets.ts';
import { isJudged } from './corpus.ts';
import { dropRareFeatures, keepLargest, train, type TrainingOptions } from './ftrl.ts';
import { readLists } from './lists.ts';
import { prepareText, readSet, type TrainingSet } from './prepare.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../../public/models') },
    languages: { type: 'string', default: 'en,de,vi' },
    /** A folder for the models with all their weights, to choose how many to keep. */
    whole: { type: 'string' },
    /** Leaves out the documents that the benchmark judges on, to see what the model does on unseen ones. */
    half: { type: 'boolean', default: false },
  },
});

type Recipe = {
  readonly sets: readonly TrainingSet[];
  readonly weights: number;
  readonly outside: number;
  readonly fit: Omit<TrainingOptions, 'labelCount'>;
};

const fit = { bits: 18, epochs: 6, rate: 0.2, l1: 3, l2: 0.1 };

/** What each model is made of; sources and licences are told in public/models/MODEL.md. */
const recipes: Readonly<Record<string, Recipe>> = {
  en: {
    sets: [
      { file: 'gum.train.jsonl.gz', register: 'edited' },
      { file: 'wikigold.jsonl.gz', register: 'edited' },
      { file: 'uner-ewt.dev.jsonl.gz', register: 'edited' },
      { file: 'wnut17.train.jsonl.gz', register: 'chat' },
      { file: 'btc.jsonl.gz', register: 'chat' },
    ],
    weights: 34_000,
    outside: 0,
    fit,
  },
  de: { sets: [{ file: 'germeval14.jsonl.gz', register: 'edited' }], weights: 12_000, outside: 0.4, fit },
  vi: { sets: [{ file: 'ud-vtb.train.jsonl.gz', register: 'edited' }], weights: 6_000, outside: 0, fit },
};

/** Trains the models of all languages from the open sets in a corpus folder, the same in each run. */
function main(): void {
  const { corpus, out } = options;
  if (corpus === undefined || !existsSync(join(corpus, 'entities'))) {
    console.log(
      `There is no corpus at ${corpus ?? '(--corpus DIR is missing)'}: a folder with entities/*.jsonl.gz is needed.`,
    );
    process.exitCode = 1;
    return;
  }
  mkdirSync(out, { recursive: true });
  const nameBytes = encodeNameSets(readLists());
  write(join(out, 'names.bin'), nameBytes);
  const names = decodeNameSets(nameBytes);
  for (const language of options.languages.split(',')) {
    const recipe = recipes[language];
    if (recipe === undefined)
      throw new RangeError(`expected one of ${Object.keys(recipes).join(', ')}, got ${language}`);
    const started = performance.now();
    const texts = recipe.sets.flatMap((set) =>
      readSet(corpus, set)
        .filter(({ doc }) => !options.half || !isJudged(doc))
        .map((text) => prepareText(text, set.register, names)),
    );
    const whole = train(dropRareFeatures(texts, 2), { ...recipe.fit, labelCount });
    write(join(out, `${language}.bin`), encodeModel(keepLargest(whole, recipe.weights, recipe.outside)));
    if (options.whole !== undefined)
      writeFileSync(join(options.whole, `${language}.bin`), encodeModel(whole));
    console.log(`${language}: ${texts.length} texts, ${Math.round((performance.now() - started) / 1000)} s`);
  }
}

function write(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes);
  console.log(`${path}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} with gzip`);
}

main();
