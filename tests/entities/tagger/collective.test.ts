import { describe, expect, it } from 'vitest';
import { agreeOnWords } from '../../../utils/entities/tagger/collective.ts';
import { labelCount, labelOf } from '../../../utils/entities/tagger/labels.ts';
import { tokenise } from '../../../utils/entities/tokens.ts';

const person = labelOf('person', false);
const place = labelOf('place', false);

/** One sentence of one word each, with how likely a person each is. */
function scoresOf(words: readonly (readonly [string, number])[]): Float64Array[] {
  const tokens = tokenise(words.map(([word]) => word).join('\n'));
  const sentences = words.map(([, likely], from) => {
    const labels = new Float64Array(labelCount);
    labels[person] = likely;
    labels[place] = 1 - likely;
    return { from, scores: new Float64Array(labelCount), labels };
  });
  agreeOnWords(tokens, sentences);
  return sentences.map(({ scores }) => scores);
}

describe('agreeOnWords', () => {
  it('lets a word take after its other places', () => {
    const [first] = scoresOf([
      ['Tarn', 0.4],
      ['Tarn', 0.9],
      ['Tarn', 0.9],
    ]);
    expect(first?.[person]).toBeGreaterThan(first?.[place] ?? Infinity);
  });
  it('leaves a word alone that stands once, or small', () => {
    for (const scores of scoresOf([
      ['Tarn', 0.4],
      ['Quill', 0.9],
      ['reed', 0.9],
      ['reed', 0.1],
    ]))
      expect(Math.max(...scores)).toBe(0);
  });
});
