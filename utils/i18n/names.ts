import { builtInEntityTypes, isBuiltInEntityType } from '../model/entity.ts';
import type { MessageKey, Translator } from './translator.ts';

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

const messageOfCommand: Readonly<Record<string, MessageKey>> = {
  _execute_action: 'actionTitle',
  'keep-highlight': 'commandHighlight',
  'keep-quote': 'commandQuote',
  'next-annotation': 'commandNext',
  'previous-annotation': 'commandPrevious',
  'toggle-highlights': 'commandHide',
  'focus-toolbar': 'commandToolbar',
};

/** What a keyboard command does, in the reader's language; the browser itself knows only its own. */
export function nameOfCommand(id: string, otherwise: string, { t }: Pick<Translator, 't'>): string {
  const message = Object.hasOwn(messageOfCommand, id) ? messageOfCommand[id] : undefined;
  return message === undefined ? otherwise : t(message);
}
