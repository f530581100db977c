import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../db/database.ts';
import { readSettings } from '../db/settings.ts';
import type { ReadArticle } from '../model/read-article.ts';
import type { EntitiesInput, LanguageModelApi } from '../proposals/index.ts';
import { textOf } from '../proposals/joined.ts';
import { availabilityOf, createModelAssist } from '../proposals/language-model.ts';

/** The browser's own language model, `null` where it has none. */
export function findLanguageModel(): LanguageModelApi | null {
  const { LanguageModel: api } = globalThis as { readonly LanguageModel?: LanguageModelApi };
  return api ?? null;
}

/** What the browser's model proposes for an article; nothing unless the reader switched it on. */
export async function askLanguageModel(
  library: Library,
  article: ReadArticle,
  signal: AbortSignal,
): Promise<NonNullable<EntitiesInput['further']>> {
  const api = findLanguageModel();
  if (api === null || !(await readSettings(library)).asksModel) return [];
  const { text, blocks } = textOf(article);
  return await createModelAssist(api).suggest({ text, blocks, lang: article.lang ?? '' }, signal);
}

/** How the browser's model stands: whether it can be switched on, and whether that loads it first. */
export function useLanguageModel(): {
  readonly state: 'ready' | 'loadable' | 'unavailable';
  /** Loads it, for a press of the reader's that says so. */
  readonly load: () => Promise<void>;
} {
  const [state, setState] = useState<'ready' | 'loadable' | 'unavailable'>('unavailable');
  const look = async (): Promise<void> => {
    const api = findLanguageModel();
    if (api !== null) setState(await availabilityOf(api, 'en'));
  };
  useEffect(() => void look(), []);
  return {
    state,
    async load() {
      (await findLanguageModel()?.create())?.destroy();
      await look();
    },
  };
}
