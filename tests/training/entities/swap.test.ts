import { describe, expect, it } from 'vitest';
import type { CorpusText } from '../../../training/entities/corpus.ts';
import { swapNames } from '../../../training/entities/swap.ts';

const lists = { given: ['ada'], family: ['quill'], place: ['port tarn'] };

function textOf(text: string, names: readonly (readonly [string, string])[]): CorpusText {
  let at = 0;
  const gold = names.map(([name, tag]) => {
    const start = text.indexOf(name, at);
    at = start + name.length;
    return { start, end: at, tag };
  });
  return { doc: 'a', source: 'own', lang: 'en', text, gold };
}

const text = textOf('Bert Reed left Oslo. Reed flew to Rome for the Reed Trust.', [
  ['Bert Reed', 'PER'],
  ['Oslo', 'LOC'],
  ['Reed', 'PER'],
  ['Rome', 'LOC'],
  ['Reed Trust', 'ORG'],
]);

describe('swapNames', () => {
  it('puts one name in the place of one name, and moves the spans along', () => {
    const [swapped] = swapNames([text], lists, 3);
    const names = swapped?.gold.map(({ start, end }) => swapped.text.slice(start, end)) ?? [];
    expect(names[0]?.split(' ').at(-1)).toBe(names[2]);
    expect(swapped?.gold.map(({ tag }) => tag)).toEqual(text.gold.map(({ tag }) => tag));
    expect(swapped?.text.replace(/[A-Z]\w+(?: [A-Z]\w+)*/g, 'X')).toBe('X left X. X flew to X for the X.');
  });
  it('gives the same for the same seed', () => {
    expect(swapNames([text], lists, 5)).toEqual(swapNames([text], lists, 5));
  });
  it('leaves out texts in capitals', () => {
    expect(swapNames([{ ...text, text: text.text.toUpperCase() }], lists, 1)).toEqual([]);
  });
});
