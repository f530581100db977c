import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidedSpans } from '../../utils/entities/assist.ts';
import { decodeModel, encodeModel } from '../../utils/entities/tagger/model-file.ts';
import {
  decodeNameSets,
  encodeNameSets,
  nameKeyOf,
  noNames,
  stemOf,
  wordSenses,
} from '../../utils/entities/tagger/name-sets.ts';
import { WeightLearner } from '../../utils/entities/tagger/learning.ts';
import { labelCount } from '../../utils/entities/tagger/labels.ts';
import { createBlankTagger, tagTokens } from '../../utils/entities/tagger/tagger.ts';
import { hashString } from '../../utils/entities/hash.ts';
import { tokenise } from '../../utils/entities/tokens.ts';

describe('tokenise', () => {
  const words = (text: string): string[] => [...tokenise(text).words];
  it('cuts words, numbers and signs', () => {
    expect(words('Ada’s boat (3.5 t) left, Mr. Quill said.')).toEqual([
      'Ada',
      "'s",
      'boat',
      '(',
      '3.5',
      't',
      ')',
      'left',
      ',',
      'Mr.',
      'Quill',
      'said',
      '.',
    ]);
  });
  it('keeps acronyms and initials whole and parts elided articles', () => {
    expect(words('l’Oise and U.S. and J. Quill of O’Hara')).toEqual([
      "l'",
      'Oise',
      'and',
      'U.S.',
      'and',
      'J.',
      'Quill',
      'of',
      "O'Hara",
    ]);
  });
  it('ends sentences at points, not at abbreviations', () => {
    expect(tokenise('Dr. Quill left. Then it rained.').sentences).toHaveLength(4);
  });
});

describe('name sets', () => {
  const sets = decodeNameSets(encodeNameSets({ given: ['ada'], place: ['tarn', 'port tarn'] }));
  it('tell the classes of words and of runs', () => {
    expect(sets.classesOf(nameKeyOf('ada'))).toBe(1);
    expect(sets.classesOf(nameKeyOf('port tarn'))).toBe(4);
    expect(noNames.classesOf(nameKeyOf('ada'))).toBe(0);
  });
  it('tell what a common word stands for, in any form of it', () => {
    const words = decodeNameSets(encodeNameSets({ 'sense-speaking': [stemOf('announce')] }));
    for (const form of ['announce', 'announces', 'announced', 'announcing'])
      expect(words.sensesOf(hashString(stemOf(form)))).toBe(1 << wordSenses.indexOf('speaking'));
    expect(words.classesOf(hashString('announc'))).toBe(0);
  });
  it('refuse bytes that are cut short', () => {
    const bytes = encodeNameSets({ given: ['ada', 'bert', 'cleo'] });
    expect(() => decodeNameSets(bytes.subarray(0, bytes.length - 2))).toThrow(RangeError);
  });
});

function failureOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}

describe('model file', () => {
  const weights = new Float32Array(1024);
  weights.set([0.5, -2, 0.01], 3);
  weights[1000] = 6;
  const steps = new Float32Array((labelCount + 1) * labelCount).fill(-1);
  it('comes back with every weight near what it was, across long gaps', () => {
    const model = decodeModel(encodeModel({ weights, steps, labelCount }));
    for (const [i, weight] of weights.entries())
      expect(Math.abs((model.weights[i] ?? 0) - weight)).toBeLessThanOrEqual(0.35);
    expect(model.weights[1000]).toBeCloseTo(6);
    expect(model.steps).toEqual(steps);
  });
  it('is refused when it is something else, and harmless when it is damaged', () => {
    expect(() => decodeModel(new Uint8Array(5))).toThrow(RangeError);
    expect(() => decodeModel(new TextEncoder().encode('x'.repeat(600)))).toThrow(RangeError);
    const bytes = encodeModel({ weights, steps, labelCount });
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const damaged = bytes.slice();
        damaged[at] = value;
        expect(failureOf(() => decodeModel(damaged))).toMatch(/^(?:none|RangeError)$/u);
      }),
    );
  });
});

describe('WeightLearner', () => {
  const lesson = (text: string, ...names: string[]) => ({
    tokens: tokenise(text),
    decided: decidedSpans(
      tokenise(text),
      names.map((name) => ({
        start: text.indexOf(name),
        end: text.indexOf(name) + name.length,
        type: 'person',
        action: 'accepted' as const,
      })),
    ),
  });
  const lessons = [
    lesson('Yesterday skipper Ada Quill left the harbour.', 'Ada Quill'),
    lesson('The skipper Bert Morrow came home at night.', 'Bert Morrow'),
    lesson('Then skipper Cleo Hart saw the storm.', 'Cleo Hart'),
  ];
  const unseen = tokenise('Today skipper Dora Finch sold her boat.');
  function learn(isDone: boolean): WeightLearner {
    const learner = new WeightLearner(createBlankTagger());
    for (let round = 0; round < 6; round++)
      for (const { tokens, decided } of lessons) learner.learn(tokens, decided, { isDone });
    return learner;
  }
  function tag(learner: WeightLearner): string[] {
    return tagTokens(unseen, createBlankTagger(), { delta: learner.delta }).map(({ from, to }) =>
      unseen.words.slice(from, to).join(' '),
    );
  }

  it('finds names like those that were accepted, from nothing', () => {
    expect(tag(learn(true))).toEqual(['Dora Finch']);
  });

  it('learns the same twice, and keeps it as plain data', () => {
    const data = learn(true).toData();
    expect(learn(true).toData()).toEqual(data);
    expect(tag(new WeightLearner(createBlankTagger(), data))).toEqual(['Dora Finch']);
  });

  it('leaves the weights alone when nothing was decided', () => {
    const learner = new WeightLearner(createBlankTagger());
    learner.learn(unseen, [], { isDone: false });
    expect(learner.toData().slots).toHaveLength(0);
  });

  it('takes no delta of a model of another size', () => {
    const data = {
      size: 8,
      slots: Int32Array.of(1),
      changes: Float32Array.of(1),
      steps: new Float32Array(90),
      lessons: 1,
    };
    expect(new WeightLearner(createBlankTagger(), data).toData().slots).toHaveLength(0);
  });
});
