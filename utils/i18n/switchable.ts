import type { Translator } from './translator.ts';

/** A translator that speaks through another, which can be replaced while it is in use. */
export type SwitchableTranslator = Translator & { readonly use: (next: Translator) => void };

/** For those that must speak before they know the language the reader chose. */
export function createSwitchable(first: Translator): SwitchableTranslator {
  let current = first;
  return {
    get locale() {
      return current.locale;
    },
    t: (...args) => current.t(...args),
    plural: (...args) => current.plural(...args),
    day: (iso) => current.day(iso),
    use(next) {
      current = next;
    },
  };
}
