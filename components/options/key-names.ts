import type { Translator } from '../../utils/i18n/translator.ts';
import type { Colour } from '../../utils/model/annotation.ts';
import type { PageAct } from '../../utils/model/page-keys.ts';

const colourOfAct: Readonly<Record<string, Colour>> = {
  keepYellow: 'yellow',
  keepGreen: 'green',
  keepBlue: 'blue',
  keepPink: 'pink',
  keepPurple: 'purple',
};

/** What a single key does on the page, in words; `nameOf` gives the reader's word for a colour in a sentence. */
export function nameOfAct(
  act: PageAct,
  { t }: Pick<Translator, 't'>,
  nameOf: (colour: Colour) => string,
): string {
  const colour = colourOfAct[act];
  return colour === undefined
    ? t(`pageAct_${act as Exclude<PageAct, `keep${Capitalize<Colour>}`>}`)
    : t('actHighlight', nameOf(colour));
}

/** A key as keyboards have it printed. */
export function showKey(key: string): string {
  return /^.$/u.test(key) ? key.toLocaleUpperCase() : key;
}
