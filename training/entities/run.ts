import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { labelCount } from '../../utils/entities/tagger/labels.ts';
import { encodeModel } from '../../utils/entities/tagger/model-file.ts';
import { decodeNameSets, encodeNameSets, type NameSets } from '../../utils/entities/tagger/name-sets.ts';
import { isJudged, type CorpusText } from './corpus.ts';
import { addToSteps, dropRareFeatures, findLargest, train, type TrainingText } from './ftrl.ts';
import { readLists } from './lists.ts';
import { prepareText, readSet, type TrainingSet } from './prepare.ts';
import { swapNames } from './swap.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../../public/models') },
    languages: { type: 'string', default: 'en,de,vi' },
    /** Leaves out the documents that the benchmark judges on, to see what the model does on unseen ones. */
    half: { type: 'boolean', default: false },
  },
});

type Recipe = {
  readonly sets: readonly TrainingSet[];
  /** Weights that are kept; the rest are zero. */
  readonly weights: number;
  /** What is taken off each step to a token that is no name: weights that were cut off speak for names mostly. */
  readonly outside: number;
  /** Copies of edited texts with other names in them, one for each epoch. */
  readonly swaps: number;
};

const fit = { bits: 18, epochs: 4, rate: 0.2, l1: 3, l2: 0.1, labelCount };
/** Weights that were chosen need less to keep them small. */
const refit = { ...fit, l1: 1.5 };

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
    weights: 40_000,
    outside: 0,
    swaps: 4,
  },
  de: {
    sets: [{ file: 'germeval14.jsonl.gz', register: 'edited' }],
    weights: 13_000,
    outside: 0.4,
    swaps: 4,
  },
  vi: { sets: [{ file: 'ud-vtb.train.jsonl.gz', register: 'edited' }], weights: 6_000, outside: 0, swaps: 0 },
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
  const lists = readLists();
  const nameBytes = encodeNameSets(lists);
  write(join(out, 'names.bin'), nameBytes);
  const names = decodeNameSets(nameBytes);
  for (const language of options.languages.split(',')) {
    const recipe = recipes[language];
    if (recipe === undefined)
      throw new RangeError(`expected one of ${Object.keys(recipes).join(', ')}, got ${language}`);
    const started = performance.now();
    const texts = recipe.sets.flatMap((set) => readTraining(corpus, set, { recipe, lists, names }));
    const kept = dropRareFeatures(texts, 2);
    const allowed = findLargest(train(kept, fit), recipe.weights);
    const model = addToSteps(train(kept, { ...refit, allowed }), -recipe.outside);
    write(join(out, `${language}.bin`), encodeModel(model));
    console.log(`${language}: ${texts.length} texts, ${Math.round((performance.now() - started) / 1000)} s`);
  }
}

type Making = {
  readonly recipe: Recipe;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly names: NameSets;
};

function readTraining(corpus: string, set: TrainingSet, { recipe, lists, names }: Making): TrainingText[] {
  const own = readSet(corpus, set).filter(({ doc }) => !options.half || !isJudged(doc));
  const { swaps } = recipe;
  const prepare = (text: CorpusText): TrainingText => prepareText(text, set.register, names);
  const turns = Array.from({ length: set.register === 'edited' ? swaps : 0 }, (_, turn) =>
    swapNames(own, lists, turn)
      .map(prepare)
      .map((text) => inTurn(text, [turn, swaps])),
  );
  return [...own.map(prepare), ...turns.flat()];
}

function inTurn(text: TrainingText, turn: readonly [number, number]): TrainingText {
  return { ...text, turn };
}

function write(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes);
  console.log(`${path}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} with gzip`);
}

main();
