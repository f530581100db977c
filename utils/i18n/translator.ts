import type messages from '../../public/_locales/en/messages.json';

/** Every key of the message catalogue. */
export type MessageKey = keyof typeof messages;

type PluralBase<Key> = Key extends `${infer Base}_other` ? Base : never;
/** Keys that come in plural forms, without the form. */
export type PluralKey = PluralBase<MessageKey>;

/** Everything that puts words before a reader. */
export type Translator = {
  /** BCP 47 tag of the language the reader gets. */
  readonly locale: string;
  readonly t: (key: MessageKey, ...substitutions: string[]) => string;
  /** The form that fits the count; the count itself is the first substitution. */
  readonly plural: (key: PluralKey, count: number, ...substitutions: string[]) => string;
  /** A day such as "25 September 2020", on the clock that the time was written on. */
  readonly day: (iso: string) => string;
};

export type CatalogueReader = (key: string, substitutions: string[]) => string;

/**
 * A translator over a message catalogue. An unknown key comes back as itself: a missing sentence must be
 * seen, and never stop the work.
 */
export function createTranslator(getMessage: CatalogueReader, locale: string): Translator {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const read = (key: string, substitutions: string[]): string => {
    const message = getMessage(key, substitutions);
    return message === '' ? key : message;
  };
  return {
    locale,
    t: (key, ...substitutions) => read(key, substitutions),
    plural(key, count, ...substitutions) {
      const form = rules.select(count) === 'one' ? 'one' : 'other';
      return read(`${key}_${form}`, [numbers.format(count), ...substitutions]);
    },
    day(iso) {
      // The day the publisher wrote, not the day it was then where the reader sits.
      const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(iso);
      if (match === null) return iso;
      return days.format(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
    },
  };
}
