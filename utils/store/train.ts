import type { Library } from '../db/database.ts';
import { keepWeights, listDueLessons, readLearnedWeights } from '../db/learned.ts';
import { heldDecisions, type Lesson } from '../model/learned.ts';
import type { TrainInput } from '../proposals/index.ts';
import type { CallWorker } from './proposal-worker.ts';

/** Lets the weights of a language learn from what was decided since they last did. */
export async function trainWeights(
  library: Library,
  lang: string,
  { call, signal }: { readonly call: CallWorker; readonly signal: AbortSignal },
): Promise<void> {
  const due = await listDueLessons(library, lang);
  if (due.length === 0) return;
  const weights = await readLearnedWeights(library, lang);
  const trained = await call('train', { lang, weights, lessons: due.map(toLesson) }, signal);
  await keepWeights(library, { lang, ...trained }, due);
}

function toLesson(lesson: Lesson): TrainInput['lessons'][number] {
  const held = heldDecisions(lesson.decisions);
  const decided = new Set(held.map(({ name }) => name));
  return {
    decisions: held.flatMap(({ type, action, line }) => (line === null ? [] : [{ type, action, line }])),
    isDone: lesson.offered.length > 0 && lesson.offered.every(({ name }) => decided.has(name)),
  };
}
