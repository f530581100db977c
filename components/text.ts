import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createTranslator, type Translator } from '../utils/i18n/translator.ts';

/** The words for everything below; each entrypoint provides the browser's. */
export const TextContext = createContext<Translator>(createTranslator((key) => key, 'en'));

/** The translator of the tree this runs in. */
export function useText(): Translator {
  return useContext(TextContext);
}
