import type { Catalogue } from '../model/catalogue.ts';
import type { CatalogueReader } from './translator.ts';

/**
 * Reads a catalogue as browsers do: `$1` to `$9` are substitutions, `$$` is a dollar sign, and an unknown key is
 * an empty message. Source: `runtime.i18n` in the WebExtensions specification. Named placeholders are not used here.
 */
export function readerOf(catalogue: Catalogue): CatalogueReader {
  return (key, substitutions) => {
    const message = Object.hasOwn(catalogue, key) ? (catalogue[key]?.message ?? '') : '';
    return message.replaceAll(/\$(\$|[1-9])/gu, (_, mark: string) =>
      mark === '$' ? '$' : (substitutions[Number(mark) - 1] ?? ''),
    );
  };
}
