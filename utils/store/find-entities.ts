import type { Library } from '../db/database.ts';
import { readLearnedWeights } from '../db/learned.ts';
import type { ReadArticle } from '../model/read-article.ts';
import { checkEntities } from '../proposals/check.ts';
import type { EntitiesInput, ProposedEntity, Trained } from '../proposals/index.ts';
import { textOf } from '../proposals/joined.ts';
import { askLanguageModel } from './language-model.ts';
import type { CallWorker } from './proposal-worker.ts';
import { trainWeights } from './train.ts';

/** What names are looked for with. */
export type Knowledge = Pick<EntitiesInput, 'known' | 'memory' | 'rejected'>;

/** What is found out once for several readings of an article. */
export type Memo = {
  /** As they were when the article came: what is listed must not move as the weights learn from it. */
  weights: { readonly source: string; readonly value: Trained | null } | null;
  /** The browser's model takes its time; each press reads the article anew, and its words are the same. */
  fromModel: { readonly text: string; readonly found: EntitiesInput['further'] } | null;
};

export type EntitySearch = {
  readonly call: CallWorker;
  readonly library: Library;
  readonly article: ReadArticle;
  readonly knowledge: Knowledge;
  readonly source: string;
  readonly memo: Memo;
};

/** Tells the entities of an article, again when the browser's model has answered; then lets the weights learn. */
export async function findEntities(
  { call, library, article, knowledge, source, memo }: EntitySearch,
  tell: (entities: readonly ProposedEntity[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const lang = article.lang ?? '';
  if (memo.weights?.source !== source)
    memo.weights = { source, value: await readLearnedWeights(library, lang).catch(() => null) };
  const asked = { article, ...knowledge, weights: memo.weights.value };
  const propose = async (further: EntitiesInput['further'] = []): Promise<void> =>
    tell(checkEntities(await call('entities', { ...asked, further }, signal), article.blocks));
  const { text } = textOf(article);
  await propose(memo.fromModel?.text === text ? memo.fromModel.found : []);
  if (memo.fromModel?.text !== text) {
    const found = await askLanguageModel(library, article, signal).catch(() => []);
    signal.throwIfAborted();
    memo.fromModel = { text, found };
    if (found.length > 0) await propose(found);
  }
  // Nothing that is shown waits for it.
  await trainWeights(library, lang, { call, signal }).catch((error: unknown) => {
    if (!signal.aborted) console.warn(error);
  });
}
