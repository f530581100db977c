import type { Tokens } from '../tokens.ts';
import { labelCount, taggedTypes, typeOfLabel } from './labels.ts';
import { isCapital, shapeOf } from './shape.ts';

/** How much a word's other places count. */
const weight = 2;
const kinds = taggedTypes.length + 1;

/** The scores of a sentence and what they make of each label, with where the sentence begins. */
export type Scored = { readonly from: number; readonly scores: Float64Array; readonly labels: Float64Array };

/**
 * Adds to the scores of capitalised words what the text makes of the same words at their other places: one word is
 * mostly the same thing throughout a text, and what surrounds it tells more at one place than at another.
 */
export function agreeOnWords({ words }: Tokens, sentences: readonly Scored[]): void {
  const sums = new Map<string, Float64Array>();
  const each = (
    visit: (sum: Float64Array, own: Float64Array, scores: Float64Array, at: number) => void,
  ): void => {
    const own = new Float64Array(kinds + 1);
    for (const { from, scores, labels } of sentences) {
      for (let i = 0; i * labelCount < scores.length; i++) {
        const word = words[from + i] ?? '';
        if (word.length < 2 || !isCapital(shapeOf(word))) continue;
        own.fill(0);
        for (let label = 0; label < labelCount; label++)
          own[kindOf[label] ?? 0] = (own[kindOf[label] ?? 0] ?? 0) + (labels[i * labelCount + label] ?? 0);
        own[kinds] = 1;
        let sum = sums.get(word);
        if (sum === undefined) sums.set(word, (sum = new Float64Array(kinds + 1)));
        visit(sum, own, scores, i * labelCount);
      }
    }
  };
  each((sum, own) => {
    for (let k = 0; k <= kinds; k++) sum[k] = (sum[k] ?? 0) + (own[k] ?? 0);
  });
  each((sum, own, scores, at) => {
    const others = (sum[kinds] ?? 0) - 1;
    if (others < 0.5) return;
    const trust = (weight * others) / (others + 1);
    for (let label = 0; label < labelCount; label++) {
      const kind = kindOf[label] ?? 0;
      scores[at + label] =
        (scores[at + label] ?? 0) + trust * (((sum[kind] ?? 0) - (own[kind] ?? 0)) / others);
    }
  });
}

/** 0 outside of names, else 1 and the index of the type. */
const kindOf = Array.from({ length: labelCount }, (_, label) => {
  const type = typeOfLabel(label);
  return type === null ? 0 : 1 + taggedTypes.indexOf(type);
});
