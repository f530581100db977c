import { builtInEntityTypes, isBuiltInEntityType } from '../model/entity.ts';
import type { Translator } from './translator.ts';

/** The reader's word for an entity type; a type of their own is its own word. */
export function nameOfType(type: string, { t }: Pick<Translator, 't'>): string {
  return isBuiltInEntityType(type) ? t(`type_${type}`) : type;
}

/** The types to choose from: the built-in ones, then the reader's own. */
export function allTypes(ownTypes: readonly string[]): string[] {
  return [...builtInEntityTypes, ...ownTypes];
}

/** A language in the words of another: `vi` in English is "Vietnamese". What is no language tag comes back as it is. */
export function nameOfLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
