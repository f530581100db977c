import {
  decidedSpans,
  Memory,
  readHints,
  suggestByRules,
  suggestEntities,
  tokenise,
  WeightLearner,
  createBlankTagger,
  type Decision,
  type Tagger,
} from '../../../utils/entities/index.ts';
import { addCount, countExact, emptyCount, type Count, type TypedSpan } from './score.ts';

export type LearningText = {
  readonly text: string;
  readonly lang: string;
  readonly gold: readonly TypedSpan[];
};
export type LearningMode = 'none' | 'memory' | 'weights' | 'both' | 'blank';

/** Borders of the windows that scores are summed in, in articles. */
export const windows = [0, 5, 10, 25, 50, 100, 200, 300, 400, 600];

/** What a reader who tags everything teaches: proposals for each text before its own decisions are learned. */
export function measureLearning(
  texts: readonly LearningText[],
  mode: LearningMode,
  tagger: Tagger | undefined,
): Map<number, Count> {
  const memory = new Memory();
  const base = mode === 'blank' ? createBlankTagger() : (tagger ?? createBlankTagger());
  const learner = new WeightLearner(base);
  const usesMemory = mode === 'memory' || mode === 'both' || mode === 'blank';
  const usesWeights = mode === 'weights' || mode === 'both' || mode === 'blank';
  const counts = new Map<number, Count>();
  for (const [i, { text, lang, gold }] of texts.entries()) {
    const isBlank = (tagger === undefined || mode === 'blank') && i === 0;
    const found = suggestEntities(text, {
      lang,
      ...(usesMemory && { memory }),
      ...(!isBlank && (usesWeights || tagger !== undefined) && { tagger: base }),
      ...(usesWeights && { delta: learner.delta }),
    }).filter(isScored);
    const window = windows.findLast((from) => from <= i) ?? 0;
    const count = counts.get(window) ?? emptyCount();
    addCount(count, countExact(found, gold, true));
    counts.set(window, count);
    const decisions: Decision[] = gold.map(({ start, end, type }) => ({
      start,
      end,
      type,
      action: 'accepted',
    }));
    for (const { start, end, type } of found) {
      if (!gold.some((span) => span.start < end && start < span.end))
        decisions.push({ start, end, type, action: 'rejected' });
    }
    if (usesWeights) {
      const tokens = tokenise(text);
      const others = [
        ...(usesMemory ? memory.suggest(text) : []),
        ...suggestByRules({ text, lang }, tokens, base),
      ];
      learner.learn(tokens, decidedSpans(tokens, decisions), {
        isDone: true,
        hints: readHints(tokens, others),
      });
    }
    if (usesMemory) memory.learn(text, decisions, true);
  }
  return counts;
}

/** Whether a type is one that the corpora tag. */
export function isScored({ type }: { readonly type: string }): boolean {
  return type === 'person' || type === 'place' || type === 'organisation';
}
