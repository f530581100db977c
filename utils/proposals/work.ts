import {
  createBlankTagger,
  createTagger,
  decidedSpans,
  decodeNameSets,
  noNames,
  readHints,
  suggestByRules,
  tokenise,
  WeightLearner,
  type DeltaData,
  type Tagger,
} from '../entities/index.ts';
import type { WordsInLine } from '../model/learned.ts';
import type { ReadArticle } from '../model/read-article.ts';
import { proposeEntities, type EntityKnowledge, type ProposedEntity } from './entities.ts';
import { proposeQuotes, type ProposedQuote } from './quotes.ts';

/** Weights that were learned, and the model they belong to. */
export type Trained = { readonly model: string; readonly data: DeltaData };

/** What names and values are looked for with. */
export type EntitiesInput = Pick<EntityKnowledge, 'known' | 'memory' | 'rejected' | 'further'> & {
  readonly article: ReadArticle;
  readonly weights: Trained | null;
};

/** What the reader decided on words of a text; all lines of it are learned from. */
export type TrainInput = {
  readonly lang: string;
  readonly weights: Trained | null;
  readonly lessons: readonly {
    readonly decisions: readonly {
      readonly type: string;
      readonly action: 'accepted' | 'rejected';
      readonly line: WordsInLine;
    }[];
    /** Whether what is left undecided is no name. */
    readonly isDone: boolean;
  }[];
};

/** The work that is done beside the views, each a call. Everything in it can be cloned. */
export type WorkCalls = {
  readonly quotes: (input: {
    readonly article: ReadArticle;
    readonly people: readonly string[];
  }) => readonly ProposedQuote[];
  readonly entities: (input: EntitiesInput) => readonly ProposedEntity[];
  readonly train: (input: TrainInput) => Trained;
};

/** The work as functions, each of which ends with the signal's reason when that aborts. */
export type Work = {
  readonly [Name in keyof WorkCalls]: (
    input: Parameters<WorkCalls[Name]>[0],
    signal: AbortSignal,
  ) => Promise<ReturnType<WorkCalls[Name]>>;
};

const languagesWithModel: ReadonlySet<string> = new Set(['en', 'de', 'vi']);

function hasModel(lang: string): boolean {
  return languagesWithModel.has(baseOf(lang));
}

/** Gives the bytes of a model; `null` when they cannot be had. */
export type LoadModel = (file: string, signal: AbortSignal) => Promise<Uint8Array | null>;

type Loaded = { readonly tagger: Tagger; readonly model: string; readonly isBlank: boolean };

/** Does the work. A language's model is loaded when it is first asked for, and no other. */
export function createWork(load: LoadModel): Work {
  const taggers = new Map<string, Promise<Loaded>>();

  async function taggerOf(lang: string, signal: AbortSignal): Promise<Loaded> {
    const base = baseOf(lang);
    const loading = taggers.get(base) ?? loadTagger(base, load, signal);
    taggers.set(base, loading);
    try {
      return await loading;
    } catch (error) {
      // What was aborted or failed is tried again when next asked for.
      taggers.delete(base);
      throw error;
    }
  }

  return {
    async quotes({ article, people }, signal) {
      signal.throwIfAborted();
      return proposeQuotes(article, people);
    },
    async entities({ article, weights, ...knowledge }, signal) {
      const { tagger, model, isBlank } = await taggerOf(article.lang ?? '', signal);
      signal.throwIfAborted();
      // Weights of another model would move the wrong features.
      const fitting = weights?.model === model ? weights : null;
      if (isBlank && fitting === null) return proposeEntities(article, knowledge);
      const delta = fitting === null ? undefined : new WeightLearner(tagger, fitting.data).delta;
      return proposeEntities(article, { ...knowledge, tagger, ...(delta && { delta }) });
    },
    async train({ lang, weights, lessons }, signal) {
      const { tagger, model } = await taggerOf(lang, signal);
      signal.throwIfAborted();
      const learner = new WeightLearner(tagger, weights?.model === model ? weights.data : undefined);
      for (const lesson of lessons) learnLesson(learner, lang, lesson);
      return { model, data: learner.toData() };
    },
  };
}

function learnLesson(
  learner: WeightLearner,
  lang: string,
  { decisions, isDone }: TrainInput['lessons'][number],
): void {
  const lines = [...new Set(decisions.map(({ line }) => line.text))];
  const starts = new Map<string, number>();
  let text = '';
  for (const line of lines) {
    starts.set(line, text.length);
    text += `${line}\n`;
  }
  const decided = decisions.map(({ type, action, line }) => {
    const from = starts.get(line.text) ?? 0;
    return { start: from + line.start, end: from + line.end, type, action };
  });
  const tokens = tokenise(text);
  const hints = readHints(tokens, suggestByRules({ text, lang }, tokens));
  learner.learn(tokens, decidedSpans(tokens, decided), { isDone, hints });
}

async function loadTagger(lang: string, load: LoadModel, signal: AbortSignal): Promise<Loaded> {
  if (!hasModel(lang)) return { tagger: createBlankTagger(), model: 'blank', isBlank: true };
  const [bytes, names] = await Promise.all([load(lang, signal), load('names', signal)]);
  signal.throwIfAborted();
  // Rules find names too, where the files cannot be read.
  if (bytes === null) return { tagger: createBlankTagger(), model: 'blank', isBlank: true };
  const sets = names === null ? noNames : decodeNameSets(names);
  return { tagger: createTagger(bytes, sets), model: `${lang} ${hashOf(bytes)}`, isBlank: false };
}

/** FNV-1a: tells one model from another, no more. */
function hashOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

function baseOf(lang: string): string {
  return lang.toLowerCase().split(/[-_]/u)[0] ?? '';
}
