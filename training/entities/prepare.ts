import { join } from 'node:path';
import { readFeatures } from '../../utils/entities/tagger/features.ts';
import type { NameSets } from '../../utils/entities/tagger/name-sets.ts';
import { suggestByRules } from '../../utils/entities/suggest.ts';
import { readHints } from '../../utils/entities/hints.ts';
import { labelText, readRows, readTexts, type CorpusText } from './corpus.ts';
import type { TrainingText } from './ftrl.ts';
import { typeVietnamese } from './vietnamese.ts';

/** A set that a model is trained on. Sets whose licence asks for the same licence make the whole model so. */
export type TrainingSet = { readonly file: string; readonly register: TrainingText['register'] };

/** The texts of a set. Addresses of people in chats are no names of ours. */
export function readSet(corpus: string, { file, register }: TrainingSet): CorpusText[] {
  const folder = join(corpus, 'entities');
  if (file.startsWith('ud-vtb'))
    return readRows(join(folder, file)).flatMap((row) => typeVietnamese(row) ?? []);
  const texts = readTexts(folder, file);
  if (register === 'edited')
    return [...texts, ...texts.filter((_, i) => i % loudEvery === 0).flatMap(makeLoud)];
  return texts.map(({ doc, source, lang, text, gold }) => {
    return { doc, source, lang, text, gold: gold.filter(({ start }) => !/^[@#]/u.test(text.slice(start))) };
  });
}

/** One text of so many is learned from in capitals too, as headlines are written in. */
const loudEvery = 8;

function makeLoud(text: CorpusText): CorpusText[] {
  const loud = text.text.toUpperCase();
  // Some letters become two.
  return loud.length === text.text.length ? [{ ...text, text: loud }] : [];
}

/** A text made ready for training: the features that the tagger will see, with what the rules say. */
export function prepareText(
  text: CorpusText,
  register: TrainingText['register'],
  names: NameSets,
): TrainingText {
  const { tokens, labels } = labelText(text);
  const document = { text: text.text, lang: text.lang };
  const hints = readHints(tokens, suggestByRules(document, tokens, { names }));
  return { features: readFeatures(tokens, names, hints), labels, sentences: tokens.sentences, register };
}
