import type { Decision, Memory } from './memory.ts';
import { suggestKnown } from './memory.ts';
import { mergeSuggestions } from './merge.ts';
import { readHints } from './hints.ts';
import { suggestByRules, suggestByTagger } from './suggest.ts';
import { taggedTypeOf, WeightLearner, type DecidedSpan, type DeltaData } from './tagger/learning.ts';
import { createBlankTagger, createTagger, type Tagger } from './tagger/tagger.ts';
import { decodeNameSets, noNames, type NameSets } from './tagger/name-sets.ts';
import { tokenise, type Tokens } from './tokens.ts';
import type { EntityDocument, KnownName, Suggestion } from './types.ts';

/** What the reader was done with: decisions on a text, and whether what is left undecided is no name. */
export type Lesson = { readonly decisions: readonly Decision[]; readonly isDone: boolean };

/** Whether something can propose in a language: at once, after loading, or not at all. */
export type Availability = 'ready' | 'loadable' | 'unavailable';

/**
 * Whatever proposes entities. Every span it returns lies in the document's text. `suggest` rejects with the
 * signal's reason when that aborts.
 */
export type Assist = {
  readonly id: string;
  readonly availability: (lang: string) => Promise<Availability>;
  readonly suggest: (document: EntityDocument, signal: AbortSignal) => Promise<readonly Suggestion[]>;
  readonly learn?: (document: EntityDocument, lesson: Lesson) => Promise<void>;
};

/** Proposes the names that the reader keeps and those that earlier decisions taught. */
export function createReaderAssist(memory: Memory, readKnown: () => readonly KnownName[]): Assist {
  return {
    id: 'reader',
    availability: async () => 'ready',
    async suggest({ text }, signal) {
      signal.throwIfAborted();
      return [...suggestKnown(text, readKnown()), ...memory.suggest(text)];
    },
    async learn({ text }, { decisions, isDone }) {
      memory.learn(text, decisions, isDone);
    },
  };
}

/** Proposes by rules, in any language. */
export function createRulesAssist(): Assist {
  return {
    id: 'rules',
    availability: async () => 'ready',
    async suggest(document, signal) {
      signal.throwIfAborted();
      return suggestByRules(document);
    },
  };
}

export type TaggerAssistOptions = {
  /** The languages that there are models for. */
  readonly languages: readonly string[];
  /** The bytes of a language's model or of `names`, `null` when they cannot be had. */
  readonly load: (file: string, signal: AbortSignal) => Promise<Uint8Array | null>;
  /** What the reader taught a language earlier. */
  readonly readDelta?: (lang: string) => Promise<DeltaData | null>;
  /** Keeps what was learned. */
  readonly keepDelta?: (lang: string, data: DeltaData) => Promise<void>;
  /** Whose proposals the weights take into account. */
  readonly others: readonly Assist[];
};

/** Proposes by weights, which are loaded per language when first asked for, and learns. */
export function createTaggerAssist(options: TaggerAssistOptions): Assist {
  const learners = new Map<string, Promise<LanguageTagger>>();
  const learnerFor = async (lang: string, signal: AbortSignal): Promise<LanguageTagger> => {
    const base = baseOf(lang);
    const known = learners.get(base) ?? loadLanguage(base, options, signal);
    learners.set(base, known);
    try {
      return await known;
    } catch (error) {
      // What was aborted or failed is tried again when next asked for.
      learners.delete(base);
      throw error;
    }
  };
  const readAll = async (document: EntityDocument, signal: AbortSignal): Promise<Suggestion[]> =>
    (await Promise.all(options.others.map((assist) => assist.suggest(document, signal)))).flat();
  return {
    id: 'tagger',
    availability: async (lang) =>
      learners.has(baseOf(lang))
        ? 'ready'
        : options.languages.includes(baseOf(lang))
          ? 'loadable'
          : 'unavailable',
    async suggest(document, signal) {
      const { tagger, learner, isBlank } = await learnerFor(document.lang, signal);
      if (isBlank && learner.delta.weights.every((weight) => weight === 0)) return [];
      const others = await readAll(document, signal);
      signal.throwIfAborted();
      return suggestByTagger(document, { tagger, delta: learner.delta, others });
    },
    async learn(document, { decisions, isDone }) {
      const signal = new AbortController().signal;
      const { learner } = await learnerFor(document.lang, signal);
      const tokens = tokenise(document.text);
      const hints = readHints(tokens, await readAll(document, signal));
      learner.learn(tokens, decidedSpans(tokens, decisions), { isDone, hints });
      await options.keepDelta?.(baseOf(document.lang), learner.toData());
    },
  };
}

type LanguageTagger = { readonly tagger: Tagger; readonly learner: WeightLearner; readonly isBlank: boolean };

async function loadLanguage(
  lang: string,
  options: TaggerAssistOptions,
  signal: AbortSignal,
): Promise<LanguageTagger> {
  const hasModel = options.languages.includes(lang);
  const [model, names, delta] = await Promise.all([
    hasModel ? options.load(lang, signal) : null,
    hasModel ? options.load('names', signal) : null,
    options.readDelta?.(lang) ?? null,
  ]);
  const sets: NameSets = names === null ? noNames : decodeNameSets(names);
  const tagger = model === null ? createBlankTagger() : createTagger(model, sets);
  return { tagger, learner: new WeightLearner(tagger, delta ?? undefined), isBlank: model === null };
}

function baseOf(lang: string): string {
  return lang.toLowerCase().split(/[-_]/u)[0] ?? '';
}

/** Decisions in tokens. Those that cut a token are of no use to the tagger and left out. */
export function decidedSpans({ count, starts, ends }: Tokens, decisions: readonly Decision[]): DecidedSpan[] {
  const byStart = new Map<number, number>();
  const byEnd = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    byStart.set(starts[i] ?? 0, i);
    byEnd.set(ends[i] ?? 0, i + 1);
  }
  return decisions.flatMap(({ start, end, type, action }) => {
    const from = byStart.get(start);
    const to = byEnd.get(end);
    if (from === undefined || to === undefined || to <= from || type === 'date' || type === 'amount')
      return [];
    return [{ from, to, type: action === 'accepted' ? taggedTypeOf(type) : null }];
  });
}

/** The proposals of all that are available, merged; one that fails does not keep the others from proposing. */
export async function suggestTogether(
  document: EntityDocument,
  assists: readonly Assist[],
  { signal, memory }: { readonly signal: AbortSignal; readonly memory?: Memory },
): Promise<Suggestion[]> {
  const lists = await Promise.all(
    assists.map(async (assist) => {
      try {
        return await assist.suggest(document, signal);
      } catch {
        // A missing model or a failing provider leaves the proposals of the others.
        return [];
      }
    }),
  );
  signal.throwIfAborted();
  return mergeSuggestions(document, lists, memory);
}

/** Teaches all that learn. Those that look at the others' proposals come before these change. */
export async function learnTogether(
  document: EntityDocument,
  lesson: Lesson,
  assists: readonly Assist[],
): Promise<void> {
  for (const assist of assists.toReversed()) await assist.learn?.(document, lesson);
}
